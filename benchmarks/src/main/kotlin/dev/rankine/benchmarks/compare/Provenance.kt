package dev.rankine.benchmarks.compare

/** Says which figures of a table do not stand on what the head of the page says. */
internal class Provenance(private val run: Run) {
    private val peers = run.rows.map { it.peer }.toSet()

    /** Lines for the [things] of a table: each has a name, the runs that its figures come from, and the peers beside whom it was measured; empty if all are of the last run. */
    fun lines(things: List<Thing>): String {
        val differing =
            things
                .flatMap { thing -> thing.runs.distinct().map { thing to differences(it, thing.peers) } }
                .filter { it.second.isNotEmpty() }
                .groupBy({ it.second }, { it.first.name })
        return differing.entries.joinToString("") { (facts, names) ->
            val who = if (names.distinct().size == things.size) "All of it" else names.distinct().joinToString("; ")
            "$who: of another run, $facts.\n"
        }
    }

    /** How the head of that number differs from that of the page in what matters beside [beside]. */
    private fun differences(number: Int, beside: Set<String>): String {
        val (here, page) = run.heads[number] to run.head
        return page.keys
            .plus(here.keys)
            .filter { fact -> here[fact] != page[fact] && (fact !in peers || (fact in beside && fact in here)) }
            .joinToString { "$it ${here[it] ?: "not given"}" }
    }

    /** A line of a table, or a part of one, with the numbers of the heads that it stands on. */
    class Thing(val name: String, val runs: List<Int>, val peers: Set<String> = emptySet())
}
