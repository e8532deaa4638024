package dev.rankine.benchmarks.compare

import dev.rankine.benchmarks.compare.rows.Rows
import dev.rankine.kernels.VectorBackend
import dev.rankine.ops.Backends

/** Rows beside [peers], of which at most one is a libtorch, with so many [threads], in a process of their own. */
internal class OneProcess(private val peers: List<String>, private val threads: Int, private val waiting: Waiting) {
    /** What peers say they are, by their names. */
    val described: MutableMap<String, String> = LinkedHashMap()

    /** Starts the process for [rows] at that [pace], passes on what it [says], and gives what it measured. */
    fun measure(rows: List<Row>, pace: Pace, says: (String) -> Unit): List<Measured> {
        val found = ArrayList<Measured>()
        start("measure", rows, pace, says) { found += Measured.of(it) }
        return found
    }

    /** Nanoseconds that one run of each of [rows] takes the peer alone, by the names of rows; [says] only what fails. */
    fun probe(rows: List<Row>, pace: Pace, says: (String) -> Unit): Map<String, Double> {
        val found = HashMap<String, Double>()
        start("probe", rows, pace, says) { line -> line.split(" ", limit = 2).let { (time, name) -> found[name] = time.toDouble() } }
        return found
    }

    private fun start(what: String, rows: List<Row>, pace: Pace, says: (String) -> Unit, figures: (String) -> Unit) {
        val fresh = FreshJava("dev.rankine.benchmarks.compare.OneProcessKt", threads, waiting)
        val settings = listOf(what, peers.joinToString(","), "$threads", "$waiting", "${pace.warmUp}", "${pace.rounds}", "${pace.slice}")
        val code =
            fresh.run(settings + rows.map { "$it" }) { line ->
                when {
                    line.startsWith(FIGURES) -> figures(line.removePrefix(FIGURES))
                    line.startsWith(PEER) -> line.removePrefix(PEER).split(" ", limit = 2).let { (name, text) -> described[name] = text }
                    else -> says(line)
                }
            }
        if (code != 0) says("${rows.first().family} beside $peers with $threads threads: the process ended with $code")
    }

    companion object {
        /** What a line with figures begins with. */
        const val FIGURES: String = "figures "

        /** What a line begins with that says what a peer is. */
        const val PEER: String = "peer "
    }
}

/** The process of [OneProcess]: what to do, peers, threads, waiting, warm-up, rounds, slice, then the rows. */
fun main(arguments: Array<String>) {
    val (what, peerNames, threads, waitingName) = arguments
    val pace = Pace(arguments[4].toDouble(), arguments[5].toInt(), arguments[6].toDouble())
    val peers = peerNames.split(",").map { Peers.of(it) }
    val waiting = Waiting.valueOf(waitingName.uppercase())
    val chosen = arguments.drop(SETTINGS).toSet()
    val rows = Rows.all.filter { "$it" in chosen }
    check(Backends.current is VectorBackend) { "compare: ${Backends.description()}" }
    val measure =
        if (what == "probe") {
            { row: Row ->
                probed(row, peers.single(), threads.toInt(), pace)?.let { println("${OneProcess.FIGURES}$it ${row.name}") }
                    ?: Unit
            }
        } else {
            for (peer in peers) println("${OneProcess.PEER}${peer.name} ${peer.describe()}")
            println(
                "${rows.first().family}: ${Backends.description()}; ${peers.joinToString { it.describe() }}; threads $threads, $waiting",
            )
            val one = OneRow(peers, threads.toInt(), waiting, pace)
            val all = { row: Row -> one.measure(row).forEach { println(OneProcess.FIGURES + it.toLine()) } }
            all
        }
    for (row in rows) {
        try {
            measure(row)
        } catch (e: Exception) {
            println("  ${row.name}: failed: $e")
            if (System.getProperty("trace") != null) e.printStackTrace()
        }
    }
}

private fun probed(row: Row, peer: Peer, threads: Int, pace: Pace): Double? =
    peer.open(row, row.open().inputs, threads)?.use { Turns(pace).peerAlone(it::run) }

private const val SETTINGS = 7
