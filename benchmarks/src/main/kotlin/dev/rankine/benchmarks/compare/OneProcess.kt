package dev.rankine.benchmarks.compare

import dev.rankine.benchmarks.compare.rows.Rows
import dev.rankine.kernels.VectorBackend
import dev.rankine.ops.Backends
import java.io.File
import java.lang.management.ManagementFactory
import java.util.Locale

/** The rows of one [family] beside one [peer] with so many [threads], in a process of their own. */
internal class OneProcess(private val family: String, private val peer: String, private val threads: Int) {
    /** Starts the process with [settings] (see [main]), passes on what it [says], and gives what it measured. */
    fun measure(settings: List<String>, says: (String) -> Unit): List<Measured> {
        val runtime = ManagementFactory.getRuntimeMXBean()
        val java = File(System.getProperty("java.home"), "bin/java").path
        val flags = runtime.inputArguments.filterNot { it.startsWith("-agentlib") } + "-Drankine.threads=$threads" + "-Doffline=true"
        val command =
            listOf(
                java,
            ) + flags + listOf("-cp", runtime.classPath, "dev.rankine.benchmarks.compare.OneProcessKt", family, peer, "$threads") +
                settings
        val builder = ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT)
        val environment = builder.environment()
        for (name in listOf("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS")) environment[name] = "$threads"
        // spinning workers of OpenMP take the processors that the other side computes on
        environment["OMP_WAIT_POLICY"] = "PASSIVE"
        environment["GOMP_SPINCOUNT"] = "0"
        val process = builder.start()
        val found = ArrayList<Measured>()
        process.inputStream.bufferedReader().forEachLine { line ->
            if (line.startsWith(FIGURES)) found += Measured.of(line.removePrefix(FIGURES)) else says(line)
        }
        val code = process.waitFor()
        if (code != 0) says("$family beside $peer with $threads threads: the process ended with $code")
        return found
    }

    companion object {
        /** What a line with figures begins with. */
        const val FIGURES: String = "figures "
    }
}

/** The process of [OneProcess]: family, peer, threads, then the expression for rows, warm-up, rounds, slice. */
fun main(arguments: Array<String>) {
    val (family, peerName, threads, only) = arguments
    val pace = Pace(arguments[4].toDouble(), arguments[5].toInt(), arguments[6].toDouble())
    val peer = Peers.all.first { it.name == peerName }
    check(Backends.current is VectorBackend) { "compare: ${Backends.description()}" }
    println("$family: ${Backends.description()}; ${peer.describe()}; threads $threads")
    for (row in Rows.matching(only).filter { it.family == family }) {
        try {
            measure(row, peer, threads.toInt(), pace)?.let { println(OneProcess.FIGURES + it.toLine()) }
        } catch (e: Exception) {
            println("  ${row.name}: failed: $e")
            if (System.getProperty("trace") != null) e.printStackTrace()
        }
    }
}

private fun measure(row: Row, peer: Peer, threads: Int, pace: Pace): Measured? {
    val ours = row.open()
    val side = OurSide(ours)
    val other = peer.open(row, ours.inputs, threads) ?: return null
    return other.use {
        val difference = Difference.of(side.results(), other.results())
        if (!(difference <= row.tolerance)) {
            println(
                "  ${row.name}: results differ: %.2g of the largest number, at most %.2g".format(Locale.ROOT, difference, row.tolerance),
            )
            return null
        }
        val (our, their) = Turns(pace).measure(row, side::run, other::run)
        val found = Measured(row.family, row.name, peer.name, threads, our.asList(), their.asList(), Turns.allocated(side::run), difference)
        val (low, high) = found.ratios.quantile(0.25) to found.ratios.quantile(0.75)
        println(
            "  %-44s %10s %10s  ratio %.2f (%.2f to %.2f)".format(
                Locale.ROOT,
                row.name,
                Table.time(our.asList().median()),
                Table.time(their.asList().median()),
                found.ratios.median(),
                low,
                high,
            ),
        )
        found
    }
}
