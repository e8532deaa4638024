package dev.rankine.benchmarks.compare

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.CliktError
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.parameters.options.default
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.options.split
import com.github.ajalt.clikt.parameters.types.double
import com.github.ajalt.clikt.parameters.types.int
import dev.rankine.benchmarks.compare.rows.Rows
import java.io.File

/**
 * Measures Rankine beside its peers: each family of rows, peer and number of threads in a fresh process, the two sides in turns within it.
 * A second peer in the same process would load a second libtorch under the names of the first.
 */
internal class Compare : CliktCommand(name = "compare") {
    private val only by option(help = "rows whose `family: name` contains this regular expression (default: all)").default("")
    private val peers by option(help = "peers, with commas between (default: all that are on the class path)").split(",")
    private val threads by option(help = "numbers of threads, with commas between (default: 1,2)").default("1,2")
    private val warmUp by option(help = "seconds of warm-up for each side of a row (default: 2)").double().default(2.0)
    private val rounds by option(help = "turns of the two sides (default: 15)").int().default(15)
    private val slice by option(help = "seconds of one side in a turn (default: 0.02)").double().default(0.02)
    private val into by option(help = "a file for the figures, one line of JSON a row (default: none)")
    private val report by option(help = "a file for the table in Markdown (default: only printed)")

    override fun help(context: Context): String = "measures beside libtorch and NumPy, in turns in one process; see README.md"

    override fun run() {
        val rows = Rows.matching(only)
        if (rows.isEmpty()) throw CliktError("compare: no row contains \"$only\"\n  hint: families are ${Rows.families}", statusCode = 2)
        val known = Peers.all.map { it.name }
        val chosen = peers ?: known
        (chosen - known.toSet()).firstOrNull()?.let {
            throw CliktError("compare: no peer $it: $known are here\n  hint: libtorch comes with the profile peers", statusCode = 2)
        }
        val measured = ArrayList<Measured>()
        for (family in rows.map { it.family }.distinct()) {
            for (count in threads.split(",").map { it.trim().toInt() }) {
                for (peer in chosen) {
                    measured +=
                        OneProcess(family, peer, count).measure(listOf(only, "$warmUp", "$rounds", "$slice")) { echo(it) }
                }
            }
        }
        into?.let { File(it).writeText(measured.joinToString("") { row -> row.toLine() + "\n" }) }
        val text = Table(rows, measured).markdown()
        report?.let { File(it).writeText(text) }
        echo(text)
    }
}
