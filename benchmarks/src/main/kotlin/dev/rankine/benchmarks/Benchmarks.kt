package dev.rankine.benchmarks

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.CliktError
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.core.main
import com.github.ajalt.clikt.core.subcommands
import com.github.ajalt.clikt.parameters.options.check
import com.github.ajalt.clikt.parameters.options.default
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.types.int
import dev.rankine.benchmarks.compare.Accuracy
import dev.rankine.benchmarks.compare.Compare
import dev.rankine.benchmarks.compare.Gate
import dev.rankine.benchmarks.compare.Results
import dev.rankine.benchmarks.health.Health
import dev.rankine.benchmarks.start.Start
import dev.rankine.ops.Backend
import dev.rankine.ops.Backends
import dev.rankine.ops.on
import dev.rankine.shapes.RankineException
import dev.rankine.train.Environment

/** The command: what is measured is a command of its own. */
internal class Benchmarks : CliktCommand(name = "benchmarks") {
    override fun help(context: Context): String = "Measures. Times are medians; quartiles say how steady they were."

    override fun run() = Unit
}

/** A thing to measure, on one backend with so many threads. */
internal abstract class Benchmark(name: String, private val says: String) : CliktCommand(name = name) {
    private val backend by option(help = "what computes (default: the fastest that can be used here)")
    private val threads by option(
        help = "how many threads compute (default: 1)",
    ).int().default(1).check("must be in 1..256") { it in 1..256 }

    override fun help(context: Context): String = says

    final override fun run() {
        System.setProperty("rankine.threads", "$threads")
        try {
            val chosen = backend?.let { Backends[it] } ?: Backends.current
            echo(Environment.machine())
            echo(Backends.description(chosen))
            on(chosen) { measure(chosen) }
        } catch (e: RankineException) {
            throw CliktError(e.message, statusCode = 2)
        }
    }

    /** Measures, and prints what was found. */
    abstract fun measure(backend: Backend)
}

/** The command line; see README.md. */
fun main(arguments: Array<String>): Unit =
    Benchmarks()
        .subcommands(Step(), LSTMStep(), Attention(), Calls(), Sgemm(), Compile())
        .subcommands(Compare(), Results(), Gate(), Accuracy(), Health(), Start())
        .main(arguments)
