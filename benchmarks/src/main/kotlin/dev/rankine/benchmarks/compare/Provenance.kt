package dev.rankine.benchmarks.compare

/** Says which figures of a table do not stand on what the head of the page says. */
internal class Provenance(private val run: Run) {
    private val peers = run.rows.map { it.peer }.toSet()

    /** Lines for the [things] of a table: each has a name, the runs that its figures come from, and the peers beside whom it was measured; empty if all are of the last run. */
    fun lines(things: List<Thing>): String {
        val facts = things.associateWith { thing -> thing.runs.map { differences(it, thing.peers) }.distinct() }
        return facts.values.flatten().distinct().filter { it.isNotEmpty() }.joinToString("") { other ->
            val of = things.filter { other in facts.getValue(it) }
            "${names(of, things, facts)}: of another run, $other.\n"
        }
    }

    /** The names of [some] of [all] things, or of the others if they are fewer. */
    private fun names(some: List<Thing>, all: List<Thing>, facts: Map<Thing, List<String>>): String {
        val wholly = some.filter { facts.getValue(it).size == 1 }
        val others = all - wholly.toSet()

        fun text(things: List<Thing>) = things.joinToString("; ") { if (it in some && it !in wholly) "${it.name} (in part)" else it.name }
        return when {
            others.isEmpty() -> "All of it"
            others.size < some.size -> "All but ${text(others)}"
            else -> text(some)
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
