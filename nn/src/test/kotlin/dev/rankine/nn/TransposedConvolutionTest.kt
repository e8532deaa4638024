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
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.ones
import dev.rankine.tensor.unchecked
import dev.rankine.tensor.untyped
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import kotlin.math.abs
import kotlin.math.sqrt

private object Leaves : Dim<Leaves>()

private object Shades : Dim<Shades>(2)

private object Prints : Dim<Prints>(4)

private object Lengths : Dim<Lengths>(6)

private object Heights : Dim<Heights>(4)

private object Widths : Dim<Widths>(8)

private object Others : Dim<Others>()

private object Eleven : Dim<Eleven>(11)

private object Twelve : Dim<Twelve>(12)

private fun message(block: () -> Any?): String = shouldThrow<ShapeException> { block() }.message!!

private fun line(block: () -> Any?): String = message(block).lines().first()

@OptIn(UncheckedShape::class)
internal class TransposedConvolutionTest :
    FunSpec({
        test("lines that stay, are doubled or have a name") {
            val keeping = ConvTranspose1d(Shades, Prints, kernel = 3, padding = 1)
            val kept: Tensor<Cube<Leaves, Prints, Lengths>> = keeping(ones(Leaves of 2, Shades, Lengths))
            kept.sizes.toString() shouldBe "[Leaves = 2, Prints = 4, Lengths = 6]"
            val alone: Tensor<Mat<Prints, Lengths>> = keeping(ones(Shades, Lengths))
            alone.sizes.toString() shouldBe "[Prints = 4, Lengths = 6]"
            // the output padding that doubles is found
            val up = ConvTranspose1d(Shades, Prints, kernel = 3, stride = 2, padding = 1)
            val doubled: Tensor<Cube<Leaves, Prints, Lengths>> = up.doubling(ones(Leaves of 2, Shades, Lengths.half))
            doubled.sizes.toString() shouldBe "[Leaves = 2, Prints = 4, Lengths = 6]"
            val double: Tensor<Mat<Prints, Lengths>> = up.doubling(ones(Shades, Lengths.half))
            double.sizes.toString() shouldBe "[Prints = 4, Lengths = 6]"
            val odd: Tensor<Cube<Leaves, Prints, Eleven>> = up(ones(Leaves of 2, Shades, Lengths), length = Eleven)
            odd.sizes.toString() shouldBe "[Leaves = 2, Prints = 4, Eleven = 11]"
            val even: Tensor<Mat<Prints, Twelve>> = up(ones(Shades, Lengths), length = Twelve)
            even.sizes.toString() shouldBe "[Prints = 4, Twelve = 12]"
            up(ones(Shades, Lengths), length = Others).sizes.toString() shouldBe "[Prints = 4, Others = 11]"
            keeping(ones(Shades, Lengths).untyped()).sizes.toList() shouldBe listOf(4, 6)
            val known: Tensor<Cube<*, Shades, *>> = ones(Leaves of 2, Shades, Lengths).value.unchecked()
            keeping(known).sizes.toString() shouldBe "[Leaves = 2, Prints = 4, Lengths = 6]"
            up(known, length = Others of 12).sizes.toString() shouldBe "[Leaves = 2, Prints = 4, Others = 12]"
            up.doubling(known).sizes.toString() shouldBe "[Leaves = 2, Prints = 4, 12]"
        }

        test("planes") {
            val up = ConvTranspose2d(Shades, Prints, kernel = 2, stride = 2)
            val doubled: Tensor<Rank4<Leaves, Prints, Half<Heights>, Widths>> =
                up.doubling(
                    ones(Leaves of 2, Shades, Half(Heights.half), Widths.half),
                )
            doubled.sizes.toString() shouldBe "[Leaves = 2, Prints = 4, Heights/2 = 2, Widths = 8]"
            val plane: Tensor<Cube<Prints, Heights, Widths>> = up.doubling(ones(Shades, Heights.half, Widths.half))
            plane.sizes.toString() shouldBe "[Prints = 4, Heights = 4, Widths = 8]"
            val keeping = ConvTranspose2d(Shades, Prints, listOf(1, 3), padding = listOf(0, 1))
            val kept: Tensor<Rank4<Leaves, Prints, Heights, Widths>> = keeping(ones(Leaves of 2, Shades, Heights, Widths))
            kept.sizes.toString() shouldBe "[Leaves = 2, Prints = 4, Heights = 4, Widths = 8]"
            val single: Tensor<Cube<Prints, Heights, Widths>> = keeping(ones(Shades, Heights, Widths))
            single.sizes.toString() shouldBe "[Prints = 4, Heights = 4, Widths = 8]"
            val wide = ConvTranspose2d(Shades, Prints, kernel = 3, stride = 2)
            val named: Tensor<Rank4<Leaves, Prints, Others, Twelve>> =
                wide(ones(Leaves of 2, Shades, Heights, Others of 5), rows = Others, columns = Twelve)
            named.sizes.toString() shouldBe "[Leaves = 2, Prints = 4, Others = 9, Twelve = 12]"
            val image: Tensor<Cube<Prints, Others, Others>> =
                wide(
                    ones(Shades, Heights, Heights),
                    rows = Others of 10,
                    columns =
                        Others of 9,
                )
            image.sizes.toList() shouldBe listOf(4, 10, 9)
            wide(ones(Shades, Heights, Heights).untyped()).sizes.toList() shouldBe listOf(4, 9, 9)
            val known: Tensor<Rank4<*, Shades, *, *>> = ones(Leaves of 2, Shades, Heights, Widths).value.unchecked()
            keeping(known).sizes.toString() shouldBe "[Leaves = 2, Prints = 4, Heights = 4, Widths = 8]"
            up(known, rows = Others, columns = Others of 17).sizes.toString() shouldBe "[Leaves = 2, Prints = 4, Others = 8, Others = 17]"
            up.doubling(known).sizes.toString() shouldBe "[Leaves = 2, Prints = 4, 8, 16]"
        }

        test("volumes") {
            val up = ConvTranspose3d(Shades, Prints, kernel = 2, stride = 2)
            val doubled: Tensor<Rank5<Leaves, Prints, Lengths, Heights, Widths>> =
                up.doubling(
                    ones(Leaves of 2, Shades, Lengths.half, Heights.half, Widths.half),
                )
            doubled.sizes.toString() shouldBe "[Leaves = 2, Prints = 4, Lengths = 6, Heights = 4, Widths = 8]"
            val one: Tensor<Rank4<Prints, Lengths, Heights, Widths>> = up.doubling(ones(Shades, Lengths.half, Heights.half, Widths.half))
            one.sizes.toString() shouldBe "[Prints = 4, Lengths = 6, Heights = 4, Widths = 8]"
            val keeping = ConvTranspose3d(Shades, Prints, listOf(1, 3, 1), padding = listOf(0, 1, 0))
            val kept: Tensor<Rank5<Leaves, Prints, Lengths, Heights, Widths>> = keeping(ones(Leaves of 2, Shades, Lengths, Heights, Widths))
            kept.sizes.toString() shouldBe "[Leaves = 2, Prints = 4, Lengths = 6, Heights = 4, Widths = 8]"
            val single: Tensor<Rank4<Prints, Lengths, Heights, Widths>> = keeping(ones(Shades, Lengths, Heights, Widths))
            single.sizes.toString() shouldBe "[Prints = 4, Lengths = 6, Heights = 4, Widths = 8]"
            val named: Tensor<Rank5<Leaves, Prints, Twelve, Widths, Others>> =
                up(ones(Leaves of 2, Shades, Lengths, Heights, Widths), depth = Twelve, rows = Widths, columns = Others)
            named.sizes.toString() shouldBe "[Leaves = 2, Prints = 4, Twelve = 12, Widths = 8, Others = 16]"
            val deep: Tensor<Rank4<Prints, Others, Widths, Others>> =
                up(
                    ones(Shades, Lengths, Heights, Widths),
                    depth = Others of 13,
                    rows = Widths,
                    columns =
                        Others of 16,
                )
            deep.sizes.toList() shouldBe listOf(4, 13, 8, 16)
            up(ones(Shades, Lengths, Heights, Widths).untyped()).sizes.toList() shouldBe listOf(4, 12, 8, 16)
            val known: Tensor<Rank5<*, Shades, *, *, *>> = ones(Leaves of 2, Shades, Lengths, Heights, Widths).value.unchecked()
            keeping(known).sizes.toString() shouldBe "[Leaves = 2, Prints = 4, Lengths = 6, Heights = 4, Widths = 8]"
            up(known, depth = Twelve, rows = Widths, columns = Others).sizes.toString() shouldBe
                "[Leaves = 2, Prints = 4, Twelve = 12, Widths = 8, Others = 16]"
            up.doubling(known).sizes.toString() shouldBe "[Leaves = 2, Prints = 4, 12, 8, 16]"
        }

        test("the size of the result at the call") {
            val up = ConvTranspose2d(Shades, Prints, kernel = 3, stride = 3, padding = 1)
            val x = ones(Leaves of 1, Shades, Heights, Heights).value
            up.call(x).sizes.toList() shouldBe listOf(1, 4, 10, 10)
            up.call(x, listOf(12, 11)).sizes.toList() shouldBe listOf(1, 4, 12, 11)
            up.call(x, listOf(7, 7, 11, 10)).sizes.toList() shouldBe listOf(1, 4, 11, 10)
            message { up.call(x, listOf(10, 13)) } shouldBe
                """
                conv_transpose2d: the number of columns can be 10 to 12: 13 asked for
                  input  [Leaves = 1, Shades = 2, Heights = 4, Heights = 4]
                """.trimIndent()
            line { up.call(x, listOf(10, 10, 10)) } shouldBe
                "conv_transpose2d: the size of the result needs 2 numbers, or all 4: [10, 10, 10] given"
            line { ConvTranspose1d(Shades, Prints, 3)(ones(Shades, Lengths), length = Eleven) } shouldBe
                "conv_transpose1d: the number of elements can be 8: 11 asked for"
            line {
                ConvTranspose3d(
                    Shades,
                    Prints,
                    2,
                    stride = 2,
                ).call(ones(Shades, Lengths, Heights, Widths).value, listOf(9, 8, 16))
            } shouldBe
                "conv_transpose3d: the number of planes can be 12 to 13: 9 asked for"
        }

        test("what does not stay is refused") {
            message { ConvTranspose1d(Shades, Prints, 3)(ones(Shades, Lengths)) } shouldBe
                """
                conv_transpose1d: the length does not stay as it is: 6 != 8
                  input   [Shades = 2, Lengths = 6]
                  result  [4, 8]
                  hint: name the axis of the result: `layer(x, length = ...)`
                """.trimIndent()
            line { ConvTranspose2d(Shades, Prints, 3).doubling(ones(Shades, Heights.half, Widths.half)) } shouldBe
                "conv_transpose2d: the number of columns can be 6: 8 asked for"
        }

        test("what is no transposed convolution is refused when it is made") {
            line { ConvTranspose1d(Shades, Prints, 0) } shouldBe "conv_transpose1d: kernel must be at least 1: 0 given"
            line { ConvTranspose2d(Shades, Prints, 3, stride = 0) } shouldBe "conv_transpose2d: stride must be at least 1: 0x0 given"
            line { ConvTranspose1d(Shades, Prints, 3, padding = -1) } shouldBe "conv_transpose1d: padding cannot be negative: -1 given"
            line { ConvTranspose1d(Shades, Prints, 3, outputPadding = -1) } shouldBe
                "conv_transpose1d: output padding cannot be negative: -1 given"
            line { ConvTranspose1d(Shades, Prints, 3, outputPadding = 1) } shouldBe
                "conv_transpose1d: output padding must be smaller than stride or dilation: [1], stride [1], dilation [1]"
            line { ConvTranspose1d(Shades, Prints, 3, dilation = 0) } shouldBe "conv_transpose1d: dilation must be at least 1: 0 given"
            line { ConvTranspose3d(Shades, Prints, 3, groups = 4) } shouldBe
                "conv_transpose3d: the channels do not divide into groups: Shades of 2, Prints of 4, 4 groups"
            line { ConvTranspose3d(Shades, Prints, listOf(1, 2)) } shouldBe
                "conv_transpose3d: kernel is one number or depth, height and width: [1, 2] given"
        }

        test("inputs that do not fit are refused") {
            line { ConvTranspose1d(Shades, Prints, 3).call(spread(3, 6)) } shouldBe
                "conv_transpose1d: channels do not fit the weight: 3 != 2"
            line { ConvTranspose1d(Shades, Prints, 1, padding = 3).call(ones(Shades, Lengths).value) } shouldBe
                "conv_transpose1d: padding cuts off the whole line: 5 < 6"
        }

        test("names in the state_dict are PyTorch's, weights start uniform below 1/sqrt(fan)") {
            manualSeed(3)
            ConvTranspose1d(Shades, Prints, 3).stateDict().mapValues { it.value.sizes.toList() } shouldBe
                mapOf("weight" to listOf(2, 4, 3), "bias" to listOf(4))
            ConvTranspose2d(Shades, Prints, 3, bias = false).stateDict().mapValues { it.value.sizes.toList() } shouldBe
                mapOf("weight" to listOf(2, 4, 3, 3))
            val conv = ConvTranspose3d(Lengths, Prints, listOf(5, 4, 3), groups = 2)
            conv.weight.value.sizes
                .toString() shouldBe "[Lengths = 6, Dyn = 2, Dyn = 5, Dyn = 4, Dyn = 3]"

            fun Value.below(bound: Double): Boolean =
                toDoubleArray().let { all ->
                    all.all { abs(it) <= bound } &&
                        all.any { abs(it) > bound / 2 }
                }
            conv.weight.value.below(1 / sqrt(2.0 * 60)) shouldBe true
            conv.bias!!.value.below(1 / sqrt(2.0 * 60)) shouldBe true
        }

        test("they print their settings") {
            ConvTranspose1d(Shades, Prints, 3, 2, 1, 1).toString() shouldBe
                "ConvTranspose1d(Shades = 2 -> Prints = 4, kernel = 3, stride = [2], padding = [1], output padding = [1])"
            ConvTranspose3d(Shades, Prints, 2, groups = 2, bias = false, dilation = 2).toString() shouldBe
                "ConvTranspose3d(Shades = 2 -> Prints = 4, kernel = 2x2x2, groups = 2, dilation = [2, 2, 2], no bias)"
        }
    })
