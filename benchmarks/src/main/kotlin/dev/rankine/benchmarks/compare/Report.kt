package dev.rankine.benchmarks.compare

import java.util.Locale

/** A whole run as a page of Markdown. */
internal class Report(private val rows: List<Row>, private val run: Run) {
    private val provenance = Provenance(run)

    /** The page. */
    fun markdown(): String =
        listOf(head(), Summary(rows, run.rows).markdown(), Table(rows, run.rows, provenance).markdown(), alone(), grain())
            .filter { it.isNotEmpty() }
            .joinToString("\n")
            .trimEnd() + "\n"

    private fun head(): String {
        val facts = run.head.entries.joinToString("") { (name, value) -> "| $name | $value |\n" }
        val how = "Written by this command; [README.md](README.md) says how to read it.\n\n```\n$COMMAND\n```\n"
        return "# Results\n\n$how\n| | |\n|---|---|\n$facts\n$SHORT\n"
    }

    private fun alone(): String {
        if (run.alone.isEmpty()) return ""
        val lines =
            run.alone.joinToString("") {
                "| %s | %s | %s | %.0f MB | %.0f MB | %.2f s | %d: %.2f s |\n".format(
                    Locale.ROOT,
                    it.row,
                    it.side,
                    it.flags,
                    it.process / MEGA,
                    it.growth / MEGA,
                    it.first,
                    it.steps,
                    it.last,
                )
            }
        val title = "| step | side | flags | process at most | above the parameters | first step after | last step after |"
        val other = other(run.alone.map { Provenance.Thing("${it.row} by ${it.side} ${it.flags}".trim(), listOf(it.run), setOf(it.side)) })
        return "## training steps alone in a fresh process, 1 thread\n\n$other$title\n|---|---|---|---|---|---|---|\n$lines"
    }

    private fun other(things: List<Provenance.Thing>): String = provenance.lines(things).let { if (it.isEmpty()) it else it + "\n" }

    private fun grain(): String {
        if (run.grain.isEmpty()) return ""
        val threads = run.grain.map { it.threads }.distinct()
        val points = run.grain.groupBy { it.op to it.size }.toSortedMap(compareBy({ it.first }, { it.second }))
        val lines =
            points.entries.joinToString("") { (point, found) ->
                val times = threads.map { count -> found.firstOrNull { it.threads == count }?.nanoseconds }
                val gain = times.drop(1).map { if (it == null || times[0] == null) "" else "%.2f".format(Locale.ROOT, times[0]!! / it) }
                val cells = listOf(point.first, "${point.second}") + times.map { it?.let(Table::time).orEmpty() } + gain
                cells.joinToString(" | ", "| ", " |\n")
            }
        val title = listOf("op", "elements, or rows") + threads.map { threads(it) } + threads.drop(1).map { "gain of ${threads(it)}" }
        val other = other(run.grain.map { Provenance.Thing("${it.op} ${it.size}", listOf(it.run)) })
        return "## around the grain: work that is cut for several threads\n\n" + other + title.joinToString(" | ", "| ", " |\n") +
            "|---".repeat(title.size) + "|\n" + lines
    }

    private fun threads(count: Int) = if (count == 1) "1 thread" else "$count threads"

    companion object {
        /** What writes the page. */
        const val COMMAND: String = "mvn -q -Pbenchmarks,peers -pl benchmarks -am package -Dbenchmark.args=\"results\""
        private val SHORT =
            "A row that takes less than ${Table.time(
                Comparison.SHORT,
            )} a call with one thread, here and in libtorch, is not measured with more. Figures of " +
                "an earlier run stay until their row is measured again; where that run stood on something else, it stands above the table."
        private const val MEGA = 1e6
    }
}
