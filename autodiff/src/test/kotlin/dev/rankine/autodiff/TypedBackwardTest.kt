package dev.rankine.autodiff

import dev.rankine.shapes.Dim
import dev.rankine.shapes.Vec
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.gradient
import dev.rankine.tensor.requireGradient
import dev.rankine.tensor.sum
import dev.rankine.tensor.tensorOf
import dev.rankine.tensor.times
import dev.rankine.tensor.toDoubleArray
import dev.rankine.tensor.typed
import dev.rankine.tensor.untyped
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

private object Width : Dim<Width>(3)

/** Backward from typed tensors, by hand. */
internal class TypedBackwardTest :
    FunSpec({
        test("the gradient of a sum of squares") {
            val x = tensorOf(doubleArrayOf(1.0, 2.0, 3.0), Width).requireGradient()
            (x * x).sum().backward()
            val gradient: Tensor<Vec<Width>> = x.gradient!!
            gradient.toDoubleArray().toList() shouldBe listOf(2.0, 4.0, 6.0)
        }

        test("a gradient that is handed in, through names taken off and put on") {
            val x = tensorOf(doubleArrayOf(1.0, 2.0, 3.0), Width).requireGradient()
            (x * 2).untyped().typed(Width).backward(tensorOf(doubleArrayOf(1.0, 10.0, 100.0), Width))
            x.gradient!!.toDoubleArray().toList() shouldBe listOf(2.0, 20.0, 200.0)
        }
    })
