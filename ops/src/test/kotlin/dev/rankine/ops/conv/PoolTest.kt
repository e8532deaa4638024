package dev.rankine.ops.conv

import dev.rankine.ops.Value
import dev.rankine.ops.adaptiveAvgPool2d
import dev.rankine.ops.avgPool2d
import dev.rankine.ops.maxPool2d
import dev.rankine.ops.maxPool2dWithIndices
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.toLongArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class PoolTest :
    FunSpec({
        fun counted(vararg sizes: Int): Value = valueOf(DoubleArray(Sizes.of(*sizes).elements) { it + 1.0 }, *sizes)

        test("maxima and their places by hand") {
            val (values, places) = maxPool2dWithIndices(counted(1, 2, 4, 4), listOf(2))
            values.toDoubleArray().toList() shouldBe listOf(6.0, 8.0, 14.0, 16.0, 22.0, 24.0, 30.0, 32.0)
            places.toLongArray().toList() shouldBe listOf(5L, 7L, 13L, 15L, 5L, 7L, 13L, 15L)
        }
        test("NaN is larger than all; a window of -inf has its first place") {
            val x = valueOf(doubleArrayOf(1.0, Double.NaN, 3.0, Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY), 1, 1, 5)
            val (values, places) = maxPool2dWithIndices(x, listOf(1, 2), listOf(1))
            values.toDoubleArray().map { it.isNaN() } shouldBe listOf(true, true, false, false)
            places.toLongArray().toList() shouldBe listOf(1L, 1L, 2L, 3L)
        }
        test("in ceil mode the last window starts inside the plane or the padding before it") {
            maxPool2d(counted(1, 3, 3), 2, ceilMode = true).toDoubleArray().toList() shouldBe listOf(5.0, 6.0, 8.0, 9.0)
            maxPool2d(counted(1, 3, 3), 2).toDoubleArray().toList() shouldBe listOf(5.0)
            maxPool2d(counted(1, 3, 3), 2, stride = 3, padding = 1, ceilMode = true).sizes shouldBe Sizes.of(1, 2, 2)
            maxPool2d(counted(1, 1, 1), 2, stride = 2, padding = 1, ceilMode = true).sizes shouldBe Sizes.of(1, 1, 1)
        }
        test("averages: padding, incomplete windows, divisors") {
            val x = counted(1, 3, 3)
            avgPool2d(x, 2).toDoubleArray().toList() shouldBe listOf(3.0)
            avgPool2d(x, 2, padding = 1).toDoubleArray().toList() shouldBe listOf(0.25, 1.25, 2.75, 7.0)
            avgPool2d(x, 2, padding = 1, countIncludePad = false).toDoubleArray().toList() shouldBe listOf(1.0, 2.5, 5.5, 7.0)
            avgPool2d(x, 2, ceilMode = true).toDoubleArray().toList() shouldBe listOf(3.0, 4.5, 7.5, 9.0)
            avgPool2d(x, 2, divisorOverride = -2).toDoubleArray().toList() shouldBe listOf(-6.0)
            avgPool2d(valueOf(longArrayOf(-1, -2, -2, -2), 1, 2, 2), 2).toLongArray().toList() shouldBe listOf(-1L)
        }
        test("parts of a plane: equal ones, ones that overlap, more than there are rows, none") {
            val x = counted(1, 3, 4)
            adaptiveAvgPool2d(x, 1, 2).toDoubleArray().toList() shouldBe listOf(5.5, 7.5)
            adaptiveAvgPool2d(x, 2, 3).toDoubleArray().toList() shouldBe listOf(3.5, 4.5, 5.5, 7.5, 8.5, 9.5)
            adaptiveAvgPool2d(x, null, 1).toDoubleArray().toList() shouldBe listOf(2.5, 6.5, 10.5)
            adaptiveAvgPool2d(counted(1, 1, 2), 1, 3).toDoubleArray().toList() shouldBe listOf(1.0, 1.5, 2.0)
            adaptiveAvgPool2d(x, 0, 3).sizes shouldBe Sizes.of(1, 0, 3)
        }
        test("sentences") {
            fun problem(block: () -> Value) = shouldThrow<ShapeException> { block() }.problem
            problem { maxPool2d(counted(1, 2, 9), 3) } shouldBe "max_pool2d: kernel is taller than the padded input: 2 < 3"
            problem { maxPool2d(counted(1, 9, 9), 3, padding = 2) } shouldBe
                "max_pool2d: padding is more than half of the kernel: 4 > 3"
            problem { avgPool2d(counted(1, 9, 9), 3, divisorOverride = 0) } shouldBe "avg_pool2d: divisor cannot be 0"
            problem { avgPool2d(counted(1, 9, 9), 3, stride = 0) } shouldBe "avg_pool2d: stride must be at least 1: 0 < 1"
            problem { adaptiveAvgPool2d(counted(1, 9, 9), -1, 2) } shouldBe
                "adaptive_avg_pool2d: the size of the result cannot be negative: -1 < 0"
            problem { adaptiveAvgPool2d(counted(1, 0, 9), 1, 2) } shouldBe "adaptive_avg_pool2d: the planes of the input are empty: 0 < 1"
            problem { adaptiveAvgPool2d(counted(9), 1, 2) } shouldBe "adaptive_avg_pool2d: needs planes: [9] given"
            problem { adaptiveAvgPool2d(counted(1, 1, 1, 9, 9), 1, 2) } shouldBe
                "adaptive_avg_pool2d: needs a batch of planes or planes: axes: 2 > 1"
        }
    })
