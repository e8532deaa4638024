package dev.rankine.benchmarks.compare

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.parameters.groups.provideDelegate
import com.github.ajalt.clikt.parameters.options.default
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.types.file
import java.io.File

/** Measures everything and writes it down: the rows beside the peers, steps alone in fresh processes, one thread against several. */
internal class Results : CliktCommand(name = "results") {
    private val choice by Choice()
    private val folder by option(
        help = "where RESULTS.md and results.json go (default: benchmarks)",
    ).file(canBeFile = false).default(File("benchmarks"))
    private val date by option(help = "a date for the head of RESULTS.md (default: none)")

    override fun help(context: Context): String = "measures everything; writes RESULTS.md and results.json"

    override fun run() {
        val compared = choice.measure({ write(it) }) { echo(it) }
        val alone = alone()
        val grain = Grain.measure(choice.threads) { echo(it) }
        echo(write(Run(compared.head, compared.rows, alone, grain)))
    }

    /** Writes both files after each family, so that a run that is stopped leaves what it has; gives the page. */
    private fun write(run: Run): String {
        val head = listOfNotNull(date?.let { "date" to it }).toMap() + run.head
        val whole = Run(head, run.rows, run.alone, run.grain)
        whole.write(File(folder, "results.json"))
        return Report(choice.rows, whole).markdown().also { File(folder, "RESULTS.md").writeText(it) }
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
}
