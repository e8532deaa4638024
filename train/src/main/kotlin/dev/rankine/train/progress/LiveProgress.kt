package dev.rankine.train.progress

import com.github.ajalt.mordant.animation.progress.ThreadProgressTaskAnimator
import com.github.ajalt.mordant.animation.progress.animateOnThread
import com.github.ajalt.mordant.animation.progress.execute
import com.github.ajalt.mordant.terminal.Terminal
import com.github.ajalt.mordant.widgets.progress.progressBar
import com.github.ajalt.mordant.widgets.progress.progressBarContextLayout
import com.github.ajalt.mordant.widgets.progress.text
import dev.rankine.train.Epoch
import dev.rankine.train.clock
import dev.rankine.train.grouped
import dev.rankine.train.numbers
import java.util.concurrent.Future

/** A bar that moves on a [terminal], and above it one line per finished epoch. */
public class LiveProgress(private val terminal: Terminal) : Progress {
    private class Running(val bar: ThreadProgressTaskAnimator<StepReport?>, val drawing: Future<*>)

    private var plan = Plan(1, 1, 0)
    private var running: Running? = null

    override fun start(plan: Plan) {
        this.plan = plan
        val layout =
            progressBarContextLayout<StepReport?>(textFps = FRAMES, animationFps = FRAMES) {
                text { "epoch ${context?.epoch ?: plan.firstEpoch}/${plan.lastEpoch}  step ${padded(context?.step ?: 0)}/${plan.steps}" }
                progressBar()
                text { context?.let { numbers(it.loss, it.metrics) } ?: "" }
                text { context?.let { "${grouped(it.examplesPerSecond)}/s" } ?: "" }
                text { context?.let { "${clock(it.secondsLeft)} left" } ?: "" }
            }
        val bar = layout.animateOnThread(terminal, context = null, total = steps(plan.lastEpoch, 0))
        running = Running(bar, bar.execute())
    }

    override fun step(report: StepReport) {
        running?.bar?.update {
            context = report
            completed = steps(report.epoch - 1, report.step)
        }
    }

    override fun epoch(done: Epoch): Unit = terminal.println(epochLine(done, plan))

    override fun end() {
        running?.run {
            bar.clear()
            drawing.get()
        }
        running = null
    }

    /** Steps of this run until step [step] after [epoch]. The bar is that of the whole run: one that reached its end would not move again. */
    private fun steps(epoch: Int, step: Int): Long = (epoch - plan.firstEpoch + 1L) * plan.steps + step

    /** As wide as the last step: a text that grows is cut for a moment. */
    private fun padded(step: Int): String = "$step".padStart("${plan.steps}".length)

    private companion object {
        /** Frames per second, of texts and bar. */
        const val FRAMES = 8
    }
}
