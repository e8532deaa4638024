package dev.rankine.ops.conv

import dev.rankine.ops.Value
import dev.rankine.ops.conv2d
import dev.rankine.ops.fold
import dev.rankine.ops.matmul
import dev.rankine.ops.reshape
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.unfold
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class UnfoldTest :
    FunSpec({
        fun counted(vararg sizes: Int): Value = valueOf(DoubleArray(Sizes.of(*sizes).elements) { it + 1.0 }, *sizes)

        fun Value.numbers(): List<Double> = toDoubleArray().toList()

        fun problem(block: () -> Value): String = shouldThrow<ShapeException> { block() }.problem

        test("windows by hand") {
            val y = unfold(counted(1, 2, 3), 2)
            y.sizes shouldBe Sizes.of(4, 2)
            y.numbers() shouldBe listOf(1.0, 2.0, 2.0, 3.0, 4.0, 5.0, 5.0, 6.0)
            unfold(
                counted(1, 2, 3),
                listOf(1, 2),
                dilation = listOf(1, 2),
                padding = listOf(1, 0),
                stride = listOf(2, 1),
            ).numbers() shouldBe
                listOf(0.0, 4.0, 0.0, 6.0)
        }
        test("infinities stay where they are") {
            val x = valueOf(doubleArrayOf(Double.POSITIVE_INFINITY, 1.0, 2.0, 3.0), 1, 2, 2)
            fold(unfold(x, 1), 2, 2, 1).numbers() shouldBe x.numbers()
        }
        test("a convolution is a product with windows") {
            val x = counted(2, 2, 4, 5)
            val weight = counted(3, 2, 2, 3)
            val product = matmul(reshape(weight, 3, 12), unfold(x, listOf(2, 3), padding = listOf(1)))
            product.numbers() shouldBe conv2d(x, weight, padding = 1).numbers()
        }
        test("folding adds up what windows have in common") {
            fold(unfold(valueOf(DoubleArray(9) { 1.0 }, 1, 3, 3), 2), 3, 3, 2).numbers() shouldBe
                listOf(1.0, 2.0, 1.0, 2.0, 4.0, 2.0, 1.0, 2.0, 1.0)
            val y = fold(counted(2, 4, 4), listOf(3, 3), listOf(2, 2), padding = listOf(1, 0), stride = listOf(2, 1), dilation = listOf(1))
            y.sizes shouldBe Sizes.of(2, 1, 3, 3)
            y.numbers().take(9) shouldBe listOf(9.0, 23.0, 14.0, 3.0, 11.0, 8.0, 11.0, 27.0, 16.0)
        }
        test("an empty batch") {
            unfold(counted(0, 2, 3, 3), 2).sizes shouldBe Sizes.of(0, 8, 4)
            fold(counted(0, 8, 4), 3, 3, 2).sizes shouldBe Sizes.of(0, 2, 3, 3)
        }
        test("sentences") {
            problem { unfold(counted(1, 2, 3), 3) } shouldBe "unfold: kernel is taller than the padded plane: 2 < 3"
            problem { unfold(counted(1, 3, 2), 3) } shouldBe "unfold: kernel is wider than the padded plane: 2 < 3"
            problem { unfold(counted(1, 3, 2), 0) } shouldBe "unfold: kernel must be at least 1: 0 < 1"
            problem { unfold(counted(1, 3, 2), listOf(1, 1, 1)) } shouldBe "unfold: kernel needs one number or two: [1, 1, 1] given"
            problem { fold(counted(6, 4), 3, 3, 2) } shouldBe "fold: the columns do not divide into windows: 6 % 4 != 0"
            problem { fold(counted(8, 5), 3, 3, 2) } shouldBe "fold: the number of windows differs: 5 != 4"
            problem { fold(counted(8, 5), listOf(3, 3, 3), listOf(2)) } shouldBe "fold: output needs one number or two: [3, 3, 3] given"
            shouldThrow<DTypeException> { unfold(valueOf(longArrayOf(1, 2), 1, 1, 2), 1) }.problem shouldBe "unfold: does not take int64"
        }
    })
