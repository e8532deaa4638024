package dev.rankine.train

/**
 * One epoch of training.
 *
 * @property number counts from 1.
 * @property training measured while learning: the model changed meanwhile.
 * @property validation measured at the end of the epoch on other examples, if such were given.
 */
public class Epoch(public val number: Int, public val training: Measured, public val validation: Measured?)

/**
 * What training gave.
 *
 * @property epochs one entry per epoch, in order.
 */
public class History(public val epochs: List<Epoch>) {
    /** The last epoch, or null if there was none. */
    public val last: Epoch? get() = epochs.lastOrNull()

    /** The time of all epochs, wall clock, without validation. */
    public val seconds: Double get() = epochs.sumOf { it.training.seconds }
}
