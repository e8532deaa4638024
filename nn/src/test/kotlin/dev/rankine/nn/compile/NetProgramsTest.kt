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
                refuses(net("Tensor<Mat<Batch, Digit>> = fc(x)"), ""),
                refuses(net("Tensor<Mat<Batch, Hidden>> = fc(x)"), ""),
                refuses(net("Tensor<Mat<Batch, Digit>> = head(x)"), MISMATCHED),
                refuses("$whole\nval y = Classifier()(scores)", ""),
                refuses("$whole\nval y = Classifier()(pixels)", ""),
            )

        val messages = compile(programs)
        for ((i, program) in programs.withIndex()) test(program.code) { messages[i] shouldBe program.messages }
    })
