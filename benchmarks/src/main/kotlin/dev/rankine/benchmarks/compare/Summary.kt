package dev.rankine.benchmarks.compare

import java.util.Locale

/** A line for each family and number of threads: how many goals are reached, and the row that is farthest below its goal. */
internal class Summary(private val rows: List<Row>, private val measured: List<Measured>) {
    /** The table; empty if nothing was measured. */
    fun markdown(): String {
        val counts = measured.map { it.threads }.distinct().sorted()
        val lines = rows.map { it.family }.distinct().flatMap { family -> counts.mapNotNull { line(family, it) } }
        if (lines.isEmpty()) return ""
        val title = "| family | threads | rows | goals reached | median ratio | farthest below its goal |"
        return "## Summary\n\n$title\n|---|---|---|---|---|---|\n" + lines.joinToString("")
    }

    private fun line(family: String, threads: Int): String? {
        val all = Verdict.of(rows.filter { it.family == family }, measured, threads)
        if (all.isEmpty()) return null
        val worst = all.filterNot { it.isMet }.minByOrNull { it.ratio / it.row.target }
        val short = worst?.let { "%s: %.2f of %.2f".format(Locale.ROOT, it.row.name, it.ratio, it.row.target) }.orEmpty()
        val median = all.map { it.ratio }.median()
        return "| %s | %d | %d | %d | %.2f | %s |\n".format(Locale.ROOT, family, threads, all.size, all.count { it.isMet }, median, short)
    }
}
