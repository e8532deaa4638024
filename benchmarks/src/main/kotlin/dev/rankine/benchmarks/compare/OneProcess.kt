package dev.rankine.benchmarks.compare

import dev.rankine.benchmarks.compare.rows.Rows
import dev.rankine.kernels.VectorBackend
import dev.rankine.ops.Backends

/** The rows of one [family] beside one [peer] with so many [threads], in a process of their own. */
internal class OneProcess(private val family: String, private val peer: String, private val threads: Int, private val waiting: Waiting) {
    /** What the peer says it is; null before it has said so. */
    var described: String? = null
        private set

    /** Starts the process with [settings] (see [main]), passes on what it [says], and gives what it measured. */
    fun measure(settings: List<String>, says: (String) -> Unit): List<Measured> {
        val found = ArrayList<Measured>()
        val fresh = FreshJava("dev.rankine.benchmarks.compare.OneProcessKt", threads, waiting)
        val code =
            fresh.run(listOf(family, peer, "$threads", "$waiting") + settings) { line ->
                when {
                    line.startsWith(FIGURES) -> found += Measured.of(line.removePrefix(FIGURES))
                    line.startsWith(PEER) -> described = line.removePrefix(PEER)
                    else -> says(line)
                }
            }
        if (code != 0) says("$family beside $peer with $threads threads: the process ended with $code")
        return found
    }

    companion object {
        /** What a line with figures begins with. */
        const val FIGURES: String = "figures "

        /** What a line begins with that says what the peer is. */
        const val PEER: String = "peer "
    }
}

/** The process of [OneProcess]: family, peer, threads, waiting, then the expression for rows, warm-up, rounds, slice. */
fun main(arguments: Array<String>) {
    val (family, peerName, threads, waiting, only) = arguments
    val pace = Pace(arguments[5].toDouble(), arguments[6].toInt(), arguments[7].toDouble())
    val peer = Peers.of(peerName)
    check(Backends.current is VectorBackend) { "compare: ${Backends.description()}" }
    println(OneProcess.PEER + peer.describe())
    println("$family: ${Backends.description()}; ${peer.describe()}; threads $threads, $waiting")
    val pair = OnePair(peer, threads.toInt(), Waiting.valueOf(waiting.uppercase()), pace)
    for (row in Rows.matching(only).filter { it.family == family }) {
        try {
            pair.measure(row)?.let { println(OneProcess.FIGURES + it.toLine()) }
        } catch (e: Exception) {
            println("  ${row.name}: failed: $e")
            if (System.getProperty("trace") != null) e.printStackTrace()
        }
    }
}
