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
     * @param known figures from before: where one thread is not measured now, they say which rows are too short for more.
     */
    fun measure(known: List<Measured>, all: (Run, Set<Row>) -> Unit, say: (String) -> Unit): Run {
        val done = LinkedHashSet<Row>()
        for ((family, members) in rows.groupBy { it.family }) {
            for (count in threads.sorted()) {
                val alone = (if (1 in threads) measured else known).filter { it.threads == 1 }.groupBy { it.family to it.name }
                val work = if (count == 1) members else long(members, alone, peers)
                if (work.size < members.size) say("$family: rows that are too short for $count threads: ${members.size - work.size}")
                for (group in groups(peers)) {
                    val open = if (count == 1) work else open(work, alone, group, count)
                    if (open.isNotEmpty()) measure(open, group, count, slow(alone.filterKeys { it.first == family }, group), say)
                }
            }
            done += members
            all(run(), done)
        }
        return run()
    }

    private fun run() = Run(Head.of(described), measured)

    private fun measure(work: List<Row>, group: List<Peer>, count: Int, slow: Map<String, Double>, say: (String) -> Unit) {
        val asleep = OneProcess(group.map { it.name }, count, Waiting.PASSIVE)
        val first = asleep.measure(work, pace, if (count > 1) slow else emptyMap(), say)
        described += asleep.described
        val torch = group.first()
        val limits = first.filter { it.peer == torch.name }.associate { it.name to it.theirs.median() }
        val again = if (torch.isTorch && count > 1) work.filter { it.name in limits || it.name in slow } else emptyList()
        val spinning = OneProcess(listOf(torch.name), count, Waiting.SPINNING)
        val second = if (again.isEmpty()) emptyList() else spinning.measure(again, pace, limits, say)
        measured += best(first, second)
    }

    companion object {
        /**
         * Nanoseconds: a call that takes less with one thread, ours and each libtorch's, is measured with one only. To wake another thread takes
         * about as long, so that no side cuts such work.
         */
        const val SHORT: Double = 5e3

        /** So many times what a libtorch takes with one thread: workers that are woken for each small piece of its work stand in its way. */
        const val SLOW: Double = 4.0

        /**
         * Each row beside each peer once: as in [asleep], unless the peer was clearly quicker in [spinning].
         */
        fun best(asleep: List<Measured>, spinning: List<Measured>): List<Measured> {
            val others = spinning.associateBy { it.key }
            val known = asleep.map { it.key }.toSet()
            return asleep.map { one ->
                others[one.key]?.takeIf { it.theirs.median() < one.theirs.median() * (1 - Waiting.ALIKE) } ?: one
            } + spinning.filter { it.key !in known }
        }

        /** Nanoseconds by the names of rows: a libtorch of [group] that takes more with sleeping workers is measured with spinning ones only. */
        fun slow(alone: Map<Pair<String, String>, List<Measured>>, group: List<Peer>): Map<String, Double> {
            val torch = group.first().takeIf { it.isTorch } ?: return emptyMap()
            return alone.values
                .flatten()
                .filter { it.peer == torch.name }
                .associate { it.name to SLOW * it.theirs.median() }
        }

        /** Those of [rows] that are not [SHORT] for us and all libtorchs among [peers], by what they took [alone], with one thread. */
        fun long(rows: List<Row>, alone: Map<Pair<String, String>, List<Measured>>, peers: List<Peer>): List<Row> {
            val torch = peers.filter { it.isTorch }.map { it.name }
            return rows.filter { row ->
                val found = alone[row.family to row.name] ?: return@filter true
                found.any { it.ours.median() >= SHORT || (it.peer in torch && it.theirs.median() >= SHORT) }
            }
        }

        /**
         * Those of [rows] in which somebody of [group] can be the fastest peer with [count] threads: who took more than so many times as long as
         * another [alone] cannot.
         */
        fun open(rows: List<Row>, alone: Map<Pair<String, String>, List<Measured>>, group: List<Peer>, count: Int): List<Row> {
            val names = group.map { it.name }
            return rows.filter { row ->
                val found = alone[row.family to row.name].orEmpty()
                val own = found.filter { it.peer in names }
                own.isEmpty() || own.minOf { it.theirs.median() } <= count * found.minOf { it.theirs.median() }
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
