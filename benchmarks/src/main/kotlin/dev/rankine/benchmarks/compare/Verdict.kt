package dev.rankine.benchmarks.compare

/**
 * What one [row] gave with one number of threads, beside each peer that can do it; at least one has been [found].
 *
 * @property leanest bytes of heap that a run took where it took least, with any number of threads.
 */
internal class Verdict(val row: Row, val found: List<Measured>, private val leanest: Long = found.minOf { it.allocated }) {
    /** What it gave beside the faster libtorch, if there was one. */
    val torch: Measured? = found.filter { it.peer != NumPy.NAME }.minByOrNull { it.ratios.median() }

    /** What it gave beside NumPy, if it can do it. */
    val numpy: Measured? = found.firstOrNull { it.peer == NumPy.NAME }

    /** Beside whom it is farthest below what is wanted there, or least above it. */
    val worst: Measured = listOfNotNull(torch, numpy).minBy { share(it) }

    /** What was reached of the goal, beside [worst]. */
    val share: Double get() = share(worst)

    /** Whether all that is wanted is reached, beside libtorch and beside NumPy. */
    val isMet: Boolean get() = isMet(worst)

    /** The figures of our own time and heap: those beside libtorch, where it was measured. */
    val ours: Measured get() = torch ?: worst

    /** Whether what is wanted beside one peer is reached in [figures]. */
    fun isMet(figures: Measured): Boolean = share(figures) >= 1

    private fun share(figures: Measured) = figures.ratios.median() / row.wanted(figures.peer)

    /**
     * What makes the figures of [ours] doubtful: a kernel of ours that was `compiled badly` in that process, as it allocates there many times what
     * it does elsewhere, or `two speeds`: our time jumps between two values, from round to round or from process to process.
     */
    val mark: String? get() =
        when {
            ours.allocated > LARGE && ours.allocated > MANY * leanest -> "compiled badly"
            found.any { jumps(it.ours) } || isApart(found.map { it.ours }) -> "two speeds"
            else -> null
        }

    /** Whether [times] fall into two heaps of at least three with a gap of [APART] between them. */
    private fun jumps(times: List<Double>): Boolean {
        val sorted = times.sorted()
        return (FEWEST..sorted.size - FEWEST).any { sorted[it] > APART * sorted[it - 1] }
    }

    /** Whether three quarters of the rounds of one process took [APART] times as long as three quarters of those of another. */
    private fun isApart(processes: List<List<Double>>) =
        processes.maxOf { it.quantile(0.25) } > APART * processes.minOf { it.quantile(0.75) }

    companion object {
        private const val MANY = 20
        private const val LARGE = 100_000
        private const val APART = 1.5
        private const val FEWEST = 3

        /** Those of [rows] that were [measured] with so many [threads]. */
        fun of(rows: List<Row>, measured: List<Measured>, threads: Int): List<Verdict> {
            val found = measured.groupBy { it.family to it.name }
            return rows.mapNotNull { row ->
                val all = found[row.family to row.name].orEmpty()
                val these = all.filter { it.threads == threads }
                if (these.isEmpty()) null else Verdict(row, these, all.minOf { it.allocated })
            }
        }
    }
}
