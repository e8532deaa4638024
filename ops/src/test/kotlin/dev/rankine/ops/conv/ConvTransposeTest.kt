package dev.rankine.ops.conv

import dev.rankine.ops.Value
import dev.rankine.ops.convTranspose1d
import dev.rankine.ops.convTranspose2d
import dev.rankine.ops.convTranspose3d
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.toLongArray
import dev.rankine.ops.unsqueeze
import dev.rankine.ops.valueOf
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class ConvTransposeTest :
    FunSpec({
        fun counted(vararg sizes: Int): Value = valueOf(DoubleArray(Sizes.of(*sizes).elements) { it + 1.0 }, *sizes)

        fun Value.numbers(): List<Double> = toDoubleArray().toList()

        fun problem(block: () -> Value): String = shouldThrow<ShapeException> { block() }.problem
        val pair = valueOf(doubleArrayOf(1.0, 10.0), 1, 1, 2)

        test("lines by hand") {
            val x = counted(1, 3)
            convTranspose1d(x, pair).numbers() shouldBe listOf(1.0, 12.0, 23.0, 30.0)
            convTranspose1d(x, pair, stride = 2).numbers() shouldBe listOf(1.0, 10.0, 2.0, 20.0, 3.0, 30.0)
            convTranspose1d(x, pair, stride = 3, padding = 1, outputPadding = 2).numbers() shouldBe
                listOf(10.0, 0.0, 2.0, 20.0, 0.0, 3.0, 30.0, 0.0)
            convTranspose1d(x, pair, valueOf(doubleArrayOf(0.5), 1), dilation = 2).numbers() shouldBe listOf(1.5, 2.5, 13.5, 20.5, 30.5)
        }
        test("an output padding of a stride or more is what kernels reach there, else zeros") {
            // all of it: 1 0 0 10, then nothing
            convTranspose1d(counted(1, 1), pair, dilation = 3, outputPadding = 2).numbers() shouldBe listOf(1.0, 0.0, 0.0, 10.0, 0.0, 0.0)
            convTranspose1d(counted(1, 1), pair, dilation = 3, padding = 1, outputPadding = 2).numbers() shouldBe
                listOf(0.0, 0.0, 10.0, 0.0)
            convTranspose1d(counted(1, 1), counted(1, 1, 1), dilation = 6, padding = 2, outputPadding = 5).numbers() shouldBe
                listOf(0.0, 0.0)
        }
        test("planes and volumes of one row or column are lines") {
            val x = counted(2, 2, 3)
            val weight = counted(2, 3, 2)
            val wanted = convTranspose1d(x, weight, counted(3), stride = 2, padding = 1, outputPadding = 1).numbers()

            fun plane(value: Value, axis: Int): Value = unsqueeze(value, axis)
            for (axis in 2..3) {
                fun along(number: Int, other: Int): List<Int> = if (axis == 2) listOf(other, number) else listOf(number, other)
                val strides = along(2, 1)
                val cut = along(1, 0)
                convTranspose2d(plane(x, axis), plane(weight, axis), counted(3), strides, cut, cut).numbers() shouldBe wanted
                // depth first, then rows; depth last but one
                val deep = listOf(plane(plane(x, axis), 2), plane(plane(weight, axis), 2))
                convTranspose3d(deep[0], deep[1], counted(3), listOf(1) + strides, listOf(0) + cut, listOf(0) + cut).numbers() shouldBe
                    wanted
            }
            val deepest = listOf(plane(plane(x, 3), 3), plane(plane(weight, 3), 3))
            convTranspose3d(deepest[0], deepest[1], counted(3), listOf(2, 1, 1), listOf(1, 0, 0), listOf(1, 0, 0)).numbers() shouldBe wanted
        }
        test("groups do not see each other; int64; no batch") {
            val x = valueOf(longArrayOf(1, 2), 2, 1)
            convTranspose1d(x, valueOf(longArrayOf(1, 10, 100, 1000), 2, 1, 2), groups = 2).toLongArray().toList() shouldBe
                listOf(1L, 10L, 200L, 2000L)
            val deep = valueOf(longArrayOf(1, 2), 2, 1, 1, 1)
            convTranspose3d(deep, valueOf(longArrayOf(1, 10, 100, 1000), 2, 1, 2, 1, 1), groups = 2).toLongArray().toList() shouldBe
                listOf(1L, 10L, 200L, 2000L)
        }
        test("an empty batch") {
            convTranspose2d(counted(0, 2, 3, 3), counted(2, 4, 2, 2), counted(4), stride = 2).sizes shouldBe Sizes.of(0, 4, 6, 6)
            convTranspose3d(counted(0, 2, 3, 3, 3), counted(2, 4, 2, 2, 2), stride = 2).sizes shouldBe Sizes.of(0, 4, 6, 6, 6)
        }
        test("sentences") {
            problem { convTranspose1d(counted(1, 3), pair, outputPadding = 1) } shouldBe
                "conv_transpose1d: output padding must be smaller than stride or dilation: 1 <= 1"
            problem { convTranspose1d(counted(1, 3), pair, outputPadding = -1) } shouldBe
                "conv_transpose1d: output padding cannot be negative: -1 < 0"
            problem { convTranspose1d(counted(2, 3), pair) } shouldBe "conv_transpose1d: channels do not fit the weight: 2 != 1"
            problem { convTranspose1d(counted(1, 3), pair, counted(2)) } shouldBe "conv_transpose1d: bias does not fit the weight: 2 != 1"
            problem { convTranspose1d(counted(1, 0), pair) } shouldBe "conv_transpose1d: the lines of the input are empty: 0 < 1"
            problem { convTranspose1d(counted(1, 2), pair, padding = 2) } shouldBe
                "conv_transpose1d: padding cuts off the whole line: 2 < 4"
            problem { convTranspose2d(counted(3, 2, 2), counted(3, 2, 2, 2), groups = 2) } shouldBe
                "conv_transpose2d: input channels do not divide into groups: 3 % 2 != 0"
            problem { convTranspose2d(counted(1, 1, 2), counted(1, 1, 2, 2), padding = 1) } shouldBe
                "conv_transpose2d: padding cuts off all rows: 1 < 2"
            problem { convTranspose2d(counted(1, 2, 2), counted(1, 1, 2, 2), null, listOf(1, 2, 3)) } shouldBe
                "conv_transpose2d: stride needs one number or two: [1, 2, 3] given"
            problem { convTranspose3d(counted(1, 1, 2, 2), counted(1, 1, 1, 2, 2), padding = 1) } shouldBe
                "conv_transpose3d: padding cuts off all planes: 0 < 2"
            problem { convTranspose3d(counted(2, 1, 1, 2, 2, 2), counted(1, 1, 2, 2, 2)) } shouldBe
                "conv_transpose3d: needs a batch of volumes or volumes: axes: 2 > 1"
        }
    })
