package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.manualSeed
import dev.rankine.ops.toDoubleArray
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Half
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.half
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.ones
import dev.rankine.tensor.untyped
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import kotlin.math.abs
import kotlin.math.sqrt

private object Batch : Dim<Batch>()

private object Colors : Dim<Colors>(2)

private object Maps : Dim<Maps>(4)

private object Long : Dim<Long>(6)

private object High : Dim<High>(4)

private object Wide : Dim<Wide>(8)

private object Rest : Dim<Rest>()

private object Eleven : Dim<Eleven>(11)

private object Twelve : Dim<Twelve>(12)

private fun message(block: () -> Any?): String = shouldThrow<ShapeException> { block() }.message!!

private fun line(block: () -> Any?): String = message(block).lines().first()

internal class TransposedConvolutionTest :
    FunSpec({
        test("lines that stay, are doubled or have a name") {
            val keeping = ConvTranspose1d(Colors, Maps, kernel = 3, padding = 1)
            val kept: Tensor<Cube<Batch, Maps, Long>> = keeping(ones(Batch of 2, Colors, Long))
            kept.sizes.toString() shouldBe "[Batch = 2, Maps = 4, Long = 6]"
            val alone: Tensor<Mat<Maps, Long>> = keeping(ones(Colors, Long))
            alone.sizes.toString() shouldBe "[Maps = 4, Long = 6]"
            // the output padding that doubles is found
            val up = ConvTranspose1d(Colors, Maps, kernel = 3, stride = 2, padding = 1)
            val doubled: Tensor<Cube<Batch, Maps, Long>> = up.doubling(ones(Batch of 2, Colors, Long.half))
            doubled.sizes.toString() shouldBe "[Batch = 2, Maps = 4, Long = 6]"
            val double: Tensor<Mat<Maps, Long>> = up.doubling(ones(Colors, Long.half))
            double.sizes.toString() shouldBe "[Maps = 4, Long = 6]"
            val odd: Tensor<Cube<Batch, Maps, Eleven>> = up(ones(Batch of 2, Colors, Long), length = Eleven)
            odd.sizes.toString() shouldBe "[Batch = 2, Maps = 4, Eleven = 11]"
            val even: Tensor<Mat<Maps, Twelve>> = up(ones(Colors, Long), length = Twelve)
            even.sizes.toString() shouldBe "[Maps = 4, Twelve = 12]"
            up(ones(Colors, Long), length = Rest).sizes.toString() shouldBe "[Maps = 4, Rest = 11]"
            keeping(ones(Colors, Long).untyped()).sizes.toList() shouldBe listOf(4, 6)
            val known: Tensor<Cube<*, Colors, *>> = ones(Batch of 2, Colors, Long)
            keeping(known).sizes.toString() shouldBe "[Batch = 2, Maps = 4, Long = 6]"
            up(known, length = Rest of 12).sizes.toString() shouldBe "[Batch = 2, Maps = 4, Rest = 12]"
            up.doubling(known).sizes.toString() shouldBe "[Batch = 2, Maps = 4, 12]"
        }

        test("planes") {
            val up = ConvTranspose2d(Colors, Maps, kernel = 2, stride = 2)
            val doubled: Tensor<Rank4<Batch, Maps, Half<High>, Wide>> = up.doubling(ones(Batch of 2, Colors, Half(High.half), Wide.half))
            doubled.sizes.toString() shouldBe "[Batch = 2, Maps = 4, High/2 = 2, Wide = 8]"
            val plane: Tensor<Cube<Maps, High, Wide>> = up.doubling(ones(Colors, High.half, Wide.half))
            plane.sizes.toString() shouldBe "[Maps = 4, High = 4, Wide = 8]"
            val keeping = ConvTranspose2d(Colors, Maps, listOf(1, 3), padding = listOf(0, 1))
            val kept: Tensor<Rank4<Batch, Maps, High, Wide>> = keeping(ones(Batch of 2, Colors, High, Wide))
            kept.sizes.toString() shouldBe "[Batch = 2, Maps = 4, High = 4, Wide = 8]"
            val single: Tensor<Cube<Maps, High, Wide>> = keeping(ones(Colors, High, Wide))
            single.sizes.toString() shouldBe "[Maps = 4, High = 4, Wide = 8]"
            val wide = ConvTranspose2d(Colors, Maps, kernel = 3, stride = 2)
            val named: Tensor<Rank4<Batch, Maps, Rest, Twelve>> =
                wide(ones(Batch of 2, Colors, High, Rest of 5), rows = Rest, columns = Twelve)
            named.sizes.toString() shouldBe "[Batch = 2, Maps = 4, Rest = 9, Twelve = 12]"
            val image: Tensor<Cube<Maps, Rest, Rest>> = wide(ones(Colors, High, High), rows = Rest of 10, columns = Rest of 9)
            image.sizes.toList() shouldBe listOf(4, 10, 9)
            wide(ones(Colors, High, High).untyped()).sizes.toList() shouldBe listOf(4, 9, 9)
            val known: Tensor<Rank4<*, Colors, *, *>> = ones(Batch of 2, Colors, High, Wide)
            keeping(known).sizes.toString() shouldBe "[Batch = 2, Maps = 4, High = 4, Wide = 8]"
            up(known, rows = Rest, columns = Rest of 17).sizes.toString() shouldBe "[Batch = 2, Maps = 4, Rest = 8, Rest = 17]"
            up.doubling(known).sizes.toString() shouldBe "[Batch = 2, Maps = 4, 8, 16]"
        }

        test("volumes") {
            val up = ConvTranspose3d(Colors, Maps, kernel = 2, stride = 2)
            val doubled: Tensor<Rank5<Batch, Maps, Long, High, Wide>> =
                up.doubling(
                    ones(Batch of 2, Colors, Long.half, High.half, Wide.half),
                )
            doubled.sizes.toString() shouldBe "[Batch = 2, Maps = 4, Long = 6, High = 4, Wide = 8]"
            val one: Tensor<Rank4<Maps, Long, High, Wide>> = up.doubling(ones(Colors, Long.half, High.half, Wide.half))
            one.sizes.toString() shouldBe "[Maps = 4, Long = 6, High = 4, Wide = 8]"
            val keeping = ConvTranspose3d(Colors, Maps, listOf(1, 3, 1), padding = listOf(0, 1, 0))
            val kept: Tensor<Rank5<Batch, Maps, Long, High, Wide>> = keeping(ones(Batch of 2, Colors, Long, High, Wide))
            kept.sizes.toString() shouldBe "[Batch = 2, Maps = 4, Long = 6, High = 4, Wide = 8]"
            val single: Tensor<Rank4<Maps, Long, High, Wide>> = keeping(ones(Colors, Long, High, Wide))
            single.sizes.toString() shouldBe "[Maps = 4, Long = 6, High = 4, Wide = 8]"
            val named: Tensor<Rank5<Batch, Maps, Twelve, Wide, Rest>> =
                up(ones(Batch of 2, Colors, Long, High, Wide), depth = Twelve, rows = Wide, columns = Rest)
            named.sizes.toString() shouldBe "[Batch = 2, Maps = 4, Twelve = 12, Wide = 8, Rest = 16]"
            val deep: Tensor<Rank4<Maps, Rest, Wide, Rest>> =
                up(
                    ones(Colors, Long, High, Wide),
                    depth = Rest of 13,
                    rows = Wide,
                    columns =
                        Rest of 16,
                )
            deep.sizes.toList() shouldBe listOf(4, 13, 8, 16)
            up(ones(Colors, Long, High, Wide).untyped()).sizes.toList() shouldBe listOf(4, 12, 8, 16)
            val known: Tensor<Rank5<*, Colors, *, *, *>> = ones(Batch of 2, Colors, Long, High, Wide)
            keeping(known).sizes.toString() shouldBe "[Batch = 2, Maps = 4, Long = 6, High = 4, Wide = 8]"
            up(known, depth = Twelve, rows = Wide, columns = Rest).sizes.toString() shouldBe
                "[Batch = 2, Maps = 4, Twelve = 12, Wide = 8, Rest = 16]"
            up.doubling(known).sizes.toString() shouldBe "[Batch = 2, Maps = 4, 12, 8, 16]"
        }

        test("the size of the result at the call") {
            val up = ConvTranspose2d(Colors, Maps, kernel = 3, stride = 3, padding = 1)
            val x = ones(Batch of 1, Colors, High, High).value
            up.call(x).sizes.toList() shouldBe listOf(1, 4, 10, 10)
            up.call(x, listOf(12, 11)).sizes.toList() shouldBe listOf(1, 4, 12, 11)
            up.call(x, listOf(7, 7, 11, 10)).sizes.toList() shouldBe listOf(1, 4, 11, 10)
            message { up.call(x, listOf(10, 13)) } shouldBe
                """
                conv_transpose2d: the number of columns can be 10 to 12: 13 asked for
                  input  [Batch = 1, Colors = 2, High = 4, High = 4]
                """.trimIndent()
            line { up.call(x, listOf(10, 10, 10)) } shouldBe
                "conv_transpose2d: the size of the result needs 2 numbers, or all 4: [10, 10, 10] given"
            line { ConvTranspose1d(Colors, Maps, 3)(ones(Colors, Long), length = Eleven) } shouldBe
                "conv_transpose1d: the number of elements can be 8: 11 asked for"
            line { ConvTranspose3d(Colors, Maps, 2, stride = 2).call(ones(Colors, Long, High, Wide).value, listOf(9, 8, 16)) } shouldBe
                "conv_transpose3d: the number of planes can be 12 to 13: 9 asked for"
        }

        test("what does not stay is refused") {
            message { ConvTranspose1d(Colors, Maps, 3)(ones(Colors, Long)) } shouldBe
                """
                conv_transpose1d: the length does not stay as it is: 6 != 8
                  input   [Colors = 2, Long = 6]
                  result  [Maps = 4, 8]
                  hint: name the axis of the result: `layer(x, length = ...)`
                """.trimIndent()
            line { ConvTranspose2d(Colors, Maps, 3).doubling(ones(Colors, High.half, Wide.half)) } shouldBe
                "conv_transpose2d: the number of columns can be 6: 8 asked for"
        }

        test("what is no transposed convolution is refused when it is made") {
            line { ConvTranspose1d(Colors, Maps, 0) } shouldBe "conv_transpose1d: kernel must be at least 1: 0 given"
            line { ConvTranspose2d(Colors, Maps, 3, stride = 0) } shouldBe "conv_transpose2d: stride must be at least 1: 0x0 given"
            line { ConvTranspose1d(Colors, Maps, 3, padding = -1) } shouldBe "conv_transpose1d: padding cannot be negative: -1 given"
            line { ConvTranspose1d(Colors, Maps, 3, outputPadding = -1) } shouldBe
                "conv_transpose1d: output padding cannot be negative: -1 given"
            line { ConvTranspose1d(Colors, Maps, 3, outputPadding = 1) } shouldBe
                "conv_transpose1d: output padding must be smaller than stride or dilation: [1], stride [1], dilation [1]"
            line { ConvTranspose1d(Colors, Maps, 3, dilation = 0) } shouldBe "conv_transpose1d: dilation must be at least 1: 0 given"
            line { ConvTranspose3d(Colors, Maps, 3, groups = 4) } shouldBe
                "conv_transpose3d: the channels do not divide into groups: Colors of 2, Maps of 4, 4 groups"
            line { ConvTranspose3d(Colors, Maps, listOf(1, 2)) } shouldBe
                "conv_transpose3d: kernel is one number or depth, height and width: [1, 2] given"
        }

        test("inputs that do not fit are refused") {
            line { ConvTranspose1d(Colors, Maps, 3).call(drawn(1, 3, 6)) } shouldBe
                "conv_transpose1d: channels do not fit the weight: 3 != 2"
            line { ConvTranspose1d(Colors, Maps, 1, padding = 3).call(ones(Colors, Long).value) } shouldBe
                "conv_transpose1d: padding cuts off the whole line: 5 < 6"
        }

        test("names in the state_dict are PyTorch's, weights start uniform below 1/sqrt(fan)") {
            manualSeed(3)
            ConvTranspose1d(Colors, Maps, 3).stateDict().mapValues { it.value.sizes.toList() } shouldBe
                mapOf("weight" to listOf(2, 4, 3), "bias" to listOf(4))
            ConvTranspose2d(Colors, Maps, 3, bias = false).stateDict().mapValues { it.value.sizes.toList() } shouldBe
                mapOf("weight" to listOf(2, 4, 3, 3))
            val conv = ConvTranspose3d(Long, Maps, listOf(5, 4, 3), groups = 2)
            conv.weight.value.sizes
                .toString() shouldBe "[Long = 6, 2, 5, 4, 3]"

            fun Value.below(bound: Double): Boolean =
                toDoubleArray().let { all ->
                    all.all { abs(it) <= bound } &&
                        all.any { abs(it) > bound / 2 }
                }
            conv.weight.value.below(1 / sqrt(2.0 * 60)) shouldBe true
            conv.bias!!.value.below(1 / sqrt(2.0 * 60)) shouldBe true
        }

        test("gradients") {
            manualSeed(1)
            val one = ConvTranspose1d(Colors, Maps, 2, stride = 2, padding = 1, groups = 2)
            checkGradients(one, drawn(1, 2, 2, 3)) { one.call(it, listOf(5)) }
            val two = ConvTranspose2d(Colors, Maps, 2, stride = 2, outputPadding = 1, bias = false)
            checkGradients(two, drawn(1, 2, 2, 2), two::call)
            val three = ConvTranspose3d(Colors, Maps, listOf(2, 1, 2), stride = listOf(2, 1, 1), padding = listOf(1, 0, 0))
            checkGradients(three, drawn(1, 2, 2, 1, 2), three::call)
        }

        test("they print their settings") {
            ConvTranspose1d(Colors, Maps, 3, 2, 1, 1).toString() shouldBe
                "ConvTranspose1d(Colors = 2 -> Maps = 4, kernel = 3, stride = [2], padding = [1], output padding = [1])"
            ConvTranspose3d(Colors, Maps, 2, groups = 2, bias = false, dilation = 2).toString() shouldBe
                "ConvTranspose3d(Colors = 2 -> Maps = 4, kernel = 2x2x2, groups = 2, dilation = [2, 2, 2], no bias)"
        }
    })
