package dev.rankine.train

/**
 * Where a pass over examples stands, and the sums so far.
 *
 * @property batches how many batches were taken.
 * @property examples how many examples were in them.
 * @property loss the sum of the losses of these examples.
 * @property seconds how long it took.
 * @property metrics what is known of the numbers that the loss function reported, by name.
 */
internal class Position(val batches: Int, val examples: Int, val loss: Double, val seconds: Double, val metrics: Map<String, Statistic>) {
    companion object {
        val START = Position(0, 0, 0.0, 0.0, emptyMap())
    }
}
