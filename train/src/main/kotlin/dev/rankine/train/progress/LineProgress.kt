package dev.rankine.train.progress

import dev.rankine.train.Epoch
import dev.rankine.train.clock
import dev.rankine.train.grouped
import dev.rankine.train.numbers

/**
 * Plain lines for a log file: one per epoch, and within long epochs one per tenth, at least [pause] and at most 60 seconds apart.
 *
 * @param out is given each line, without a line feed.
 * @param pause seconds that lie between two lines of an epoch.
 * @param clock the time in nanoseconds.
 */
public class LineProgress(
    private val out: (String) -> Unit,
    private val pause: Double = 5.0,
    private val clock: () -> Long = System::nanoTime,
) : Progress {
    private var plan = Plan(1, 1, 0)
    private var lastLine = 0L
    private var lastTenth = 0

    override fun start(plan: Plan) {
        this.plan = plan
        lastLine = clock()
        lastTenth = 0
    }

    override fun step(report: StepReport) {
        if (report.step == plan.steps) return // the epoch's line follows
        val waited = (clock() - lastLine) / 1e9
        val tenth = 10 * report.step / plan.steps
        if (waited < LONGEST && (tenth == lastTenth || waited < pause)) return
        lastTenth = tenth
        line(
            "epoch ${report.epoch}/${plan.lastEpoch}  step ${report.step}/${plan.steps}  ${numbers(report.loss, report.metrics)}" +
                "  ${grouped(report.examplesPerSecond)} examples/s  ${clock(report.secondsLeft)} left",
        )
    }

    override fun epoch(done: Epoch) {
        lastTenth = 0
        line(epochLine(done, plan))
    }

    override fun end(): Unit = Unit

    override fun stopped(line: String): Unit = line(line)

    private fun line(text: String) {
        lastLine = clock()
        out(text)
    }

    private companion object {
        const val LONGEST = 60.0
    }
}

/** `epoch 2/5  loss 0.1034  accuracy 97.10 %  validation loss ...  3.1 s  3,871 examples/s`. */
internal fun epochLine(done: Epoch, plan: Plan): String {
    val validation = done.validation?.let { "  validation ${numbers(it.loss, it.metrics)}" } ?: ""
    val seconds = "%.1f".format(java.util.Locale.ROOT, done.training.seconds)
    return "epoch ${done.number}/${plan.lastEpoch}  ${done.training}$validation  $seconds s  ${grouped(
        done.training.examplesPerSecond,
    )} examples/s"
}
