package dev.rankine.nn

import dev.rankine.nn.ResizeDims.Batch
import dev.rankine.nn.ResizeDims.Colors
import dev.rankine.nn.ResizeDims.High
import dev.rankine.nn.ResizeDims.Higher
import dev.rankine.nn.ResizeDims.One
import dev.rankine.nn.ResizeDims.Wide
import dev.rankine.nn.ResizeDims.Wider
import dev.rankine.ops.InterpolateMode
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.ones
import dev.rankine.tensor.untyped
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

internal object ResizeDims {
    object Batch : Dim<Batch>()

    object Colors : Dim<Colors>(4)

    object One : Dim<One>(1)

    object High : Dim<High>(3)

    object Wide : Dim<Wide>(2)

    object Higher : Dim<Higher>(6)

    object Wider : Dim<Wider>()
}

internal class ResizeLayersTest :
    FunSpec({
        fun problem(block: () -> Unit) = shouldThrow<ShapeException> { block() }.problem

        fun refusal(block: () -> Unit) = shouldThrow<IllegalArgumentException> { block() }.message

        test("the axes of the result are named") {
            val planes = ones(Batch of 1, Colors, High, Wide)
            val larger: Tensor<Rank4<Batch, Colors, Higher, Wider>> = Upsample(2.0)(planes, rows = Higher, columns = Wider)
            larger.sizes.toString() shouldBe "[Batch = 1, Colors = 4, Higher = 6, Wider = 4]"
            val line: Tensor<Cube<Batch, Colors, Wider>> = Upsample(listOf(5))(ones(Batch of 1, Colors, High), length = Wider)
            line.sizes.toString() shouldBe "[Batch = 1, Colors = 4, Wider = 5]"
            val volume: Tensor<Rank5<Batch, One, Wider, Higher, Wider>> =
                Upsample(listOf(4, 6, 4))(ones(Batch of 1, One, Wide, High, Wide), Wider, Higher, Wider)
            volume.sizes.toString() shouldBe "[Batch = 1, One = 1, Wider = 4, Higher = 6, Wider = 4]"
            val pixels: Tensor<Rank4<Batch, One, Higher, Wider>> = PixelShuffle(2)(planes, One, Higher, Wider)
            pixels.sizes.toString() shouldBe "[Batch = 1, One = 1, Higher = 6, Wider = 4]"
            PixelUnshuffle(2)(pixels, Colors, High, Wide).sizes.toString() shouldBe planes.sizes.toString()
            ChannelShuffle(2)(planes).sizes.toString() shouldBe planes.sizes.toString()
            UpsamplingNearest2d(2.0)(planes.untyped()).sizes.toList() shouldBe listOf(1, 4, 6, 4)
            PixelUnshuffle(1)(planes.untyped()).sizes.toList() shouldBe listOf(1, 4, 3, 2)
            problem { Upsample(3.0)(planes, Higher, Wider) } shouldBe "upsample: the number of rows differs from that of Higher: 9 != 6"
        }
        test("upsampling of planes") {
            val x = valueOf(doubleArrayOf(1.0, 2.0), 1, 1, 1, 2)
            UpsamplingNearest2d(listOf(1, 4)).call(x).toDoubleArray().toList() shouldBe listOf(1.0, 1.0, 2.0, 2.0)
            UpsamplingBilinear2d(listOf(1, 3)).call(x).toDoubleArray().toList() shouldBe listOf(1.0, 1.5, 2.0)
            UpsamplingBilinear2d(2.0).call(x).sizes.toList() shouldBe listOf(1, 1, 2, 4)
        }
        test("what they refuse") {
            refusal { Upsample() } shouldBe "upsample: needs either a size or a scale: null and null given"
            refusal { Upsample(listOf(1), listOf(1.0)) } shouldBe "upsample: needs either a size or a scale: [1] and [1.0] given"
            refusal { PixelShuffle(0) } shouldBe "pixel_shuffle: the factor must be at least 1: 0"
            refusal { PixelUnshuffle(0) } shouldBe "pixel_unshuffle: the factor must be at least 1: 0"
            refusal { ChannelShuffle(0) } shouldBe "channel_shuffle: groups must be at least 1: 0"
            problem { UpsamplingNearest2d(2.0).call(spread(1, 1, 3)) } shouldBe
                "upsampling_nearest2d: needs a batch of planes: [1, 1, 3] given"
            problem { UpsamplingBilinear2d(2.0).call(spread(1, 1, 3)) } shouldBe
                "upsampling_bilinear2d: needs a batch of planes: [1, 1, 3] given"
            problem { Upsample(2.0, InterpolateMode.LINEAR).call(spread(1, 1, 2, 2)) } shouldBe
                "interpolate: linear does not resize 2 axes: rank 4"
            problem { PixelShuffle(2).call(spread(1, 3, 1, 1)) } shouldBe
                "pixel_shuffle: the channels do not divide by the square of the factor: 3 % 4 != 0"
            problem { ChannelShuffle(2).call(spread(1, 4)) } shouldBe
                "channel_shuffle: needs a batch, channels and more: axes: 0 < 1"
        }
        test("what is printed") {
            Upsample(2.0, InterpolateMode.BILINEAR, true).toString() shouldBe "Upsample(scale = [2.0], bilinear, aligned corners)"
            UpsamplingNearest2d(listOf(3)).toString() shouldBe "UpsamplingNearest2d(size = [3], nearest)"
            PixelShuffle(2).toString() shouldBe "PixelShuffle(factor = 2)"
            PixelUnshuffle(2).toString() shouldBe "PixelUnshuffle(factor = 2)"
            ChannelShuffle(2).toString() shouldBe "ChannelShuffle(groups = 2)"
        }
    })
