package dev.rankine.nn.compile

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

/** A model whose forward is [forward]. */
private fun net(forward: String): String =
    """
    class Classifier : Net<Mat<Batch, Pixels>, Mat<Batch, Digit>>() {
        val fc by Linear(Pixels, Hidden)
        val head by Linear(Hidden, Digit)

        override fun forward(x: Tensor<Mat<Batch, Pixels>>): $forward
    }
    """.trimIndent()

internal class NetProgramsTest :
    FunSpec({
        val whole = net("Tensor<Mat<Batch, Digit>> = head(fc(x))")
        val programs =
            listOf(
                accepts(whole),
                accepts("$whole\nval y: Tensor<Mat<Batch, Digit>> = Classifier()(images)"),
                accepts("$whole\nclass Outer : Module() { val inner: Classifier by Classifier() }"),
                refuses(
                    net("Tensor<Mat<Batch, Digit>> = fc(x)"),
                    "Return type mismatch: expected 'Tensor<Mat<Batch, Digit>>', actual 'Tensor<Mat<Batch, Hidden>>'.",
                ),
                refuses(net("Tensor<Mat<Batch, Digit>> = head(x)"), mismatched("A", "Mat")),
                refuses("$whole\nval y = Classifier()(scores)", argument("Tensor<Mat<Batch, Digit>>", "Tensor<Mat<Batch, Pixels>>")),
                refuses("$whole\nval y = Classifier()(pixels)", argument("Tensor<Vec<Pixels>>", "Tensor<Mat<Batch, Pixels>>")),
                refuses(
                    net("Tensor<Mat<Batch, Hidden>> = fc(x)"),
                    "Return type of 'fun forward(x: Tensor<Mat<Batch, Pixels>>): Tensor<Mat<Batch, Hidden>>' is not a subtype of the " +
                        "return type of the overridden member 'fun forward(x: Tensor<Mat<Batch, Pixels>>): Tensor<Mat<Batch, Digit>>' " +
                        "defined in 'program7.Classifier'.",
                ),
                accepts("val loss: Tensor<Scalar> = crossEntropy(Linear(Pixels, Digit)(images), labels)"),
                refuses(
                    "val loss = crossEntropy(Linear(Pixels, Digit)(images), digits)",
                    argument("Tensor<Vec<Digit>>", "Tensor<Vec<Batch>>"),
                ),
                refuses("val loss = crossEntropy(Linear(Hidden, Digit)(images), labels)", mismatched("A", "Mat")),
            )

        val messages = compile(programs)
        for ((i, program) in programs.withIndex()) test(program.code) { messages[i] shouldBe program.messages }
    })
