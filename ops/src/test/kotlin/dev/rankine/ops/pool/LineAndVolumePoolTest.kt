package dev.rankine.ops.pool

import dev.rankine.ops.Value
import dev.rankine.ops.avgPool1d
import dev.rankine.ops.avgPool3d
import dev.rankine.ops.lpPool1d
import dev.rankine.ops.lpPool2d
import dev.rankine.ops.lpPool3d
import dev.rankine.ops.maxPool1d
import dev.rankine.ops.maxPool1dWithIndices
import dev.rankine.ops.maxPool3d
import dev.rankine.ops.maxPool3dWithIndices
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.toLongArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class LineAndVolumePoolTest :
    FunSpec({
        fun counted(vararg sizes: Int): Value = valueOf(DoubleArray(Sizes.of(*sizes).elements) { it + 1.0 }, *sizes)

        fun problem(block: () -> Value) = shouldThrow<ShapeException> { block() }.problem

        test("maxima of lines and their places") {
            val (values, places) = maxPool1dWithIndices(counted(2, 5), 2, ceilMode = true)
            values.toDoubleArray().toList() shouldBe listOf(2.0, 4.0, 5.0, 7.0, 9.0, 10.0)
            places.toLongArray().toList() shouldBe listOf(1L, 3L, 4L, 1L, 3L, 4L)
            maxPool1d(counted(2, 3, 5), 3, 1, 1).sizes shouldBe Sizes.of(2, 3, 5)
        }
        test("maxima of volumes and their places; the first of equal elements is taken") {
            val (values, places) = maxPool3dWithIndices(counted(1, 2, 2, 4), listOf(2))
            values.toDoubleArray().toList() shouldBe listOf(14.0, 16.0)
            places.toLongArray().toList() shouldBe listOf(13L, 15L)
            val equal = valueOf(doubleArrayOf(0.0, 1.0, 1.0, 0.0, 1.0, 1.0, 1.0, 1.0), 1, 2, 2, 2)
            maxPool3dWithIndices(equal, listOf(2)).second.toLongArray().toList() shouldBe listOf(1L)
            maxPool3d(counted(1, 2, 2, 4), 2, 1, 1).sizes shouldBe Sizes.of(1, 3, 3, 5)
        }
        test("a dilated window without an element inside the volume has the place -1") {
            val (values, places) = maxPool3dWithIndices(counted(1, 1, 1, 2), listOf(1, 1, 2), listOf(1), listOf(0, 0, 1), listOf(1, 1, 3))
            values.toDoubleArray().toList() shouldBe listOf(Double.NEGATIVE_INFINITY)
            places.toLongArray().toList() shouldBe listOf(-1L)
            maxPool3dWithIndices(counted(1, 3, 1, 1), listOf(2, 1, 1), listOf(1), listOf(0), listOf(2, 1, 1))
                .second
                .toLongArray()
                .toList() shouldBe listOf(2L)
        }
        test("averages of lines and volumes: padding, divisors, whole numbers") {
            avgPool1d(counted(1, 3), 2, 1, 1, countIncludePad = false).toDoubleArray().toList() shouldBe listOf(1.0, 1.5, 2.5, 3.0)
            avgPool3d(counted(1, 2, 2, 4), 2).toDoubleArray().toList() shouldBe listOf(7.5, 9.5)
            avgPool3d(counted(1, 2, 2, 2), 2, divisorOverride = 4).toDoubleArray().toList() shouldBe listOf(9.0)
            val whole = valueOf(longArrayOf(-1, -2, -2, -2, 0, -1, -3, -4), 1, 2, 2, 2)
            avgPool3d(whole, 2).toLongArray().toList() shouldBe listOf(-1L)
            avgPool3d(whole, 2, divisorOverride = 4).toLongArray().toList() shouldBe listOf(-3L)
            avgPool3d(whole, 2, 2, 1, countIncludePad = false).toLongArray().toList() shouldBe whole.toLongArray().toList()
        }
        test("norms of windows") {
            lpPool1d(counted(1, 4), 1.0, 2).toDoubleArray().toList() shouldBe listOf(3.0, 7.0)
            lpPool2d(valueOf(doubleArrayOf(3.0, 4.0, 0.0, 0.0), 1, 2, 2), 2.0, 2).toDoubleArray().toList() shouldBe listOf(5.0)
            lpPool3d(counted(1, 1, 1, 2), 1.0, listOf(1, 1, 2)).toDoubleArray().toList() shouldBe listOf(3.0)
            lpPool3d(counted(1, 2, 2, 2), 1.0, 2).toDoubleArray().toList() shouldBe listOf(36.0)
        }
        test("sentences") {
            problem { maxPool1d(counted(1, 2), 3) } shouldBe "max_pool1d: kernel is longer than the padded input: 2 < 3"
            problem { avgPool1d(counted(1, 1, 1, 2), 1) } shouldBe "avg_pool1d: needs a batch of lines or lines: axes: 2 > 1"
            problem { maxPool3d(counted(1, 1, 2, 2), 2) } shouldBe "max_pool3d: kernel is deeper than the padded input: 1 < 2"
            problem { maxPool3d(counted(1, 2, 2, 2), listOf(2, 1)) } shouldBe "max_pool3d: kernel needs one number or three: [2, 1]"
            problem { avgPool3d(counted(1, 2, 2, 2), 2, divisorOverride = 0) } shouldBe "avg_pool3d: divisor cannot be 0"
            problem { lpPool2d(counted(1, 2, 2), 0.0, 2) } shouldBe "lp_pool2d: the norm cannot be 0"
        }
    })
