package dev.rankine.nn

import dev.rankine.ops.PadMode
import dev.rankine.ops.Padding
import dev.rankine.ops.Value
import dev.rankine.ops.conv3d
import dev.rankine.ops.manualSeed
import dev.rankine.ops.pad
import dev.rankine.ops.to
import dev.rankine.ops.toDoubleArray
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Half
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.ones
import dev.rankine.tensor.unchecked
import dev.rankine.tensor.untyped
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe
import kotlin.math.abs
import kotlin.math.sqrt

private object Clips : Dim<Clips>()

private object Tones : Dim<Tones>(2)

private object Chords : Dim<Chords>(4)

private object Seconds : Dim<Seconds>(6)

private object Lofty : Dim<Lofty>(4)

private object Ample : Dim<Ample>(8)

private object Remains : Dim<Remains>()

private object Extra : Dim<Extra>()

private fun message(block: () -> Any?): String = shouldThrow<ShapeException> { block() }.message!!

private fun line(block: () -> Any?): String = message(block).lines().first()

private fun lines(): Tensor<Cube<Clips, Tones, Seconds>> = ones(Clips of 3, Tones, Seconds)

private fun volumes(): Tensor<Rank5<Clips, Tones, Seconds, Lofty, Ample>> = ones(Clips of 2, Tones, Seconds, Lofty, Ample)

