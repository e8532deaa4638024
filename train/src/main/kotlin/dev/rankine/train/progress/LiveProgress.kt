package dev.rankine.train.progress

import com.github.ajalt.mordant.animation.progress.ThreadProgressTaskAnimator
import com.github.ajalt.mordant.animation.progress.animateOnThread
import com.github.ajalt.mordant.animation.progress.execute
import com.github.ajalt.mordant.terminal.Terminal
import com.github.ajalt.mordant.widgets.progress.completed
import com.github.ajalt.mordant.widgets.progress.progressBar
import com.github.ajalt.mordant.widgets.progress.progressBarContextLayout
import com.github.ajalt.mordant.widgets.progress.text
import dev.rankine.train.Epoch
import dev.rankine.train.clock
import dev.rankine.train.grouped
import dev.rankine.train.numbers
import java.util.concurrent.Future

/** A bar that moves on a terminal, and above it one line per finished epoch. */
public class LiveProgress(private val terminal: Terminal) : Progress {
    private class Running(val bar: ThreadProgressTaskAnimator<StepReport?>, val drawing: Future<*>)

    private var plan = Plan(1, 1, 0)
    private var running: Running? = null

    override fun start(plan: Plan) {
        this.plan = plan
        val layout =
            progressBarContextLayout<StepReport?> {
                text { "epoch ${context?.epoch ?: plan.firstEpoch}/${plan.lastEpoch}" }
                progressBar(width = BAR)
                completed()
                text { context?.let { numbers(it.loss, it.metrics) } ?: "" }
                text { context?.let { "${grouped(it.examplesPerSecond)} examples/s" } ?: "" }
                text { context?.let { "${clock(it.secondsLeft)} left" } ?: "" }
            }
        val bar = layout.animateOnThread(terminal, context = null, total = plan.steps.toLong())
        running = Running(bar, bar.execute())
    }

    override fun step(report: StepReport) {
        running?.bar?.update {
            context = report
            completed = report.step.toLong()
        }
    }

    override fun epoch(done: Epoch) {
        terminal.println(epochLine(done, plan))
        running?.bar?.update { completed = 0 }
    }

    override fun end() {
        running?.run {
            bar.clear()
            drawing.get()
        }
        running = null
    }

    private companion object {
        const val BAR = 24
    }
}
