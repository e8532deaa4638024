package dev.rankine.train

import dev.rankine.data.DataLoader
import dev.rankine.train.progress.StepReport

/** Adds up what the steps of one pass over [loader] give, [from] a position on. */
internal class Measuring(private val loader: DataLoader<*>, private val from: Position = Position.START) {
    val metrics = Metrics(from.metrics)

    /** How many steps were added, those before the position included. */
    var steps = from.batches
        private set

    private val begin = System.nanoTime()
    private var examples = from.examples
    private var total = from.loss

    /** Where the pass stands. */
    val position: Position get() = Position(steps, examples, total, seconds(), metrics.state)

    /** Adds the mean [loss] of the next batch. */
    fun add(loss: Double) {
        val size = loader.size(steps++)
        examples += size
        total += loss * size
    }

    fun measured(): Measured = Measured(total / examples, metrics.values, examples, seconds(), metrics.confusion)

    fun report(epoch: Int, lastEpoch: Int): StepReport {
        val seconds = seconds()
        val left = (lastEpoch - epoch + 1).toLong() * loader.examples - examples
        return StepReport(epoch, steps, total / examples, metrics.cheapValues, examples / seconds, left * seconds / examples)
    }

    private fun seconds(): Double = from.seconds + (System.nanoTime() - begin) / 1e9
}
