package dev.rankine.corpus

/** Who catches how many of [cases], by kind and in all, as a table in Markdown. */
internal fun shares(cases: List<Case>): List<String> {
    val head = listOf("kind", "programs") + Stage.entries.map { it.word }
    val kinds = Kind.entries.map { kind -> row(kind.title, cases.filter { it.kind == kind }) { _, count -> "$count" } }
    val all = row("all", cases) { all, count -> "$count (${percent(count, all)} %)" }
    return (listOf(head, head.map { "---" }) + kinds + listOf(all)).map { it.joinToString(" | ", "| ", " |") }
}

private fun row(name: String, cases: List<Case>, cell: (all: Int, count: Int) -> String): List<String> =
    listOf(name, "${cases.size}") + Stage.entries.map { stage -> cell(cases.size, cases.count { it.stage == stage }) }

private fun percent(count: Int, all: Int): Long = if (all == 0) 0 else Math.round(100.0 * count / all)
