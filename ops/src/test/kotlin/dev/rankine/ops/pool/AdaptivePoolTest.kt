package dev.rankine.ops.pool

import dev.rankine.ops.Generator
import dev.rankine.ops.Value
import dev.rankine.ops.adaptiveAvgPool1d
import dev.rankine.ops.adaptiveAvgPool3d
import dev.rankine.ops.adaptiveMaxPool1d
import dev.rankine.ops.adaptiveMaxPool1dWithIndices
import dev.rankine.ops.adaptiveMaxPool2d
import dev.rankine.ops.adaptiveMaxPool2dWithIndices
import dev.rankine.ops.adaptiveMaxPool3d
import dev.rankine.ops.adaptiveMaxPool3dWithIndices
import dev.rankine.ops.fractionalMaxPool2d
import dev.rankine.ops.fractionalMaxPool2dWithIndices
import dev.rankine.ops.fractionalMaxPool3d
import dev.rankine.ops.maxPool2dWithIndices
import dev.rankine.ops.maxUnpool1d
import dev.rankine.ops.maxUnpool2d
import dev.rankine.ops.maxUnpool3d
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.toLongArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class AdaptivePoolTest :
    FunSpec({
        fun counted(vararg sizes: Int): Value = valueOf(DoubleArray(Sizes.of(*sizes).elements) { it + 1.0 }, *sizes)

        fun problem(block: () -> Value) = shouldThrow<ShapeException> { block() }.problem

        test("means of parts") {
            adaptiveAvgPool1d(counted(1, 5), 2).toDoubleArray().toList() shouldBe listOf(2.0, 4.0)
            adaptiveAvgPool3d(counted(1, 2, 2, 2), 1, null, 1).toDoubleArray().toList() shouldBe listOf(3.5, 5.5)
            adaptiveAvgPool3d(counted(0, 1, 2, 2, 2), 1, 1, 3).sizes shouldBe Sizes.of(0, 1, 1, 1, 3)
        }
        test("maxima of parts and their places") {
            adaptiveMaxPool1dWithIndices(counted(1, 5), 2).second.toLongArray().toList() shouldBe listOf(2L, 4L)
            adaptiveMaxPool1d(counted(1, 2), 3).toDoubleArray().toList() shouldBe listOf(1.0, 2.0, 2.0)
            adaptiveMaxPool2d(counted(1, 2, 3), null, 1).toDoubleArray().toList() shouldBe listOf(3.0, 6.0)
            val equal = valueOf(doubleArrayOf(0.0, 1.0, 1.0, 1.0), 1, 2, 2)
            adaptiveMaxPool2dWithIndices(equal, 1, 1).second.toLongArray().toList() shouldBe listOf(1L)
            adaptiveMaxPool3d(counted(1, 1, 2, 2, 2), 1, 2, null).toDoubleArray().toList() shouldBe listOf(5.0, 6.0, 7.0, 8.0)
            adaptiveMaxPool3dWithIndices(counted(1, 2, 2, 2), 1, 1, 1).second.toLongArray().toList() shouldBe listOf(7L)
        }
        test("fractional windows begin where the samples say") {
            val samples = valueOf(doubleArrayOf(0.0, 0.9), 1, 1, 2)
            val (values, places) = fractionalMaxPool2dWithIndices(counted(1, 1, 5, 5), listOf(2), listOf(3), samples)
            // rows: 1.5 (i + 0.9) from 1.35 on: 0, 1, and the last; columns: 1.5 i: 0, 1, and the last
            values.toDoubleArray().toList() shouldBe listOf(7.0, 8.0, 10.0, 12.0, 13.0, 15.0, 22.0, 23.0, 25.0)
            places.toLongArray().toList() shouldBe values.toDoubleArray().map { it.toLong() - 1 }
        }
        test("fractional windows are drawn from the generator") {
            val x = counted(2, 1, 9, 9)
            val first = fractionalMaxPool2d(x, listOf(2), listOf(4), generator = Generator(3)).toDoubleArray()
            fractionalMaxPool2d(x, listOf(2), listOf(4), generator = Generator(3)).toDoubleArray() shouldBe first
            fractionalMaxPool3d(counted(1, 3, 3, 3), listOf(2), listOf(1)).toDoubleArray().toList() shouldBe listOf(27.0)
        }
        test("unpooling puts maxima back") {
            val (values, places) = maxPool2dWithIndices(counted(1, 2, 4), listOf(2))
            maxUnpool2d(values, places, listOf(2)).toDoubleArray().toList() shouldBe listOf(0.0, 0.0, 0.0, 0.0, 0.0, 6.0, 0.0, 8.0)
            maxUnpool1d(counted(1, 1), valueOf(longArrayOf(2), 1, 1), 2, size = 3).toDoubleArray().toList() shouldBe listOf(0.0, 0.0, 1.0)
            maxUnpool3d(counted(1, 1, 1, 1), valueOf(longArrayOf(2), 1, 1, 1, 1), listOf(1, 2, 2)).toDoubleArray().toList() shouldBe
                listOf(0.0, 0.0, 1.0, 0.0)
        }
        test("sentences") {
            val index = valueOf(longArrayOf(9), 1, 1)
            problem { adaptiveAvgPool1d(counted(1, 2), -1) } shouldBe
                "adaptive_avg_pool1d: the size of the result cannot be negative: -1 < 0"
            problem { adaptiveAvgPool3d(counted(1, 2), 1, 1, 1) } shouldBe
                "adaptive_avg_pool3d: needs 3 axes to pool over: [1, 2] given"
            problem { adaptiveMaxPool2d(counted(1, 2, 2), 0, 1) } shouldBe
                "adaptive_max_pool2d: the size of the result must be at least 1: 0 < 1"
            problem { fractionalMaxPool2d(counted(1, 2, 2), listOf(2), listOf(2)) } shouldBe
                "fractional_max_pool2d: the planes have too few rows: 3 > 2"
            problem { fractionalMaxPool3d(counted(2, 2), listOf(1), listOf(1)) } shouldBe
                "fractional_max_pool3d: needs 4 or 5 axes: [2, 2] given"
            problem { maxUnpool1d(counted(1, 1), index, 2) } shouldBe
                "scatter: index out of range: 9 at element 0 is not in [0, 1]"
            problem { maxUnpool1d(counted(1, 1), index, 2, size = 4) } shouldBe
                "max_unpool1d: the size of the result is not possible: [4], [2] with stride [2]"
            problem { maxUnpool2d(counted(1), index, listOf(2)) } shouldBe "max_unpool2d: needs 3 or 4 axes: [1] given"
        }
    })
