package dev.rankine.corpus

private val OPENING = Regex("""```kotlin not compiled: corpus (\S+) (wrong|right)""")
private val DIM = Regex("""object (\w+) : Dim<\w+>\((\d*)\)""")
private const val FENCE = "```"
private const val SHARES = "<!-- shares -->"
private const val CUT = "..."

/**
 * The page of the guide that shows cases, with the programs, messages and shares of [cases] in place of those in [lines].
 *
 * A block ```` ```kotlin not compiled: corpus KIND/NAME wrong ```` is the wrong program, and the ` ```text ` block that follows is its message,
 * which a last line `...` cuts; `right` is what the right twin has that the wrong one has not. A table of shares follows `<!-- shares -->`.
 *
 * @throws IllegalArgumentException if a block names no case.
 */
internal fun rendered(lines: List<String>, cases: List<Case>): List<String> {
    val page = ArrayList<String>()
    var at = 0
    while (at < lines.size) {
        val line = lines[at++]
        page += line
        val opening = OPENING.matchEntire(line)
        if (opening != null) {
            val (path, word) = opening.destructured
            val case = requireNotNull(cases.find { it.path == path }) { "there is no case $path" }
            page += if (word == "wrong") shown(case) else case.right - case.wrong.toSet()
            at = end(lines, at)
            if (word == "wrong") {
                val text = (at until lines.size).first { lines[it].startsWith(FENCE) && lines[it] != FENCE }
                require(lines[text] == "${FENCE}text") { "the message of $path does not follow it" }
                page += lines.subList(at, text + 1)
                at = end(lines, text + 1)
                page += cut(case.message.lines(), lines.subList(text + 1, at))
            }
        }
        if (line == SHARES) {
            page += ""
            page += shares(cases)
            while (lines.getOrElse(at) { "" }.isBlank() && at < lines.size) at++
            while (lines.getOrElse(at) { "" }.startsWith("|")) at++
        }
    }
    return page
}

/** The paths of the cases that [lines] show, each with the words `wrong` and `right`. */
internal fun shown(lines: List<String>): List<Pair<String, String>> =
    lines.mapNotNull { OPENING.matchEntire(it) }.map { it.groupValues[1] to it.groupValues[2] }

/** Blocks of Kotlin in [lines] that are no part of a case. */
internal fun strangers(lines: List<String>): List<String> = lines.filter { it.startsWith("${FENCE}kotlin") && !OPENING.matches(it) }

/** The wrong program of [case] without its imports, its dims in one line. */
private fun shown(case: Case): List<String> {
    val dims =
        case.shared.mapNotNull { DIM.matchEntire(it) }.map {
            it.groupValues[1] +
                if (it.groupValues[2].isEmpty()) "" else " = ${it.groupValues[2]}"
        }
    val rest =
        case.shared
            .filter { !it.startsWith("import ") && !DIM.matches(it) }
            .joinToString("\n")
            .trim()
    val head = if (dims.isEmpty()) emptyList() else listOf("// ${dims.joinToString()}")
    return head + (if (rest.isEmpty()) emptyList() else rest.lines()) + case.wrong
}

private fun cut(message: List<String>, before: List<String>): List<String> {
    val isCut = before.size > 1 && before.last() == CUT && message.size >= before.size
    return if (isCut) message.take(before.size - 1) + CUT else message
}

private fun end(lines: List<String>, from: Int): Int = (from until lines.size).first { lines[it] == FENCE }
