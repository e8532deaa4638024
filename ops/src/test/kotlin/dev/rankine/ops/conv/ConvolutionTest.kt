package dev.rankine.ops.conv

import dev.rankine.ops.Padding
import dev.rankine.ops.Value
import dev.rankine.ops.conv1d
import dev.rankine.ops.conv2d
import dev.rankine.ops.conv3d
import dev.rankine.ops.to
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.toLongArray
import dev.rankine.ops.transpose
import dev.rankine.ops.unsqueeze
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class ConvolutionTest :
    FunSpec({
        fun counted(vararg sizes: Int): Value = valueOf(DoubleArray(Sizes.of(*sizes).elements) { it + 1.0 }, *sizes)

        fun Value.numbers(): List<Double> = toDoubleArray().toList()

        fun message(block: () -> Value): String = shouldThrow<ShapeException> { block() }.message!!

        fun problem(block: () -> Value): String = shouldThrow<ShapeException> { block() }.problem
        val pair = valueOf(doubleArrayOf(1.0, 10.0), 1, 1, 2)

        test("lines by hand") {
            conv1d(counted(1, 4), pair).numbers() shouldBe listOf(21.0, 32.0, 43.0)
            conv1d(counted(1, 1, 4), pair, valueOf(doubleArrayOf(100.0), 1), stride = 2, padding = 1).numbers() shouldBe
                listOf(110.0, 132.0, 104.0)
            conv1d(counted(1, 4), pair, dilation = 3).numbers() shouldBe listOf(41.0)
            conv1d(counted(1, 3), pair, null, Padding.SAME).numbers() shouldBe listOf(21.0, 32.0, 3.0)
            conv1d(counted(1, 3), pair, null, Padding.VALID).numbers() shouldBe listOf(21.0, 32.0)
        }
        test("volumes of one plane are planes, and a kernel of one plane does not join planes") {
            val x = counted(2, 2, 3, 4)
            val weight = counted(3, 2, 2, 2)

            fun deep(value: Value, axis: Int): Value = unsqueeze(value, axis)
            conv3d(deep(x, 2), deep(weight, 2), null, Padding.Each(listOf(0, 1, 1))).numbers() shouldBe
                conv2d(x, weight, padding = 1).numbers()
            // the batch as depth: every plane for itself
            val volume = transpose(x, 0, 1)
            val planes = conv3d(volume, deep(weight, 2))
            planes.sizes shouldBe Sizes.of(3, 2, 2, 3)
            transpose(planes, 0, 1).numbers() shouldBe conv2d(x, weight).numbers()
        }
        test("volumes by hand: stride, padding and dilation in depth") {
            val line = valueOf(doubleArrayOf(1.0, 10.0), 1, 1, 2, 1, 1)
            val x = counted(1, 4, 1, 1)

            fun deep(padding: Int, stride: Int, dilation: Int): List<Double> =
                conv3d(x, line, null, Padding.Each(listOf(padding, 0, 0)), listOf(stride, 1, 1), listOf(dilation, 1, 1)).numbers()
            deep(0, 1, 1) shouldBe listOf(21.0, 32.0, 43.0)
            deep(1, 2, 1) shouldBe listOf(10.0, 32.0, 4.0)
            deep(1, 1, 3) shouldBe listOf(30.0, 41.0, 2.0)
            conv3d(x, line, null, Padding.SAME).numbers() shouldBe listOf(21.0, 32.0, 43.0, 4.0)
        }
        test("groups do not see each other; int64") {
            val x = valueOf(longArrayOf(1, 2, 3, 4), 1, 4, 1)
            conv1d(x, valueOf(longArrayOf(1, 1, 10, 10), 2, 2, 1), groups = 2).toLongArray().toList() shouldBe listOf(3L, 70L)
            val deep = valueOf(longArrayOf(1, 2, 3, 4), 2, 2, 1, 1)
            conv3d(deep, valueOf(longArrayOf(1, 10, 100, 1000), 2, 1, 2, 1, 1), groups = 2).toLongArray().toList() shouldBe
                listOf(21L, 4300L)
        }
        test("an empty batch") {
            conv1d(counted(0, 2, 5), counted(3, 2, 2)).sizes shouldBe Sizes.of(0, 3, 4)
            conv3d(counted(0, 2, 5, 4, 3), counted(3, 2, 2, 2, 2), counted(3), padding = 1).sizes shouldBe Sizes.of(0, 3, 6, 5, 4)
        }
        test("sentences of lines") {
            problem { conv1d(counted(1, 1, 2), counted(1, 1, 3)) } shouldBe "conv1d: kernel is longer than the padded input: 2 < 3"
            problem { conv1d(counted(1, 1, 5), counted(1, 2, 3)) } shouldBe "conv1d: channels do not fit the weight: 1 != 2"
            problem { conv1d(counted(1, 1, 5), counted(3, 1, 3), groups = 2) } shouldBe
                "conv1d: output channels do not divide into groups: 3 % 2 != 0"
            problem { conv1d(counted(1, 1, 5), pair, padding = -1) } shouldBe "conv1d: padding cannot be negative: -1 < 0"
            problem { conv1d(counted(1, 1, 5), pair, stride = 0) } shouldBe "conv1d: stride must be at least 1: 0 < 1"
            problem { conv1d(counted(1, 1, 5), pair, dilation = 0) } shouldBe "conv1d: dilation must be at least 1: 0 < 1"
            problem { conv1d(counted(1, 5), counted(1, 1, 0)) } shouldBe "conv1d: kernel is empty: 0 < 1"
            problem { conv1d(counted(2, 2, 1, 5), pair) } shouldBe "conv1d: needs a batch of lines or lines: axes: 2 > 1"
            problem { conv1d(counted(1, 5), pair, null, Padding.SAME, stride = 2) } shouldBe
                "conv1d: padding SAME needs stride 1: [2] given"
            message { conv1d(counted(1, 5), pair, null, Padding.Both(1)) } shouldBe
                "conv1d: this padding has height and width: Both(height=1, width=1)\n  hint: call Padding.Each(listOf(...))"
            problem { conv1d(counted(1, 5), pair, null, Padding.Each(listOf(1, 2))) } shouldBe
                "conv1d: padding needs one number: [1, 2] given"
        }
        test("sentences of volumes") {
            val kernel = counted(1, 1, 2, 2, 2)
            problem { conv3d(counted(1, 1, 4, 4), kernel) } shouldBe "conv3d: kernel is deeper than the padded input: 1 < 2"
            problem { conv3d(counted(1, 4, 1, 4), kernel) } shouldBe "conv3d: kernel is taller than the padded input: 1 < 2"
            problem { conv3d(counted(1, 4, 4, 1), kernel) } shouldBe "conv3d: kernel is wider than the padded input: 1 < 2"
            problem { conv3d(counted(2, 4, 4, 4), kernel) } shouldBe "conv3d: channels do not fit the weight: 2 != 1"
            problem { conv3d(counted(1, 4, 4, 4), kernel, null, Padding.VALID, listOf(1, 2)) } shouldBe
                "conv3d: stride needs one number or three: [1, 2] given"
            problem { conv3d(counted(1, 4, 4, 4), kernel, null, Padding.VALID, listOf(1, 0, 1)) } shouldBe
                "conv3d: stride must be at least 1: 0 < 1"
        }
        test("element types") {
            shouldThrow<DTypeException> { conv1d(to(counted(1, 3), DType.F32), pair) }.problem shouldBe
                "conv1d: element types differ: float32, float64"
            shouldThrow<DTypeException> { conv1d(to(counted(1, 3), DType.I32), to(pair, DType.I32)) }.problem shouldBe
                "conv1d: does not take int32"
        }
    })
