package dev.rankine.train

import dev.rankine.data.DataLoader
import dev.rankine.ops.times
import dev.rankine.optim.ConstantSchedule
import dev.rankine.optim.ExponentialSchedule
import dev.rankine.optim.SGD
import dev.rankine.optim.Schedule
import dev.rankine.tensor.UncheckedShape
import dev.rankine.tensor.unchecked
import dev.rankine.train.progress.Progress
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.doubles.plusOrMinus
import io.kotest.matchers.shouldBe

/** The slope after one epoch on [count] points of the line, in batches of [batch], and the trainer. */
private fun trained(
    count: Int,
    batch: Int,
    rate: Double,
    schedule: Schedule? = null,
    clipNorm: Double? = null,
    accumulate: Int = 1,
): Pair<Double, Trainer<Points>> {
    val model = slope()
    val sgd = SGD(model.parameters(), rate)
    val loader = DataLoader(Line(count), batch)
    val trainer =
        Trainer(model, sgd, loader, Progress.SILENT, schedule = schedule, clipNorm = clipNorm, accumulate = accumulate) {
            squaredError(model, it)
        }
    trainer.fitBlocking(1)
    return model.slope to trainer
}

@OptIn(UncheckedShape::class)
internal class TrainerScheduleTest :
    FunSpec({
        test("the schedule moves after each step of the optimizer") {
            // gradients of mean((w x - 2 x)^2): 0 at x = 0, 2 (w - 2) at x = 1, 8 (w - 2) at x = 2
            val (slope, trainer) = trained(3, 1, 0.2, ExponentialSchedule(0.5))
            val first = 0.5 - 0.1 * 2 * (0.5 - 2)
            slope shouldBe (first - 0.05 * 8 * (first - 2) plusOrMinus 1e-6)
            trainer.scheduler!!.steps shouldBe 3
            trainer.optimizer.learningRate shouldBe 0.025
            trained(1, 1, 0.2).second.scheduler shouldBe null
        }

        test("gradients are clipped before the step") {
            // points 1 and 2 of the batch: gradient mean(2 x^2 (w - 2)) = 5 (0.5 - 2) / 3 * 2 = -5
            trained(3, 3, 0.1, clipNorm = 0.5).first shouldBe (0.5 + 0.1 * 0.5 plusOrMinus 1e-6)
            trained(3, 3, 0.1, clipNorm = 50.0).first shouldBe (0.5 + 0.1 * 5 plusOrMinus 1e-6)
        }

        test("accumulated batches are one larger batch") {
            trained(6, 1, 0.01, accumulate = 6).first shouldBe (trained(6, 6, 0.01).first plusOrMinus 1e-6)
            val (slope, trainer) = trained(6, 2, 0.01, ConstantSchedule(0.5, 1), accumulate = 2)
            // batches (0, 1) (2, 3) are one step, (4, 5), all that is left, are another with its whole gradient
            val first = 0.5 - 0.005 * 2 * (0 + 1 + 4 + 9) / 4 * (0.5 - 2)
            slope shouldBe (first - 0.01 * 2 * (16 + 25) / 2 * (first - 2) plusOrMinus 1e-6)
            trainer.optimizer.steps shouldBe 2
            trainer.scheduler!!.steps shouldBe 2
        }

        test("a norm that is not finite stops before the step") {
            val model = slope()
            val trainer =
                Trainer(model, SGD(model.parameters(), 0.1), DataLoader(Line(3), 3), Progress.SILENT, clipNorm = 1.0) {
                    (squaredError(model, it).value * 5e37).unchecked()
                }
            shouldThrow<NotFiniteLossException> { trainer.fitBlocking(1) }.message!!.lines().first() shouldBe
                "fit: the norm of the gradients is Infinity (epoch 1, step 1)"
            model.slope shouldBe 0.5
        }

        test("impossible settings") {
            shouldThrow<IllegalArgumentException> { trained(3, 1, 0.1, accumulate = 0) }.message shouldBe
                "trainer: a step of the optimizer needs at least one batch: accumulate = 0"
            shouldThrow<IllegalArgumentException> { trained(3, 1, 0.1, clipNorm = -1.0) }.message shouldBe
                "trainer: the largest norm of the gradients cannot be negative or NaN: -1.0"
        }
    })
