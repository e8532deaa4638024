package dev.rankine.benchmarks.compare

import dev.rankine.benchmarks.compare.rows.Rows
import dev.rankine.kernels.VectorBackend
import dev.rankine.ops.Backends

/** Rows beside [peers], of which at most one is a libtorch, with so many [threads], in a process of their own. */
internal class OneProcess(private val peers: List<String>, private val threads: Int, private val waiting: Waiting) {
    /** What peers say they are, by their names. */
    val described: MutableMap<String, String> = LinkedHashMap()

    /**
     * Starts the process for [rows] at that [pace], passes on what it [says], and gives what it measured.
     *
     * @param limits nanoseconds a call by the names of rows: a row is not measured beside the first peer if that alone does not take clearly less.
     */
    fun measure(rows: List<Row>, pace: Pace, limits: Map<String, Double> = emptyMap(), says: (String) -> Unit): List<Measured> {
        val found = ArrayList<Measured>()
        val fresh = FreshJava("dev.rankine.benchmarks.compare.OneProcessKt", threads, waiting, HEAP)
        val settings = listOf(peers.joinToString(","), "$threads", "$waiting", "${pace.warmUp}", "${pace.rounds}", "${pace.slice}")
        val code =
            fresh.run(settings + rows.flatMap { listOf("$it", "${limits[it.name] ?: Double.POSITIVE_INFINITY}") }) { line ->
                when {
                    line.startsWith(FIGURES) -> found += Measured.of(line.removePrefix(FIGURES))
                    line.startsWith(PEER) -> line.removePrefix(PEER).split(" ", limit = 2).let { (name, text) -> described[name] = text }
                    else -> says(line)
                }
            }
        if (code != 0) says("${rows.first().family} beside $peers with $threads threads: the process ended with $code")
        return found
    }

    companion object {
        /** What a line with figures begins with. */
        const val FIGURES: String = "figures "

        /** What a line begins with that says what a peer is. */
        const val PEER: String = "peer "

        /**
         * A virtual machine's memory that nobody touched since it was given back to the host costs 10 us a page by estimate: a young process whose heap grows through
         * it took 1.2 us for a call of 0.14, for seconds. So its pages are touched before the first row.
         */
        private val HEAP = listOf("-XX:+AlwaysPreTouch")
    }
}

/** The process of [OneProcess]: peers, threads, waiting, warm-up, rounds, slice, then the rows, each with its limit. */
fun main(arguments: Array<String>) {
    val (peerNames, threads, waitingName) = arguments
    val pace = Pace(arguments[3].toDouble(), arguments[4].toInt(), arguments[5].toDouble())
    val peers = peerNames.split(",").map { Peers.of(it) }
    val waiting = Waiting.valueOf(waitingName.uppercase())
    val limits = arguments.drop(SETTINGS).chunked(2).associate { (row, limit) -> row to limit.toDouble() }
    val rows = Rows.all.filter { "$it" in limits }
    check(Backends.current is VectorBackend) { "compare: ${Backends.description()}" }
    for (peer in peers) println("${OneProcess.PEER}${peer.name} ${peer.describe()}")
    println("${rows.first().family}: ${Backends.description()}; ${peers.joinToString { it.describe() }}; threads $threads, $waiting")
    val one = OneRow(peers, threads.toInt(), waiting, pace)
    for (row in rows) {
        try {
            one.measure(row, limits.getValue("$row")).forEach { println(OneProcess.FIGURES + it.toLine()) }
        } catch (e: Exception) {
            println("  ${row.name}: failed: $e")
            if (System.getProperty("trace") != null) e.printStackTrace()
        }
    }
}

private const val SETTINGS = 6
