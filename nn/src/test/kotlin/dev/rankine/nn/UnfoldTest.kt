package dev.rankine.nn

import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.ones
import dev.rankine.tensor.untyped
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

private object Sheets : Dim<Sheets>()

private object Dyes : Dim<Dyes>(2)

private object Lines : Dim<Lines>(3)

private object Letters : Dim<Letters>(4)

private object Patches : Dim<Patches>(8)

private object Spots : Dim<Spots>()

private fun line(block: () -> Any?): String = shouldThrow<ShapeException> { block() }.message!!.lines().first()

/** [Unfold] and [Fold]. */
internal class UnfoldTest :
    FunSpec({
        test("windows as columns with names") {
            val unfold = Unfold(2)
            val y: Tensor<Cube<Sheets, Patches, Spots>> =
                unfold(ones(Sheets of 3, Dyes, Lines, Letters), elements = Patches, windows = Spots)
            y.sizes.toString() shouldBe "[Sheets = 3, Patches = 8, Spots = 6]"
            val plane: Tensor<Mat<Patches, Spots>> = unfold(ones(Dyes, Lines, Letters), elements = Patches, windows = Spots of 6)
            plane.sizes.toString() shouldBe "[Patches = 8, Spots = 6]"
            unfold(ones(Dyes, Lines, Letters).untyped()).sizes.toList() shouldBe listOf(8, 6)
            Unfold(
                listOf(2, 1),
                padding = listOf(1, 0),
                stride = listOf(1, 2),
            ).call(ones(Dyes, Lines, Letters).value).sizes.toList() shouldBe
                listOf(4, 8)
        }

        test("columns as planes with names") {
            val fold = Fold(Lines, Letters, 2)
            val y: Tensor<Rank4<Sheets, Dyes, Lines, Letters>> = fold(ones(Sheets of 3, Patches, Spots of 6), channels = Dyes)
            y.sizes.toString() shouldBe "[Sheets = 3, Dyes = 2, Lines = 3, Letters = 4]"
            val plane: Tensor<Cube<Dyes, Lines, Letters>> = fold(ones(Patches, Spots of 6), channels = Dyes)
            plane.sizes.toString() shouldBe "[Dyes = 2, Lines = 3, Letters = 4]"
            fold(ones(Patches, Spots of 6).untyped()).sizes.toList() shouldBe listOf(2, 3, 4)
        }

        test("what does not fit is refused") {
            line { Unfold(0) } shouldBe "unfold: kernel must be at least 1: 0x0 given"
            line { Unfold(2, stride = 0) } shouldBe "unfold: stride must be at least 1: 0x0 given"
            line { Unfold(2, dilation = 0) } shouldBe "unfold: dilation must be at least 1: 0x0 given"
            line { Unfold(listOf(1, 2, 3)) } shouldBe "unfold: kernel is one number or height and width: [1, 2, 3] given"
            line { Fold(Lines, Letters, 2, padding = -1) } shouldBe "fold: padding cannot be negative: -1x-1 given"
            line { Fold(Spots, Letters, 2) } shouldBe "axis: Spots declares no size"
            line { Unfold(4)(ones(Dyes, Lines, Letters), Patches, Spots) } shouldBe "unfold: kernel is taller than the padded plane: 3 < 4"
            line { Unfold(2)(ones(Dyes, Lines, Letters), Patches, Spots of 5) } shouldBe
                "unfold: the number of windows differs from that of Spots: 6 != 5"
            line { Fold(Lines, Letters, 2)(ones(Patches, Spots of 5), Dyes) } shouldBe "fold: the number of windows differs: 5 != 6"
            line { Fold(Lines, Letters, 2)(ones(Patches, Spots of 6), Lines) } shouldBe
                "fold: the number of channels differs from that of Lines: 2 != 3"
        }

        test("names, settings") {
            val unfold = Unfold(2, stride = 2, padding = 1)
            val fold = Fold(Lines, Letters, 2, stride = 2)
            (unfold.stateDict().keys + fold.stateDict().keys) shouldBe emptySet()
            unfold.toString() shouldBe "Unfold(kernel = 2x2, padding = [1, 1], stride = [2, 2])"
            Fold(Lines, Letters, 2, dilation = 2).toString() shouldBe "Fold(rows = 3, columns = 4, kernel = 2x2, dilation = [2, 2])"
        }
    })
