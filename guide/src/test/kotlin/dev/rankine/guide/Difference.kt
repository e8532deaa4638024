package dev.rankine.guide

/** [text] as lines without blanks at their ends and without blank lines at its end. */
internal fun tidy(text: String): List<String> = text.lines().map { it.trimEnd() }.dropLastWhile { it.isEmpty() }

/**
 * How [found] differs from what the page says, or null if it does not: lines of the page with `-`, lines found with `+`.
 *
 * @param first the line of the page where [expected] begins.
 */
internal fun difference(page: String, first: Int, expected: List<String>, found: List<String>, what: String): Problem? {
    if (expected == found) return null
    val head = expected.zip(found).takeWhile { (a, b) -> a == b }.size
    val most = minOf(expected.size, found.size) - head
    val tail = (1..most).takeWhile { expected[expected.size - it] == found[found.size - it] }.size
    val lines = expected.subList(head, expected.size - tail).map { "  - $it" } + found.subList(head, found.size - tail).map { "  + $it" }
    return Problem(page, first + head, "$what differs (- page, + found):\n" + lines.joinToString("\n"))
}
