package dev.rankine.ops.conv

import dev.rankine.ops.Padding
import dev.rankine.ops.Value
import dev.rankine.ops.conv2d
import dev.rankine.ops.to
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.toLongArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class Conv2dTest :
    FunSpec({
        fun counted(vararg sizes: Int): Value = valueOf(DoubleArray(Sizes.of(*sizes).elements) { it + 1.0 }, *sizes)
        val ones = valueOf(DoubleArray(4) { 1.0 }, 1, 1, 2, 2)

        test("sums of windows by hand") {
            val x = counted(1, 3, 3)
            conv2d(x, ones).toDoubleArray().toList() shouldBe listOf(12.0, 16.0, 24.0, 28.0)
            conv2d(x, ones, valueOf(doubleArrayOf(100.0), 1), stride = 2, padding = 1).toDoubleArray().toList() shouldBe
                listOf(101.0, 105.0, 111.0, 128.0)
            conv2d(x, ones, dilation = 2).toDoubleArray().toList() shouldBe listOf(20.0)
        }
        test("same padding of an even kernel adds below and on the right") {
            conv2d(counted(1, 1, 2, 2), ones, null, Padding.SAME).toDoubleArray().toList() shouldBe listOf(10.0, 6.0, 7.0, 4.0)
            conv2d(counted(1, 1, 2, 2), ones, null, Padding.VALID).toDoubleArray().toList() shouldBe listOf(10.0)
        }
        test("groups do not see each other; int64") {
            val x = valueOf(longArrayOf(1, 2, 3, 4), 1, 4, 1, 1)
            val weight = valueOf(longArrayOf(1, 1, 10, 10), 2, 2, 1, 1)
            conv2d(x, weight, groups = 2).toLongArray().toList() shouldBe listOf(3L, 70L)
        }
        test("an empty batch") { conv2d(counted(0, 2, 5, 5), counted(3, 2, 2, 2)).sizes shouldBe Sizes.of(0, 3, 4, 4) }
        test("sentences") {
            fun problem(block: () -> Value) = shouldThrow<ShapeException> { block() }.problem
            problem { conv2d(counted(1, 1, 2, 5), counted(1, 1, 3, 3)) } shouldBe
                "conv2d: kernel is taller than the padded input: 2 < 3"
            problem { conv2d(counted(1, 1, 5, 5), counted(1, 2, 3, 3)) } shouldBe "conv2d: channels do not fit the weight: 1 != 2"
            problem { conv2d(counted(1, 1, 5, 5), ones, padding = -1) } shouldBe "conv2d: padding cannot be negative: -1 < 0"
            problem { conv2d(counted(1, 1, 5, 5), ones, null, Padding.SAME, listOf(2)) } shouldBe
                "conv2d: padding SAME needs stride 1: [2, 2] given"
            problem { conv2d(counted(1, 1, 5, 5), ones, null, Padding.VALID, listOf(1, 2, 3)) } shouldBe
                "conv2d: stride needs one number or two: [1, 2, 3] given"
        }
        test("element types") {
            shouldThrow<DTypeException> { conv2d(to(counted(1, 3, 3), DType.F32), ones) }.problem shouldBe
                "conv2d: element types differ: float32, float64"
            shouldThrow<DTypeException> { conv2d(to(counted(1, 3, 3), DType.I32), to(ones, DType.I32)) }.problem shouldBe
                "conv2d: does not take int32"
        }
    })
