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

private object Batch : Dim<Batch>()

private object Colors : Dim<Colors>(2)

private object High : Dim<High>(3)

private object Wide : Dim<Wide>(4)

private object Patch : Dim<Patch>(8)

private object Places : Dim<Places>()

private fun line(block: () -> Any?): String = shouldThrow<ShapeException> { block() }.message!!.lines().first()

/** [Unfold] and [Fold]. */
internal class UnfoldTest :
    FunSpec({
        test("windows as columns with names") {
            val unfold = Unfold(2)
            val y: Tensor<Cube<Batch, Patch, Places>> = unfold(ones(Batch of 3, Colors, High, Wide), elements = Patch, windows = Places)
            y.sizes.toString() shouldBe "[Batch = 3, Patch = 8, Places = 6]"
            val plane: Tensor<Mat<Patch, Places>> = unfold(ones(Colors, High, Wide), elements = Patch, windows = Places of 6)
            plane.sizes.toString() shouldBe "[Patch = 8, Places = 6]"
            unfold(ones(Colors, High, Wide).untyped()).sizes.toList() shouldBe listOf(8, 6)
            Unfold(listOf(2, 1), padding = listOf(1, 0), stride = listOf(1, 2)).call(ones(Colors, High, Wide).value).sizes.toList() shouldBe
                listOf(4, 8)
        }

        test("columns as planes with names") {
            val fold = Fold(High, Wide, 2)
            val y: Tensor<Rank4<Batch, Colors, High, Wide>> = fold(ones(Batch of 3, Patch, Places of 6), channels = Colors)
            y.sizes.toString() shouldBe "[Batch = 3, Colors = 2, High = 3, Wide = 4]"
            val plane: Tensor<Cube<Colors, High, Wide>> = fold(ones(Patch, Places of 6), channels = Colors)
            plane.sizes.toString() shouldBe "[Colors = 2, High = 3, Wide = 4]"
            fold(ones(Patch, Places of 6).untyped()).sizes.toList() shouldBe listOf(2, 3, 4)
        }

        test("what does not fit is refused") {
            line { Unfold(0) } shouldBe "unfold: kernel must be at least 1: 0x0 given"
            line { Unfold(2, stride = 0) } shouldBe "unfold: stride must be at least 1: 0x0 given"
            line { Unfold(2, dilation = 0) } shouldBe "unfold: dilation must be at least 1: 0x0 given"
            line { Unfold(listOf(1, 2, 3)) } shouldBe "unfold: kernel is one number or height and width: [1, 2, 3] given"
            line { Fold(High, Wide, 2, padding = -1) } shouldBe "fold: padding cannot be negative: -1x-1 given"
            line { Fold(Places, Wide, 2) } shouldBe "dim: Places declares no size"
            line { Unfold(4)(ones(Colors, High, Wide), Patch, Places) } shouldBe "unfold: kernel is taller than the padded plane: 3 < 4"
            line { Unfold(2)(ones(Colors, High, Wide), Patch, Places of 5) } shouldBe
                "unfold: the number of windows differs from that of Places: 6 != 5"
            line { Fold(High, Wide, 2)(ones(Patch, Places of 5), Colors) } shouldBe "fold: the number of windows differs: 5 != 6"
            line { Fold(High, Wide, 2)(ones(Patch, Places of 6), High) } shouldBe
                "fold: the number of channels differs from that of High: 2 != 3"
        }

        test("gradients, names, settings") {
            val unfold = Unfold(2, stride = 2, padding = 1)
            checkGradients(unfold, drawn(1, 1, 2, 3), unfold::call)
            val fold = Fold(High, Wide, 2, stride = 2)
            checkGradients(fold, drawn(1, 4, 2), fold::call)
            (unfold.stateDict().keys + fold.stateDict().keys) shouldBe emptySet()
            unfold.toString() shouldBe "Unfold(kernel = 2x2, padding = [1, 1], stride = [2, 2])"
            Fold(High, Wide, 2, dilation = 2).toString() shouldBe "Fold(rows = 3, columns = 4, kernel = 2x2, dilation = [2, 2])"
        }
    })
