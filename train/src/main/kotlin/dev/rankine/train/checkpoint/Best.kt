package dev.rankine.train

/**
 * Which epoch is the best: that of the lowest validation loss ([LOSS]), or of the [highest] or [lowest] number that the loss function
 * reports. A number that is NaN is never the best; of equal ones the first is.
 */
public class Best private constructor(private val metric: String?, private val isHighest: Boolean) {
    /**
     * The number of [validation] that counts.
     *
     * @throws IllegalArgumentException if the loss function does not report it.
     */
    internal fun of(validation: Measured): Double =
        if (metric == null) {
            validation.loss
        } else {
            requireNotNull(validation.metrics[metric]) {
                "best: the loss function reports no $metric: it reports ${validation.metrics.keys.joinToString().ifEmpty { "nothing" }}"
            }
        }

    /** Whether [number] is better than the [best] so far, by more than [change]. */
    internal fun isBetter(number: Double, best: Double?, change: Double = 0.0): Boolean =
        !number.isNaN() && (best == null || if (isHighest) number > best + change else number < best - change)

    /** `lowest validation loss`. */
    override fun toString(): String = "${if (isHighest) "highest" else "lowest"} validation ${metric ?: "loss"}"

    /** The ways to compare epochs. */
    public companion object {
        /** The lowest validation loss. */
        @JvmField
        public val LOSS: Best = Best(null, false)

        /** The highest [metric]: `Best.highest("accuracy")`. */
        @JvmStatic
        public fun highest(metric: String): Best = Best(metric, true)

        /** The lowest [metric]. */
        @JvmStatic
        public fun lowest(metric: String): Best = Best(metric, false)
    }
}

/**
 * The best epoch so far.
 *
 * @property number counts from 1.
 * @property value its number.
 * @property of what the number is: `lowest validation loss`.
 */
public class BestEpoch internal constructor(public val number: Int, public val value: Double, public val of: String)
