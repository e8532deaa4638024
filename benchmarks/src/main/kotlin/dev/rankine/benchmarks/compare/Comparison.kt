package dev.rankine.benchmarks.compare

/** Measures [rows] beside [peers] with each number of [threads]: each family in fresh processes, one for each libtorch. */
internal class Comparison(
    private val rows: List<Row>,
    private val peers: List<Peer>,
    private val threads: List<Int>,
    private val pace: Pace,
) {
    private val measured = ArrayList<Measured>()
    private val described = LinkedHashMap<String, String>()

    /**
     * Measures; what processes [say] is passed on, and after each family [all] that was measured so far, with the rows that were to be.
     *
     * @param known figures from before: those with one thread say which rows are too short for more.
     */
    fun measure(known: List<Measured>, all: (Run, Set<Row>) -> Unit, say: (String) -> Unit): Run {
        val done = LinkedHashSet<Row>()
        for ((family, members) in rows.groupBy { it.family }) {
            for (count in threads.sorted()) {
                val work = if (count == 1) members else long(members, known + measured, peers)
                if (work.size < members.size) say("$family: ${members.size - work.size} rows are too short for $count threads")
                if (work.isNotEmpty()) groups(peers).forEach { measure(work, it, count, say) }
            }
            done += members
            all(run(), done)
        }
        return run()
    }

    private fun run() = Run(Head.of(described), measured)

    private fun measure(work: List<Row>, group: List<Peer>, count: Int, say: (String) -> Unit) {
        for ((waiting, some) in split(work, group.first(), count, say)) {
            val process = OneProcess(group.map { it.name }, count, waiting)
            measured += process.measure(some, pace, say)
            described += process.described
        }
    }

    /** The rows with the waiting that is best for [peer] in each. */
    private fun split(work: List<Row>, peer: Peer, count: Int, say: (String) -> Unit): Map<Waiting, List<Row>> {
        if (!peer.isTorch || count == 1) return mapOf(Waiting.PASSIVE to work)
        val probes = Waiting.entries.associateWith { OneProcess(listOf(peer.name), count, it).probe(work, PROBE, say) }
        return work.groupBy { row -> Waiting.best(probes.mapValues { it.value[row.name] }) }
    }

    companion object {
        /**
         * Nanoseconds: a call that takes less with one thread, ours and each libtorch's, is measured with one only. To wake another thread takes
         * about as long, so that no side cuts such work.
         */
        const val SHORT: Double = 5e3

        private val PROBE = Pace(warmUp = 0.2, rounds = 7, slice = 0.01)

        /** Those of [rows] that are not [SHORT] for us and all libtorchs among [peers], by what is [known] of them with one thread. */
        fun long(rows: List<Row>, known: List<Measured>, peers: List<Peer>): List<Row> {
            val torch = peers.filter { it.isTorch }.map { it.name }
            val alone = known.filter { it.threads == 1 }.groupBy { it.family to it.name }
            return rows.filter { row ->
                val found = alone[row.family to row.name] ?: return@filter true
                found.any { it.ours.median() >= SHORT || (it.peer in torch && it.theirs.median() >= SHORT) }
            }
        }

        /** One libtorch a process, as two would load under the same names; whoever is no libtorch joins the first. */
        fun groups(peers: List<Peer>): List<List<Peer>> {
            val (torch, others) = peers.partition { it.isTorch }
            if (torch.isEmpty()) return others.map { listOf(it) }
            return torch.mapIndexed { index, peer -> if (index == 0) listOf(peer) + others else listOf(peer) }
        }
    }
}
