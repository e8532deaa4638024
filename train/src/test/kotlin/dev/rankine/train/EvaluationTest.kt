package dev.rankine.train

import dev.rankine.data.DataLoader
import dev.rankine.nn.Module
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe

private class Parts : Module() {
    val learning by slope()
    val frozen by slope()
}

internal class EvaluationTest :
    FunSpec({
        test("the mean over examples, batches of different sizes") {
            val model = slope()
            val measured = evaluateBlocking(model, DataLoader(Line(5), 3)) { squaredError(model, it) }
            measured.loss shouldBe (1.5 * 1.5 * (0 + 1 + 4 + 9 + 16) / 5.0 plusOrMinus 1e-5)
            measured.examples shouldBe 5
            measured.accuracy shouldBe null
        }
        test("evaluation mode without gradients, then every part as it was") {
            val model = Parts()
            model.frozen.eval()
            val modes = ArrayList<Boolean>()
            evaluateBlocking(model, DataLoader(Line(4), 4)) { batch ->
                squaredError(model.learning, batch).also { modes += listOf(model.learning.isTraining, it.value.requiresGradient) }
            }
            modes shouldBe listOf(false, false)
            listOf(model.isTraining, model.learning.isTraining, model.frozen.isTraining) shouldBe listOf(true, true, false)
        }
        test("modes come back after a failure") {
            val model = Parts()
            shouldThrow<ArithmeticException> { evaluateBlocking(model, DataLoader(Line(4), 4)) { throw ArithmeticException("stop") } }
            model.learning.isTraining shouldBe true
        }
        test("no example") {
            shouldThrow<IllegalArgumentException> {
                evaluateBlocking(
                    slope(),
                    DataLoader(Line(0), 4),
                ) { squaredError(slope(), it) }
            }.message shouldBe
                "evaluate: there is no example: 0 examples, batch size 4"
        }
    })
