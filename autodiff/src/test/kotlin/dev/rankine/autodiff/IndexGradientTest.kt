package dev.rankine.autodiff

import dev.rankine.ops.Generator
import dev.rankine.ops.cat
import dev.rankine.ops.dropout
import dev.rankine.ops.embedding
import dev.rankine.ops.flip
import dev.rankine.ops.get
import dev.rankine.ops.gradient
import dev.rankine.ops.maskedSelect
import dev.rankine.ops.requireGradient
import dev.rankine.ops.scatter
import dev.rankine.ops.sum
import dev.rankine.ops.times
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.tril
import dev.rankine.ops.valueOf
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class IndexGradientTest :
    FunSpec({
        fun leaf(vararg numbers: Double) = valueOf(numbers, numbers.size).requireGradient()

        test("a padding row gets no gradient, the others the sum of all places") {
            val weight = valueOf(DoubleArray(6) { it.toDouble() }, 3, 2).requireGradient()
            val indices = valueOf(longArrayOf(0, 2, 1, 2), 2, 2)
            sum(embedding(weight, indices, paddingIndex = -2) * valueOf(doubleArrayOf(1.0, 10.0), 2)).backward()
            weight.gradient!!.toDoubleArray().asList() shouldBe listOf(1.0, 10.0, 0.0, 0.0, 2.0, 20.0)
        }
        test("where indices repeat only the element that stays has a gradient") {
            val x = leaf(1.0, 2.0, 3.0)
            val source = leaf(4.0, 5.0, 6.0)
            sum(scatter(x, 0, valueOf(longArrayOf(1, 1, 2), 3), source) * valueOf(doubleArrayOf(1.0, 10.0, 100.0), 3)).backward()
            x.gradient!!.toDoubleArray().asList() shouldBe listOf(1.0, 0.0, 0.0)
            source.gradient!!.toDoubleArray().asList() shouldBe listOf(0.0, 10.0, 100.0)
        }
        test("backwards slices give the gradient back in order") {
            val x = leaf(1.0, 2.0, 3.0, 4.0, 5.0)
            sum(x[4 downTo 0 step 2] * valueOf(doubleArrayOf(1.0, 10.0, 100.0), 3)).backward()
            x.gradient!!.toDoubleArray().asList() shouldBe listOf(100.0, 0.0, 10.0, 0.0, 1.0)
        }
        test("overlapping parts add up") {
            val x = leaf(1.0, 2.0, 3.0)
            sum(cat(listOf(x[0..1], flip(x, 0))) * valueOf(doubleArrayOf(1.0, 2.0, 3.0, 4.0, 5.0), 5)).backward()
            x.gradient!!.toDoubleArray().asList() shouldBe listOf(6.0, 6.0, 3.0)
        }
        test("what a triangle drops has a gradient of zero, whatever it was") {
            val y = valueOf(doubleArrayOf(1.0, Double.NaN, 2.0, 3.0), 2, 2).requireGradient()
            sum(tril(y)).backward()
            y.gradient!!.toDoubleArray().asList() shouldBe listOf(1.0, 0.0, 1.0, 1.0)
        }
        test("the mask of dropout is the same in the gradient") {
            val x = valueOf(DoubleArray(1000) { 1.0 }, 1000).requireGradient()
            val y = dropout(x, 0.4, generator = Generator(5))
            sum(y).backward()
            x.gradient!!.toDoubleArray().asList() shouldBe y.toDoubleArray().asList()
        }
        test("a mask's choice is differentiable") {
            val x = leaf(1.0, 2.0, 3.0)
            sum(maskedSelect(x * x, valueOf(booleanArrayOf(true, false, true), 3))).backward()
            x.gradient!!.toDoubleArray().asList() shouldBe listOf(2.0, 0.0, 6.0)
        }
    })