/** [Conv1d] and [Conv3d]; those of planes are in [LayersTest]. */
@OptIn(UncheckedShape::class)
internal class ConvolutionLayersTest :
    FunSpec({
        test("lines that stay, are halved or have a name") {
            val same = Conv1d(Tones, Chords, kernel = 3, padding = Padding.SAME)
            val kept: Tensor<Cube<Clips, Chords, Seconds>> = same(lines())
            kept.sizes.toString() shouldBe "[Clips = 3, Chords = 4, Seconds = 6]"
            val alone: Tensor<Mat<Chords, Seconds>> = same(ones(Tones, Seconds))
            alone.sizes.toString() shouldBe "[Chords = 4, Seconds = 6]"
            val strided = Conv1d(Tones, Chords, kernel = 3, stride = 2, padding = 1)
            val halved: Tensor<Cube<Clips, Chords, Half<Seconds>>> = strided.halving(lines())
            halved.sizes.toString() shouldBe "[Clips = 3, Chords = 4, Seconds/2 = 3]"
            val half: Tensor<Mat<Chords, Half<Seconds>>> = strided.halving(ones(Tones, Seconds))
            half.sizes.toString() shouldBe "[Chords = 4, Seconds/2 = 3]"
            val named: Tensor<Cube<Clips, Chords, Remains>> = Conv1d(Tones, Chords, 3)(lines(), length = Remains)
            named.sizes.toString() shouldBe "[Clips = 3, Chords = 4, Remains = 4]"
            val row: Tensor<Mat<Chords, Remains>> = Conv1d(Tones, Chords, 3)(ones(Tones, Seconds), length = Remains of 4)
            row.sizes.toString() shouldBe "[Chords = 4, Remains = 4]"
            same(lines().untyped()).sizes.toList() shouldBe listOf(3, 4, 6)
            val known: Tensor<Cube<*, Tones, *>> = lines().value.unchecked()
            same(known).sizes.toString() shouldBe "[Clips = 3, Chords = 4, Seconds = 6]"
            strided.halving(known).sizes.toString() shouldBe "[Clips = 3, Chords = 4, Seconds/2 = 3]"
            strided(known, length = Remains).sizes.toString() shouldBe "[Clips = 3, Chords = 4, Remains = 3]"
        }

        test("volumes that stay, are halved or have names") {
            val same = Conv3d(Tones, Chords, kernel = 3, padding = Padding.SAME)
            val kept: Tensor<Rank5<Clips, Chords, Seconds, Lofty, Ample>> = same(volumes())
            kept.sizes.toString() shouldBe "[Clips = 2, Chords = 4, Seconds = 6, Lofty = 4, Ample = 8]"
            val alone: Tensor<Rank4<Chords, Seconds, Lofty, Ample>> = same(ones(Tones, Seconds, Lofty, Ample))
            alone.sizes.toString() shouldBe "[Chords = 4, Seconds = 6, Lofty = 4, Ample = 8]"
            val strided = Conv3d(Tones, Chords, kernel = 2, stride = 2)
            val halved: Tensor<Rank5<Clips, Chords, Half<Seconds>, Half<Lofty>, Half<Ample>>> = strided.halving(volumes())
            halved.sizes.toString() shouldBe "[Clips = 2, Chords = 4, Seconds/2 = 3, Lofty/2 = 2, Ample/2 = 4]"
            val half: Tensor<Rank4<Chords, Half<Seconds>, Half<Lofty>, Half<Ample>>> = strided.halving(ones(Tones, Seconds, Lofty, Ample))
            half.sizes.toString() shouldBe "[Chords = 4, Seconds/2 = 3, Lofty/2 = 2, Ample/2 = 4]"
            val named: Tensor<Rank5<Clips, Chords, Remains, Extra, Ample>> =
                Conv3d(Tones, Chords, listOf(3, 2, 1))(volumes(), depth = Remains, rows = Extra, columns = Ample)
            named.sizes.toString() shouldBe "[Clips = 2, Chords = 4, Remains = 4, Extra = 3, Ample = 8]"
            val single: Tensor<Rank4<Chords, Remains, Lofty, Ample>> =
                Conv3d(Tones, Chords, listOf(3, 1, 1))(ones(Tones, Seconds, Lofty, Ample), depth = Remains, rows = Lofty, columns = Ample)
            single.sizes.toString() shouldBe "[Chords = 4, Remains = 4, Lofty = 4, Ample = 8]"
            same(volumes().untyped()).sizes.toList() shouldBe listOf(2, 4, 6, 4, 8)
            val known: Tensor<Rank5<*, Tones, *, *, *>> = volumes().value.unchecked()
            same(known).sizes.toString() shouldBe "[Clips = 2, Chords = 4, Seconds = 6, Lofty = 4, Ample = 8]"
            strided.halving(known).sizes.toString() shouldBe "[Clips = 2, Chords = 4, Seconds/2 = 3, Lofty/2 = 2, Ample/2 = 4]"
            strided(known, depth = Remains, rows = Extra, columns = Lofty).sizes.toString() shouldBe
                "[Clips = 2, Chords = 4, Remains = 3, Extra = 2, Lofty = 4]"
        }

        test("they say which sizes do not stay, are not halved or differ") {
            val conv = Conv1d(Tones, Chords, kernel = 3)
            message { conv(lines()) } shouldBe
                """
                conv1d: the length does not stay as it is: 6 != 4
                  input   [Clips = 3, Tones = 2, Seconds = 6]
                  result  [Clips = 3, Chords = 4, 4]
                  hint: name the axis of the result: `layer(x, length = ...)`
                """.trimIndent()
            line { conv.halving(lines()) } shouldBe "conv1d: the length is not halved: 6 became 4"
            line { conv(lines(), length = Remains of 5) } shouldBe "conv1d: the number of elements differs from that of Remains: 4 != 5"
            val deep = Conv3d(Tones, Chords, kernel = 3)
            message { deep(volumes()) } shouldBe
                """
                conv3d: the planes, rows and columns do not stay as they are: 6x4x8 != 4x2x6
                  input   [Clips = 2, Tones = 2, Seconds = 6, Lofty = 4, Ample = 8]
                  result  [2, 4, 4, 2, 6]
                  hint: name the axes of the result: `layer(x, depth = ..., rows = ..., columns = ...)`
                """.trimIndent()
            line { deep(volumes(), depth = Remains of 3, rows = Extra, columns = Remains) } shouldBe
                "conv3d: the number of planes differs from that of Remains: 4 != 3"
        }

        test("what is no convolution is refused when it is made") {
            line { Conv1d(Tones, Chords, 0) } shouldBe "conv1d: kernel must be at least 1: 0 given"
            line { Conv1d(Tones, Chords, 3, stride = 0) } shouldBe "conv1d: stride must be at least 1: 0 given"
            line { Conv1d(Tones, Chords, 3, dilation = 0) } shouldBe "conv1d: dilation must be at least 1: 0 given"
            line { Conv1d(Tones, Chords, 3, padding = -1) } shouldBe "conv1d: padding cannot be negative: -1 given"
            line { Conv1d(Tones, Chords, 3, groups = 3) } shouldBe
                "conv1d: the channels do not divide into groups: Tones of 2, Chords of 4, 3 groups"
            line { Conv1d(Tones, Chords, 3, Padding.SAME, stride = 2) } shouldBe "conv1d: the same size needs stride 1: [2] given"
            message { Conv1d(Tones, Chords, 3, Padding.Both(1)) } shouldBe
                "conv1d: this padding has height and width: Both(height=1, width=1)\n  hint: call Padding.Each(listOf(...))"
            line { Conv2d(Tones, Chords, 3, Padding.Each(listOf(1, 2, 3))) } shouldBe
                "conv2d: padding is one number or height and width: [1, 2, 3] given"
            line { Conv2d(Tones, Chords, listOf(3, 0)) } shouldBe "conv2d: kernel must be at least 1: 3x0 given"
            line { Conv3d(Tones, Chords, listOf(3, 3)) } shouldBe "conv3d: kernel is one number or depth, height and width: [3, 3] given"
            line { Conv3d(Tones, Chords, listOf(3), listOf(1, 2)) } shouldBe
                "conv3d: stride is one number or depth, height and width: [1, 2] given"
            line { Conv3d(Tones, Chords, listOf(3), dilation = listOf(1, 0, 1)) } shouldBe
                "conv3d: dilation must be at least 1: 1x0x1 given"
            line { Conv3d(Tones, Remains, 3) } shouldBe "axis: Remains declares no size"
        }

        test("inputs that do not fit are refused") {
            line { Conv1d(Tones, Chords, 3).call(spread(3, 6)) } shouldBe "conv1d: channels do not fit the weight: 3 != 2"
            line { Conv1d(Tones, Chords, 7).call(ones(Tones, Seconds).value) } shouldBe
                "conv1d: kernel is longer than the padded input: 6 < 7"
            line { Conv3d(Tones, Chords, 3).call(ones(Tones, Seconds).value) } shouldBe
                line { conv3d(ones(Tones, Seconds).value, Conv3d(Tones, Chords, 3).weight.value) }
            line { Conv1d(Tones, Chords, 3, padding = 6, paddingMode = PadMode.REFLECT).call(ones(Tones, Seconds).value) } shouldBe
                "pad: too few elements on axis 1: 6 for pads 6 and 6"
            line { Conv1d(Tones, Chords, 3, padding = 1, paddingMode = PadMode.CIRCULAR).call(ones(Seconds).value) } shouldBe
                line { Conv1d(Tones, Chords, 3).call(ones(Seconds).value) }
        }

        test("padding modes") {
            manualSeed(5)
            val x = spread(1, 2, 3, 4, 5)
            for (mode in PadMode.entries) {
                val conv = Conv3d(Tones, Chords, listOf(1, 2, 3), padding = Padding.Each(listOf(0, 1, 2)), paddingMode = mode)
                val input = to(x, conv.weight.value.dtype)
                val padded = pad(input, listOf(2, 2, 1, 1, 0, 0), mode)
                val wanted = conv3d(padded, conv.weight.value, conv.bias?.value).toDoubleArray()
                conv
                    .call(input)
                    .toDoubleArray()
                    .zip(wanted)
                    .forEach { (a, b) -> a shouldBe (b plusOrMinus 1e-5) }
            }
            val even = Conv1d(Tones, Chords, 4, Padding.SAME, paddingMode = PadMode.REPLICATE)
            even.call(lines().value).sizes.toList() shouldBe listOf(3, 4, 6)
            val row = to(spread(2, 6), even.weight.value.dtype)
            val plain = Conv1d(Tones, Chords, 4)
            plain.loadStateDict(even.stateDict())
            even.call(row).toDoubleArray() shouldBe plain.call(pad(row, listOf(1, 2), PadMode.REPLICATE)).toDoubleArray()
        }

        test("names in the state_dict are PyTorch's, weights start uniform below 1/sqrt(fan)") {
            manualSeed(3)
            Conv1d(Tones, Chords, 3).stateDict().mapValues { it.value.sizes.toList() } shouldBe
                mapOf("weight" to listOf(4, 2, 3), "bias" to listOf(4))
            Conv3d(Tones, Chords, 3, bias = false).stateDict().mapValues { it.value.sizes.toList() } shouldBe
                mapOf("weight" to listOf(4, 2, 3, 3, 3))
            val conv = Conv3d(Seconds, Chords, listOf(5, 4, 3), groups = 2)
            conv.weight.value.sizes
                .toString() shouldBe "[Chords = 4, Dyn = 3, Dyn = 5, Dyn = 4, Dyn = 3]"

            fun Value.below(bound: Double): Boolean =
                toDoubleArray().let { all ->
                    all.all { abs(it) <= bound } &&
                        all.any { abs(it) > bound / 2 }
                }
            conv.weight.value.below(1 / sqrt(3.0 * 60)) shouldBe true
            conv.bias!!.value.below(1 / sqrt(3.0 * 60)) shouldBe true
            Conv1d(Seconds, Chords, 5).weight.value.below(1 / sqrt(30.0)) shouldBe true
        }

        test("they print their settings") {
            Conv1d(Tones, Chords, 3, padding = 1, dilation = 2, paddingMode = PadMode.REFLECT).toString() shouldBe
                "Conv1d(Tones = 2 -> Chords = 4, kernel = 3, padding = 1, dilation = [2], REFLECT)"
            Conv1d(Tones, Chords, 3, Padding.SAME, bias = false).toString() shouldBe
                "Conv1d(Tones = 2 -> Chords = 4, kernel = 3, padding = SAME, no bias)"
            Conv3d(Tones, Chords, listOf(1, 2, 3), listOf(2), Padding.Each(listOf(0, 1, 0)), groups = 2).toString() shouldBe
                "Conv3d(Tones = 2 -> Chords = 4, kernel = 1x2x3, stride = [2], padding = 0x1x0, groups = 2)"
        }

        test("a chain of them is checked when it is built") {
            line { Sequential(Conv1d(Tones, Chords, 3), Conv1d(Tones, Chords, 3)) } shouldBe
                "sequential: part 1 does not take the channels that part 0 gives: 2 != 4"
            line { Sequential(Conv3d(Tones, Chords, 3), ConvTranspose3d(Tones, Chords, 3)) } shouldBe
                "sequential: part 1 does not take the channels that part 0 gives: 2 != 4"
        }
    })
