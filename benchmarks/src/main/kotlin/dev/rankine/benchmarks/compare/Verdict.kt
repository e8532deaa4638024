package dev.rankine.benchmarks.compare

/**
 * What one [row] gave with one number of threads, beside each peer that can do it; at least one has been [found].
 *
 * @property leanest bytes of heap that a run took where it took least, with any number of threads.
 */
internal class Verdict(val row: Row, val found: List<Measured>, private val leanest: Long = found.minOf { it.allocated }) {
    /** What it gave beside the faster peer. */
    val worst: Measured = found.minBy { it.ratios.median() }

    /** The faster peer's time over ours. */
    val ratio: Double = worst.ratios.median()

    /** Whether the goal of the row is reached. */
    val isMet: Boolean get() = ratio >= row.target

    /**
     * What makes the figures of [worst] doubtful: a kernel of ours that was `compiled badly` in that process, as it allocates there many times what
     * it does elsewhere, or `two speeds`: our time jumps between two values, from round to round or from process to process.
     */
    val mark: String? get() =
        when {
            worst.allocated > LARGE && worst.allocated > MANY * leanest -> "compiled badly"
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
