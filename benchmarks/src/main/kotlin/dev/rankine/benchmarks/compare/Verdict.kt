package dev.rankine.benchmarks.compare

/** What one [row] gave with one number of threads, beside each peer that can do it; at least one has been [found]. */
internal class Verdict(val row: Row, val found: List<Measured>) {
    /** What it gave beside the faster peer. */
    val worst: Measured = found.minBy { it.ratios.median() }

    /** The faster peer's time over ours. */
    val ratio: Double = worst.ratios.median()

    /** Whether the goal of the row is reached. */
    val isMet: Boolean get() = ratio >= row.target

    companion object {
        /** Those of [rows] that were [measured] with so many [threads]. */
        fun of(rows: List<Row>, measured: List<Measured>, threads: Int): List<Verdict> {
            val found = measured.filter { it.threads == threads }.groupBy { it.family to it.name }
            return rows.mapNotNull { row -> found[row.family to row.name]?.let { Verdict(row, it) } }
        }
    }
}
