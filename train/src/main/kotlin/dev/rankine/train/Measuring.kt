package dev.rankine.train

import dev.rankine.data.DataLoader
import dev.rankine.train.progress.StepReport

/** Adds up what the steps of one pass over [loader] give. */
internal class Measuring(private val loader: DataLoader<*>) {
    val metrics = Metrics()

    /** How many steps were added. */
    var steps = 0
        private set

    private val begin = System.nanoTime()
    private var examples = 0
    private var total = 0.0

    /** Adds the mean [loss] of the next batch. */
    fun add(loss: Double) {
        val size = loader.size(steps++)
        examples += size
        total += loss * size
    }

    fun measured(): Measured = Measured(total / examples, metrics.values, examples, seconds())

    fun report(epoch: Int, lastEpoch: Int): StepReport {
        val seconds = seconds()
        val left = (lastEpoch - epoch + 1).toLong() * loader.examples - examples
        return StepReport(epoch, steps, total / examples, metrics.values, examples / seconds, left * seconds / examples)
    }

    private fun seconds(): Double = (System.nanoTime() - begin) / 1e9
}
