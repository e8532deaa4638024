package dev.rankine.train.progress

import dev.rankine.train.Epoch
import dev.rankine.train.Measured
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

private fun report(epoch: Int, step: Int) = StepReport(epoch, step, 0.25, mapOf("accuracy" to 0.5), 1234.5, 61.0)

private val done = Epoch(1, Measured(0.125, mapOf("accuracy" to 0.975), 1000, 0.5), null)

internal class LineProgressTest :
    FunSpec({
        /** The lines of two epochs of 100 steps, [seconds] each. */
        fun lines(seconds: Double): List<String> {
            val lines = ArrayList<String>()
            var now = 0.0
            val progress = LineProgress(lines::add, clock = { (now * 1e9).toLong() })
            progress.start(Plan(1, 2, 100))
            for (epoch in 1..2) {
                for (step in 1..100) {
                    now += seconds
                    progress.step(report(epoch, step))
                }
                progress.epoch(Epoch(epoch, done.training, null))
            }
            progress.end()
            return lines
        }
        test("fast epochs have one line each") {
            lines(0.01) shouldBe
                listOf(
                    "epoch 1/2  loss 0.1250  accuracy 97.50 %  0.5 s  2,000 examples/s",
                    "epoch 2/2  loss 0.1250  accuracy 97.50 %  0.5 s  2,000 examples/s",
                )
        }
        test("epochs of minutes have one line per tenth") {
            val lines = lines(1.0)
            lines.size shouldBe 2 * 10
            lines[0] shouldBe "epoch 1/2  step 10/100  loss 0.2500  accuracy 50.00 %  1,235 examples/s  1:01 left"
        }
        test("epochs of hours have a line a minute") {
            lines(30.0).size shouldBe 2 * 50
        }
        test("validation stands in the epoch's line") {
            val lines = ArrayList<String>()
            LineProgress(lines::add).apply { start(Plan(3, 4, 1)) }.epoch(Epoch(3, done.training, Measured(0.5, emptyMap(), 10, 1.0)))
            lines shouldBe listOf("epoch 3/4  loss 0.1250  accuracy 97.50 %  validation loss 0.5000  0.5 s  2,000 examples/s")
        }
    })
