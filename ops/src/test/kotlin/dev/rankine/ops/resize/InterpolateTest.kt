package dev.rankine.ops.resize

import dev.rankine.ops.InterpolateMode
import dev.rankine.ops.Value
import dev.rankine.ops.channelShuffle
import dev.rankine.ops.interpolate
import dev.rankine.ops.pixelShuffle
import dev.rankine.ops.pixelUnshuffle
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal class InterpolateTest :
    FunSpec({
        fun counted(vararg sizes: Int): Value = valueOf(DoubleArray(Sizes.of(*sizes).elements) { it + 1.0 }, *sizes)

        fun problem(block: () -> Value) = shouldThrow<ShapeException> { block() }.problem

        test("nearest elements, from below and by centres") {
            val x = counted(1, 1, 3)
            interpolate(x, listOf(5)).toDoubleArray().toList() shouldBe listOf(1.0, 1.0, 2.0, 2.0, 3.0)
            interpolate(x, listOf(2), mode = InterpolateMode.NEAREST_EXACT).toDoubleArray().toList() shouldBe listOf(1.0, 3.0)
            interpolate(counted(1, 1, 2, 2), scale = listOf(1.0, 2.0)).toDoubleArray().toList() shouldBe
                listOf(1.0, 1.0, 2.0, 2.0, 3.0, 3.0, 4.0, 4.0)
        }
        test("lines between elements, from edge to edge and from corner to corner") {
            val x = counted(1, 1, 3)
            interpolate(x, listOf(6), mode = InterpolateMode.LINEAR).toDoubleArray().toList() shouldBe
                listOf(1.0, 1.25, 1.75, 2.25, 2.75, 3.0)
            interpolate(x, listOf(5), mode = InterpolateMode.LINEAR, alignCorners = true).toDoubleArray().toList() shouldBe
                listOf(1.0, 1.5, 2.0, 2.5, 3.0)
            interpolate(x, listOf(1), mode = InterpolateMode.LINEAR, alignCorners = true).toDoubleArray().toList() shouldBe listOf(1.0)
        }
        test("a scale stays what it is unless it is computed anew from the sizes") {
            val x = counted(1, 1, 4)
            interpolate(x, scale = listOf(1.7), mode = InterpolateMode.LINEAR).sizes shouldBe Sizes.of(1, 1, 6)
            val anew = interpolate(x, scale = listOf(1.7), mode = InterpolateMode.LINEAR, recomputeScale = true).toDoubleArray()
            anew shouldBe interpolate(x, listOf(6), mode = InterpolateMode.LINEAR).toDoubleArray()
        }
        test("pixels move between channels and planes and back") {
            val x = counted(1, 4, 1, 2)
            pixelShuffle(x, 2).toDoubleArray().toList() shouldBe listOf(1.0, 3.0, 2.0, 4.0, 5.0, 7.0, 6.0, 8.0)
            pixelUnshuffle(pixelShuffle(x, 2), 2).toDoubleArray() shouldBe x.toDoubleArray()
            channelShuffle(counted(1, 4, 1), 2).toDoubleArray().toList() shouldBe listOf(1.0, 3.0, 2.0, 4.0)
        }
        test("sentences") {
            val x = counted(1, 1, 2)
            problem { interpolate(x) } shouldBe "interpolate: needs either a size or a scale: null and null given"
            problem { interpolate(counted(2, 2), listOf(1)) } shouldBe "interpolate: needs three axes to five: [2, 2] given"
            problem { interpolate(x, listOf(1, 2)) } shouldBe "interpolate: size needs one number: [1, 2]"
            problem { interpolate(x, scale = listOf(-1.0)) } shouldBe "interpolate: a scale must be positive: [-1.0]"
            problem { interpolate(x, listOf(3), mode = InterpolateMode.BICUBIC) } shouldBe
                "interpolate: bicubic does not resize 1 axes: rank 3"
            problem { interpolate(x, listOf(3), alignCorners = true) } shouldBe
                "interpolate: nearest has no corners to align: alignCorners = true"
            problem { interpolate(x, listOf(0)) } shouldBe "interpolate: the result is empty: [0]"
            problem { interpolate(counted(1, 1, 0), listOf(2)) } shouldBe "interpolate: the input is empty: [1, 1, 0]"
            problem { pixelShuffle(counted(1, 2, 1, 1), 2) } shouldBe
                "pixel_shuffle: the channels do not divide by the square of the factor: 2 % 4 != 0"
            problem { pixelUnshuffle(counted(1, 2, 1, 1), 2) } shouldBe
                "pixel_unshuffle: the rows do not divide by the factor: 1 % 2 != 0"
            problem { channelShuffle(counted(1, 3, 1), 2) } shouldBe
                "channel_shuffle: the channels do not divide into groups: 3 % 2 != 0"
        }
    })
