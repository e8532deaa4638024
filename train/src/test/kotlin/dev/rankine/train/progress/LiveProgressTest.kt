package dev.rankine.train.progress

import com.github.ajalt.mordant.terminal.Terminal
import com.github.ajalt.mordant.terminal.TerminalRecorder
import dev.rankine.train.Epoch
import dev.rankine.train.Measured
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import io.kotest.matchers.types.shouldBeInstanceOf

internal class LiveProgressTest :
    FunSpec({
        fun recorder(interactive: Boolean) = TerminalRecorder(width = 100, outputInteractive = interactive)

        test("a terminal gets a bar, a file gets lines") {
            Progress.console(Terminal(terminalInterface = recorder(true))).shouldBeInstanceOf<LiveProgress>()
            Progress.console(Terminal(terminalInterface = recorder(false))).shouldBeInstanceOf<LineProgress>()
        }
        test("the bar shows each epoch, finished ones stay as lines") {
            val screen = recorder(true)
            val progress = LiveProgress(Terminal(terminalInterface = screen))
            progress.start(Plan(1, 2, 20))
            for (epoch in 1..2) {
                Thread.sleep(150) // longer than a frame
                progress.step(StepReport(epoch, 7, 0.25, mapOf("accuracy" to 0.5), 1234.5, 61.0))
                screen.stdout() shouldContain "epoch $epoch/2  step  7/20"
                screen.stdout() shouldContain "loss 0.2500  accuracy 50.00 %  1,235/s  1:01 left"
                progress.step(StepReport(epoch, 8, 0.25, mapOf("accuracy" to 0.5), 1234.5, 61.0))
                screen.stdout() shouldNotContain "step  8/20" // too early for another frame
                progress.epoch(Epoch(epoch, Measured(0.125, emptyMap(), 1000, 0.5), null))
            }
            progress.end()
            screen.stdout() shouldContain "epoch 1/2  loss 0.1250  0.5 s  2,000 examples/s\n"
            screen.stdout() shouldContain "epoch 2/2  loss 0.1250  0.5 s  2,000 examples/s\n"
            val after = screen.stdout()
            progress.end()
            screen.stdout() shouldBe after
        }
        test("training that fails before its first step leaves no bar") {
            val screen = recorder(true)
            LiveProgress(Terminal(terminalInterface = screen)).apply {
                start(Plan(1, 1, 5))
                end()
            }
            screen.stdout() shouldContain "\u001b[?25h" // the cursor is back
        }
    })
