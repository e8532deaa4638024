package dev.rankine.train

/**
 * What a pass over examples gave.
 *
 * @property loss the mean loss of an example.
 * @property metrics numbers of what the loss function reported, by name.
 * @property examples how many examples there were.
 * @property seconds how long it took, wall clock.
 * @property confusion which class was taken for which, where the loss function counts it by [Metrics.confusion].
 */
public class Measured(
    public val loss: Double,
    public val metrics: Map<String, Double>,
    public val examples: Int,
    public val seconds: Double,
    public val confusion: ConfusionMatrix? = null,
) {
    /** The part of the examples that was answered rightly, 0 to 1; null if the loss function does not report it. */
    public val accuracy: Double? get() = metrics["accuracy"]

    /** How many examples were seen in a second. */
    public val examplesPerSecond: Double get() = examples / seconds

    /** `loss 0.0731  accuracy 98.21 %`. */
    override fun toString(): String = numbers(loss, metrics)
}
