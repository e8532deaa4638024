package dev.rankine.benchmarks.compare

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.parameters.groups.provideDelegate
import com.github.ajalt.clikt.parameters.options.check
import com.github.ajalt.clikt.parameters.options.default
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.options.split
import com.github.ajalt.clikt.parameters.types.file
import dev.rankine.benchmarks.compare.rows.Rows
import java.io.File

/** Measures everything and writes it down: the rows beside the peers, steps alone in fresh processes, one thread against several. */
internal class Results : CliktCommand(name = "results") {
    private val choice by Choice()
    private val folder by option(
        help = "where RESULTS.md and results.json go (default: benchmarks)",
    ).file(canBeFile = false).default(File("benchmarks"))
    private val date by option(help = "a date for the head of RESULTS.md (default: none)")

    private val parts by option(
        help =
            "rows, alone, grain, with commas between (default: all; without grain where rows are chosen by --only), " +
                "or page: writes RESULTS.md anew",
    ).split(",").check("must be rows, alone or grain, or only page") { PARTS.containsAll(it) || it == PAGE }

    override fun help(context: Context): String =
        "measures everything, or what --only names, and puts it into RESULTS.md and results.json; the figures of all else stay"

    override fun run() {
        val wanted = parts ?: if (choice.isPart) PARTS - "grain" else PARTS
        val file = File(folder, "results.json")
        val old = if (file.exists()) Run.read(file) else Run(emptyList(), emptyList())
        if (wanted == PAGE) return echo(write(old))
        val merged = Merged(old, Rows.all)
        val peers = choice.chosenPeers.map { it.name }.toSet()

        fun put(run: Run, asked: Set<Row>): String {
            val head = listOfNotNull(date?.let { "date" to it }).toMap() + run.head
            return write(merged.with(Run(head, run.rows, run.alone, run.grain), asked, peers, choice.threads.toSet()))
        }
        val compared =
            if ("rows" in wanted) {
                choice.comparison().measure(merged.rows, { run, asked -> put(run, asked) }) { echo(it) }
            } else {
                Run(Head.of(choice.chosenPeers.associate { it.name to it.describe() }), emptyList())
            }
        val alone = if ("alone" in wanted) alone() else emptyList()
        val grain = if ("grain" in wanted) Grain.measure(choice.threads) { echo(it) } else emptyList()
        val asked = if ("rows" in wanted) choice.rows.toSet() else emptySet()
        echo(put(Run(compared.head, compared.rows, alone, grain), asked))
    }

    /** Writes both files, after each family, so that a run that is stopped leaves what it has; gives the page. */
    private fun write(run: Run): String {
        run.write(File(folder, "results.json"))
        return Report(Rows.all, run).markdown().also { File(folder, "RESULTS.md").writeText(it) }
    }

    /** Training steps, with one thread: their memory, and how long a user waits for them. */
    private fun alone(): List<Alone> {
        val steps = choice.rows.filter { it.alone > 0 }
        val peers = choice.chosenPeers.filter { it.isTorch }.map { it.name }
        return steps.flatMap { row ->
            val small = (listOf(Alone.OURS) + peers).map { it to AloneProcess.SMALL_HEAP }
            (listOf(Alone.OURS to emptyList<String>()) + small).mapNotNull { (side, flags) ->
                echo("$row, ${row.alone} steps alone: $side ${flags.joinToString(" ")}")
                AloneProcess(row, side, flags).measure { echo(it) }
            }
        }
    }

    private companion object {
        val PARTS = listOf("rows", "alone", "grain")
        val PAGE = listOf("page")
    }
}
