package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.manualSeed
import dev.rankine.ops.ones
import dev.rankine.ops.toFloatArray
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.Mat
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.of
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.ones
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe

private object Sheet : Dim<Sheet>()

private object Marks : Dim<Marks>(12)

private object Phrase : Dim<Phrase>()

private object Species : Dim<Species>(3)

private object Tints : Dim<Tints>(3)

private object Filters : Dim<Filters>(4)

private fun message(block: () -> Unit): String = shouldThrow<ShapeException> { block() }.message!!

/** A layer that says nothing of its axes. */
private class Silent : Layer<Marks, Marks>() {
    override fun forward(x: Value): Value = x
}

/** A layer that says what it gives. */
private class Telling : Layer<Marks, Marks>() {
    override val outputAxis get() = Marks.toAxis()

    override fun forward(x: Value): Value = x
}

private class Classes : Net<Mat<Sheet, Dyn>, Mat<Sheet, Species>>() {
    val fc by Linear(Dyn of 5, Species)

    override fun forward(x: Tensor<Mat<Sheet, Dyn>>): Tensor<Mat<Sheet, Species>> = fc(x)
}

internal class ChainTest :
    FunSpec({
        test("layers take their input axis from the layer before") {
            manualSeed(1)
            val model: Layer<Marks, Species> =
                Linear(
                    Marks,
                    8,
                ).relu().linear(6).layerNorm().gelu().dropout(0.1).linear(Species, bias = false)
            model.toString() shouldBe
                """
                Sequential(
                  (0): Linear(Marks = 12 -> 8)
                  (1): ReLU()
                  (2): Linear(8 -> 6)
                  (3): LayerNorm(Dyn = 6, eps = 1.0E-5)
                  (4): GELU(approximate = none)
                  (5): Dropout(p = 0.1)
                  (6): Linear(6 -> Species = 3, no bias)
                )
                """.trimIndent()
            model.stateDict().keys.toList() shouldContainExactly
                listOf("0.weight", "0.bias", "2.weight", "2.bias", "3.weight", "3.bias", "6.weight")
            model.eval()
            val y: Tensor<Mat<Sheet, Species>> = model(ones(Sheet of 2, Marks))
            y.sizes.toString() shouldBe "[Sheet = 2, Species = 3]"
        }

        test("a chain knows its ends") {
            val model = Linear(Marks, Phrase of 7).relu()
            model.inputAxis.toString() shouldBe "Marks of 12"
            model.outputAxis.toString() shouldBe "Phrase of 7"
            Silent().outputAxis shouldBe null
            LayerNorm(Marks).outputAxis.toString() shouldBe "Marks of 12"
            Telling()
                .activation("same") { it }
                .linear(2)
                .outputAxis
                .toString() shouldBe "Dyn of 2"
        }

        test("a layer that does not know its output axis says so") {
            message { Silent().linear(3) } shouldBe
                "linear: the output axis of the layer before is not known: Silent\n" +
                "  hint: name it: `layer then Linear(Hidden, Digit)`, or override `outputAxis`"
            message { (Linear(Marks, Marks) then Silent()).layerNorm() }.lines().first() shouldBe
                "layer_norm: the output axis of the layer before is not known: Sequential"
        }

        test("sizes that contradict each other are refused when the chain is built") {
            message { Linear(Marks, 8).relu() then Linear(Dyn of 6, Species) } shouldBe
                """
                sequential: part 2 does not take the last axis that part 0 gives: 6 != 8
                  0: Linear(Marks = 12 -> 8) gives   [8]
                  2: Linear(6 -> Species = 3) takes  [6]
                """.trimIndent()
            message { Linear(Marks, Phrase of 8) then Linear(Phrase of 9, Species) }.lines().take(3) shouldContainExactly
                listOf(
                    "sequential: part 1 does not take the last axis that part 0 gives: 9 != 8",
                    "  0: Linear(Marks = 12 -> Phrase = 8) gives   [Phrase = 8]",
                    "  1: Linear(Phrase = 9 -> Species = 3) takes  [Phrase = 9]",
                )
            message { Classes().relu() then Linear(Species, 4) then Linear(Dyn of 5, Species) }.lines().first() shouldBe
                "sequential: part 3 does not take the last axis that part 2 gives: 5 != 4"
        }

        test("a sequence of any modules is checked where they say what they give and take") {
            message { Sequential(Conv2d(Tints, Filters, 3), BatchNorm2d(Tints)) } shouldBe
                """
                sequential: part 1 does not take the channels that part 0 gives: 3 != 4
                  0: Conv2d(Tints = 3 -> Filters = 4, kernel = 3x3) gives        [Filters = 4]
                  1: BatchNorm2d(Tints = 3, momentum = 0.1, eps = 1.0E-5) takes  [Tints = 3]
                """.trimIndent()
            message {
                Sequential(
                    Conv2d(Tints, Filters, 3),
                    BatchNorm2d(Filters),
                    ReLU(),
                    MaxPool2d(2),
                    Conv2d(Tints, Filters, 1),
                )
            }.lines().first() shouldBe "sequential: part 4 does not take the channels that part 1 gives: 3 != 4"
            message { Sequential(Conv2d(Tints, Filters, 3), GlobalAvgPool2d(), Linear(Marks, Species)) }.lines().first() shouldBe
                "sequential: part 2 does not take the last axis that part 1 gives: 12 != 4"
            message { Sequential(Embedding(Marks, Filters), LayerNorm(Species)) }.lines().first() shouldBe
                "sequential: part 1 does not take the last axis that part 0 gives: 3 != 4"
            message { Sequential(Sequential(Linear(Marks, 4)), Sequential(Linear(Marks, Species))) }.lines().first() shouldBe
                "sequential: part 1 does not take the last axis that part 0 gives: 12 != 4"
        }

        test("what is not known is not refused") {
            Sequential(Linear(Marks, 4), Flatten(), Linear(Marks, Species)).parts.size shouldBe 3
            Sequential(Linear(Marks, Marks), Silent(), Linear(Species, Species)).parts.size shouldBe 3
            Sequential(Conv2d(Tints, Filters, 3), Linear(Marks, Species), BatchNorm1d(Filters)).parts.size shouldBe 3
            Sequential(Conv2d(Tints, Filters, 3), Flatten(2), LayerNorm(Marks)).parts.size shouldBe 3
        }

        test("a layer comes before a net") {
            manualSeed(2)
            val head = Classes()
            val first = Linear(Marks, 5)
            val model: Net<Mat<Sheet, Marks>, Mat<Sheet, Species>> = head after first
            model.eval()
            val x = ones(Sheet of 2, Marks)
            val y: Tensor<Mat<Sheet, Species>> = model(x)
            y.value.toFloatArray().toList() shouldBe head(first(x)).value.toFloatArray().toList()
            model.stateDict().keys.toList() shouldContainExactly listOf("0.weight", "0.bias", "1.fc.weight", "1.fc.bias")
            model.call(ones(Sizes.of(4, 12))).sizes.toList() shouldBe listOf(4, 3)
        }
    })
