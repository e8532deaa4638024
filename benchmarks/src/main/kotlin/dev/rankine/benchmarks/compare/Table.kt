package dev.rankine.benchmarks.compare

import java.util.Locale

/** Figures as tables in Markdown: one for each family, a line for each row, the faster libtorch as the reference. */
internal class Table(private val rows: List<Row>, private val measured: List<Measured>, private val provenance: Provenance? = null) {
    /** The whole text. */
    fun markdown(): String =
        rows
            .map { it.family }
            .distinct()
            .flatMap { family ->
                val threads = measured.filter { it.family == family }.map { it.threads }
                threads.distinct().sorted().map { table(family, it) }
            }.joinToString("\n")

    private fun table(family: String, threads: Int): String {
        val verdicts = Verdict.of(rows.filter { it.family == family }, measured, threads)
        val lines = verdicts.map { line(it) }
        val title = "## $family, $threads ${if (threads == 1) "thread" else "threads"}\n\n"
        return title + other(verdicts) +
            "| row | wanted | ratio | quartiles | NumPy | Rankine | peers | rate | heap | apart |\n" +
            "|---|---|---|---|---|---|---|---|---|---|\n" +
            lines.joinToString("") +
            "\n"
    }

    private fun other(verdicts: List<Verdict>): String {
        val things = verdicts.map { all -> Provenance.Thing(all.row.name, all.found.map { it.run }, all.found.map { it.peer }.toSet()) }
        return provenance?.lines(things).orEmpty().let { if (it.isEmpty()) it else it + "\n" }
    }

    private fun line(verdict: Verdict): String {
        val (row, ours) = verdict.row to verdict.ours
        val peers = verdict.found.joinToString(", ") { "${it.side} ${time(it.theirs.median())}" }
        return "| %s | %.2f | %s | %s | %s | %s | %s | %s | %d B%s | %s |\n".format(
            Locale.ROOT,
            row.name,
            row.target,
            verdict.torch?.let { ratio(verdict, it) }.orEmpty(),
            verdict.torch?.let { "%.2f to %.2f".format(Locale.ROOT, it.ratios.quantile(0.25), it.ratios.quantile(0.75)) }.orEmpty(),
            verdict.numpy?.let { ratio(verdict, it) }.orEmpty(),
            time(ours.ours.median()),
            peers,
            rate(row, ours),
            ours.allocated / row.calls,
            verdict.mark?.let { " ($it)" }.orEmpty(),
            apart(verdict.found.flatMap { it.apart }),
        )
    }

    private fun apart(nanoseconds: List<Double>): String {
        if (nanoseconds.isEmpty()) return ""
        val (least, most) = nanoseconds.min() to nanoseconds.max()
        return if (most < least * ALIKE) "%.0f ns".format(Locale.ROOT, least) else "%.0f to %.0f ns".format(Locale.ROOT, least, most)
    }

    private fun ratio(verdict: Verdict, found: Measured) =
        "**%.2f**%s".format(Locale.ROOT, found.ratios.median(), if (verdict.isMet(found)) "" else " (short)")

    private fun rate(row: Row, found: Measured): String {
        val nanoseconds = found.ours.median()
        return when {
            row.flops > 0 -> {
                "%.1f GFLOP/s, %.2f of the micro-kernel".format(
                    Locale.ROOT,
                    row.flops / nanoseconds,
                    row.flops / nanoseconds / found.tile,
                )
            }

            row.bytes > 0 -> {
                "%.1f GB/s, %.2f of a copy".format(Locale.ROOT, row.bytes / nanoseconds, row.bytes / nanoseconds / found.copy)
            }

            else -> {
                ""
            }
        }
    }

    companion object {
        /** Distances that differ by less are one. */
        private const val ALIKE = 1.5

        /** Nanoseconds in a unit that reads well. */
        fun time(nanoseconds: Double): String =
            when {
                nanoseconds < 1e3 -> "%.0f ns".format(Locale.ROOT, nanoseconds)
                nanoseconds < 1e6 -> "%.2f us".format(Locale.ROOT, nanoseconds / 1e3)
                nanoseconds < 1e9 -> "%.2f ms".format(Locale.ROOT, nanoseconds / 1e6)
                else -> "%.2f s".format(Locale.ROOT, nanoseconds / 1e9)
            }
    }
}
