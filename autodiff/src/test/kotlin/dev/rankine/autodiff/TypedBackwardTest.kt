package dev.rankine.autodiff

import dev.rankine.shapes.Dim
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Vec
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.detach
import dev.rankine.tensor.gradient
import dev.rankine.tensor.item
import dev.rankine.tensor.requireGradient
import dev.rankine.tensor.sum
import dev.rankine.tensor.tensorOf
import dev.rankine.tensor.times
import dev.rankine.tensor.toDoubleArray
import dev.rankine.tensor.typed
import dev.rankine.tensor.untyped
import dev.rankine.tensor.zeroGradient
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldStartWith

private object Width : Dim<Width>(3)

/** Backward from typed tensors, by hand. */
internal class TypedBackwardTest :
    FunSpec({
        test("the gradient of a sum of squares") {
            val x = tensorOf(doubleArrayOf(1.0, 2.0, 3.0), Width).requireGradient()
            (x * x).sum().backward()
            val gradient: Tensor<Vec<Width>> = x.gradient!!
            gradient.toDoubleArray().toList() shouldBe listOf(2.0, 4.0, 6.0)
            x.zeroGradient()
            x.gradient shouldBe null
            shouldThrow<IllegalStateException> { (x * x).zeroGradient() }.message shouldStartWith "gradient: only a leaf"
        }

        test("a gradient that is handed in, through names taken off and put on") {
            val x = tensorOf(doubleArrayOf(1.0, 2.0, 3.0), Width).requireGradient()
            (x * 2).untyped().typed(Width).backward(tensorOf(doubleArrayOf(1.0, 10.0, 100.0), Width))
            x.gradient!!.toDoubleArray().toList() shouldBe listOf(2.0, 20.0, 200.0)
        }

        test("the gradient of a gradient, without a trace in the leaf") {
            val x = tensorOf(doubleArrayOf(1.0, 2.0, 3.0), Width).requireGradient()
            val first: Tensor<Vec<Width>> = gradient((x * x * x).sum(), x, createGraph = true)
            first.toDoubleArray().toList() shouldBe listOf(3.0, 12.0, 27.0)
            gradient(first.sum(), x).toDoubleArray().toList() shouldBe listOf(6.0, 12.0, 18.0)
            x.gradient shouldBe null
            shouldThrow<GradientException> { gradient(x.detach().sum(), x) }.message shouldStartWith "backward: the value was not recorded"
        }

        test("the derivative along a tangent keeps shapes and names") {
            val x = tensorOf(doubleArrayOf(1.0, 2.0, 3.0), Width)
            val (y: Tensor<Scalar>, dy: Tensor<Scalar>) = jvp(x, tensorOf(doubleArrayOf(1.0, 0.0, 2.0), Width)) { (it * it).sum() }
            y.item() shouldBe 14.0
            dy.item() shouldBe 14.0
            jvp(x, x) { it * 2 }.second.sizes.toString() shouldBe "[Width = 3]"
        }
    })
