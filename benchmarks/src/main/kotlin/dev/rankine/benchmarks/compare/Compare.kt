package dev.rankine.benchmarks.compare

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.parameters.groups.provideDelegate
import com.github.ajalt.clikt.parameters.options.option
import java.io.File

/**
 * Measures Rankine beside its peers: each family of rows, libtorch and number of threads in a fresh process, the two sides in turns within it.
 * A second peer in the same process would load a second libtorch under the names of the first.
 */
internal class Compare : CliktCommand(name = "compare") {
    private val choice by Choice()
    private val into by option(help = "a file for the figures, JSON that the command gate reads (default: none)")
    private val report by option(help = "a file for the tables in Markdown (default: only printed)")

    override fun help(context: Context): String = "measures beside libtorch and NumPy, in turns in one process; see README.md"

    override fun run() {
        val run = choice.comparison().measure(emptyList(), { _, _ -> }) { echo(it) }
        into?.let { run.write(File(it)) }
        val text = Table(choice.rows, run.rows).markdown()
        report?.let { File(it).writeText(text) }
        echo(text)
    }
}
