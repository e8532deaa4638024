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
        val short =
            all
                .filterNot { it.isMet }
                .minByOrNull { it.share }
                ?.let { short(it) }
                .orEmpty()
        val ratios = all.mapNotNull { it.torch?.ratios?.median() }
        val median = if (ratios.isEmpty()) "" else "%.2f".format(Locale.ROOT, ratios.median())
        return "| $family | $threads | ${all.size} | ${all.count { it.isMet }} | $median | $short |\n"
    }

    private fun short(verdict: Verdict): String {
        val worst = verdict.worst
        val beside = if (worst === verdict.numpy) " beside NumPy" else ""
        val wanted = verdict.row.wanted(worst.peer)
        return "%s: %.2f of %.2f%s".format(Locale.ROOT, verdict.row.name, worst.ratios.median(), wanted, beside)
    }
}
