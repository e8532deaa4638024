package dev.rankine.train

/**
 * What a metric of an epoch is made of: numbers that batches add to. What follows from them is that of all examples together, whatever
 * the batches were.
 *
 * @property kind what the numbers mean; with them it is all that a checkpoint has to keep.
 */
internal abstract class Statistic(val kind: String) {
    /** The metric so far; null where it is no single number. */
    abstract val value: Double?

    /** Whether [value] costs little, so that it is told after every step too. */
    open val isCheap: Boolean get() = true

    /** All that was added so far. */
    abstract val numbers: DoubleArray

    /** Of how many classes, columns or outputs it is; 0 where there are none. Statistics of the same kind and width could be one. */
    open val width: Int get() = 0

    /** The same now; what is added to one later is not added to the other. */
    abstract fun copy(): Statistic

    companion object {
        /** The statistic of [kind] with [numbers], or null if there is none such. */
        fun of(kind: String, numbers: DoubleArray): Statistic? =
            MeanStatistic.of(kind, numbers)
                ?: ClassStatistic.of(kind, numbers)
                ?: RankStatistic.of(kind, numbers)
                ?: DeterminationStatistic.of(kind, numbers)

        /** [number] as a count, or null if it is none. */
        fun count(number: Double): Long? = number.toLong().takeIf { it >= 0 && it.toDouble() == number && it < (1L shl 53) }
    }
}
