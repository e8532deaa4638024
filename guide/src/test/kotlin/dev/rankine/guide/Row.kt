package dev.rankine.guide

/** Code in the Rankine column of a table; [line] counts from 1. */
internal class Row(val line: Int, val code: String)

private const val COLUMN = "Rankine"
private val CELLS = Regex("""(?<!\\)\|""")
private val CODE = Regex("""(`+)(.+?)\1(?!`)""")

/**
 * The code in the tables of [lines]: every code span in the column [COLUMN]. A page has such a column in all of its tables or in none.
 */
internal fun rows(lines: List<String>, problem: (Int, String) -> Unit): List<Row> {
    val starts = lines.indices.filter { isTable(lines, it) && !isTable(lines, it - 1) && !isFenced(lines, it) }
    if (starts.none { column(lines[it]) >= 0 }) return emptyList()
    return starts.flatMap { start ->
        val column = column(lines[start])
        if (column < 0) problem(start + 1, "the table has no column $COLUMN, other tables of this page have one")
        val end = (start until lines.size).firstOrNull { !isTable(lines, it) } ?: lines.size
        (start + 2 until end).flatMap { at ->
            val cell = cells(lines[at]).getOrElse(column) { "" }
            val found = CODE.findAll(cell).map { Row(at + 1, it.groupValues[2].trim().replace("\\|", "|")) }.toList()
            if (column >= 0 && found.isEmpty()) problem(at + 1, "the row has no code in column $COLUMN")
            found
        }
    }
}

private fun isTable(lines: List<String>, at: Int): Boolean = lines.getOrElse(at) { "" }.startsWith("|")

private fun isFenced(lines: List<String>, at: Int): Boolean = lines.take(at).count { it.trimStart().startsWith("```") } % 2 == 1

private fun column(header: String): Int = cells(header).indexOf(COLUMN)

private fun cells(line: String): List<String> = CELLS.split(line.trim().removePrefix("|")).map { it.trim() }
