package dev.rankine.benchmarks.compare

import com.github.ajalt.clikt.core.CliktError
import com.github.ajalt.clikt.parameters.groups.OptionGroup
import com.github.ajalt.clikt.parameters.options.check
import com.github.ajalt.clikt.parameters.options.convert
import com.github.ajalt.clikt.parameters.options.default
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.options.split
import com.github.ajalt.clikt.parameters.types.double
import com.github.ajalt.clikt.parameters.types.int
import dev.rankine.benchmarks.compare.rows.Rows

/** What is measured, beside whom, and for how long. */
internal class Choice : OptionGroup(name = "What is measured") {
    private val only by option(help = "rows whose `family: name` contains this regular expression (default: all)").default("")
    private val peers by option(help = "peers, with commas between (default: all that are on the class path)").split(",")
    private val warmUp by option(
        help = "seconds of warm-up for our side of a row, more while Java compiles or it becomes faster (default: 0.4)",
    ).double().default(0.4)
    private val rounds by option(help = "turns of the two sides (default: 11)").int().default(11)
    private val slice by option(help = "seconds of one side in a turn (default: 0.01)").double().default(0.01)

    /** Numbers of threads. */
    val threads: List<Int> by option(help = "numbers of threads, with commas between (default: 1,2)")
        .convert { text -> text.split(",").map { it.trim().toIntOrNull() ?: fail("$it is no number") } }
        .default(listOf(1, 2))
        .check("must be in 1..256") { all -> all.all { it in 1..256 } }

    /** The rows that were asked for. */
    val rows: List<Row> get() {
        val rows = Rows.matching(only)
        if (rows.isEmpty()) throw CliktError("compare: no row contains \"$only\"\n  hint: families are ${Rows.families}", statusCode = 2)
        return rows
    }

    /** The peers that were asked for. */
    val chosenPeers: List<Peer> get() {
        val known = Peers.all.map { it.name }
        val chosen = peers ?: known
        (chosen - known.toSet()).firstOrNull()?.let {
            throw CliktError("compare: no peer $it: $known are here\n  hint: libtorch comes with the profile peers", statusCode = 2)
        }
        return Peers.all.filter { it.name in chosen }
    }

    /** Whether rows were named. */
    val isPart: Boolean get() = only.isNotEmpty()

    /** What was chosen, ready to be measured. */
    fun comparison(): Comparison = Comparison(rows, chosenPeers, threads, Pace(warmUp, rounds, slice))
}
