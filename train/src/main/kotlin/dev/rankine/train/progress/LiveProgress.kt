package dev.rankine.train.progress

import com.github.ajalt.mordant.animation.progress.ThreadProgressTaskAnimator
import com.github.ajalt.mordant.animation.progress.animateOnThread
import com.github.ajalt.mordant.terminal.Terminal
import com.github.ajalt.mordant.widgets.progress.progressBar
import com.github.ajalt.mordant.widgets.progress.progressBarContextLayout
import com.github.ajalt.mordant.widgets.progress.text
import dev.rankine.train.Epoch
import dev.rankine.train.clock
import dev.rankine.train.grouped
import dev.rankine.train.isProcessEnding
import dev.rankine.train.numbers

/**
 * A bar that moves on a [terminal], and above it one line per finished epoch. It is drawn after a step, by the thread that trains,
 * at most 8 times a second: there is no other thread that could take time from the training or outlive it.
 */
public class LiveProgress(private val terminal: Terminal) : Progress {
    private var plan = Plan(1, 1, 0)
    private var bar: ThreadProgressTaskAnimator<StepReport?>? = null
    private var drawn = 0L

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
        terminal.cursor.hide(showOnExit = true)
        bar = layout.animateOnThread(terminal, context = null, total = steps(plan.lastEpoch, 0)).also { it.refresh(refreshAll = true) }
    }

    override fun step(report: StepReport) {
        val now = System.nanoTime()
        if (now - drawn < NANOSECONDS / FRAMES) return
        drawn = now
        bar?.run {
            unlessEnding {
                update {
                    context = report
                    completed = steps(report.epoch - 1, report.step)
                }
                refresh(refreshAll = true)
            }
        }
    }

    override fun epoch(done: Epoch): Unit = terminal.println(epochLine(done, plan))

    override fun end() {
        bar?.run {
            unlessEnding { clear() }
            unlessEnding { terminal.cursor.show() }
        }
        bar = null
    }

    override fun stopped(line: String): Unit = terminal.println(line)

    /** The terminal changes its shutdown hook when it hides or shows the cursor. In a process that is ending, the hook has shown it. */
    private inline fun unlessEnding(draw: () -> Unit) {
        try {
            draw()
        } catch (refused: IllegalStateException) {
            if (!isProcessEnding()) throw refused
        }
    }

    /** Steps of this run until step [step] after [epoch]. The bar is that of the whole run: one that reached its end would not move again. */
    private fun steps(epoch: Int, step: Int): Long = (epoch - plan.firstEpoch + 1L) * plan.steps + step

    /** As wide as the last step. */
    private fun padded(step: Int): String = "$step".padStart("${plan.steps}".length)

    private companion object {
        const val FRAMES = 8
        const val NANOSECONDS = 1_000_000_000L
    }
}
