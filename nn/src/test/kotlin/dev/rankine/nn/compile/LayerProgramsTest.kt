package dev.rankine.nn.compile

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

/** The message of the form of `Layer.invoke` that the compiler takes when no other fits. */
internal const val MISMATCHED =
    "'fun Layer<*, *>.invoke(x: Tensor<*>): Tensor<AnyShape>' is deprecated. " +
        "shape: the last axis of the tensor is not the input axis of the layer"

internal class LayerProgramsTest :
    FunSpec({
        val programs =
            listOf(
                accepts("val y: Tensor<Vec<Hidden>> = layer(pixels)"),
                accepts("val y: Tensor<Mat<Batch, Hidden>> = layer(images)"),
                accepts("val y: Tensor<Cube<Batch, Time, Hidden>> = layer(videos)"),
                accepts("val y: Tensor<Rank4<Batch, Time, Heads, Hidden>> = layer(views)"),
                accepts("val y: Tensor<AnyShape> = layer(anything)"),
                accepts("fun <N : Dim<*>> f(x: Tensor<Mat<N, Pixels>>): Tensor<Mat<N, Hidden>> = layer(x)"),
                accepts("fun <I : Dim<*>, O : Dim<*>> f(l: Layer<I, O>, x: Tensor<Mat<Batch, I>>): Tensor<Mat<Batch, O>> = l(x)"),
                refuses("val y = layer(digits)", MISMATCHED),
                refuses("val y = layer(scores)", MISMATCHED),
                refuses("val y = layer(words)", MISMATCHED),
                refuses("val y = layer(attention)", MISMATCHED),
                refuses("fun <N : Dim<*>> f(x: Tensor<Mat<N, Digit>>) = layer(x)", MISMATCHED),
                refuses("fun <N : Dim<*>> f(x: Tensor<Mat<Batch, N>>) = layer(x)", MISMATCHED),
                refuses(
                    "val y: Tensor<Mat<Batch, Digit>> = layer(images)",
                    "Initializer type mismatch: expected 'Tensor<Mat<Batch, Digit>>', actual 'Tensor<Mat<Batch, Hidden>>'.",
                ),
                accepts("val net: Layer<Pixels, Digit> = Linear(Pixels, Hidden).relu() then Linear(Hidden, Digit)"),
                accepts("val net: Layer<Pixels, Digit> = Linear(Pixels, Dyn of 5) then Linear(Dyn of 5, Digit)"),
                accepts("val net: Layer<Batch, Digit> = Linear(Batch of 3, Digit)"),
                refuses("val net = Linear(Pixels, Hidden) then Linear(Digit, Hidden)", ""),
                refuses("val net = Linear(Pixels, Hidden).relu() then Linear(Digit, Hidden)", ""),
                refuses("val net = Linear(Pixels, Hidden) then Linear(Features, Hidden) then Linear(Hidden, Digit)", ""),
                refuses("val net: Layer<Pixels, Digit> = Linear(Pixels, Hidden).relu() then Linear(Hidden, Features)", ""),
                refuses("val net = Linear(784, 10)", ""),
                refuses("fun mlp(): Layer<Pixels, Digit> = Linear(Pixels, Hidden).relu() then Linear(Features, Digit)", ""),
                refuses(
                    "fun mlp(): Layer<Pixels, Digit> =\n" +
                        "    Linear(Pixels, Hidden).relu() then Linear(Digit, Features).relu() then Linear(Features, Digit)",
                    "",
                ),
            )

        val messages = compile(programs)
        for ((i, program) in programs.withIndex()) test(program.code) { messages[i] shouldBe program.messages }
    })
