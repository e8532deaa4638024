package dev.rankine.guide

/**
 * A fenced part of a page.
 *
 * @property info what follows the opening fence: a language, then words of ours.
 * @property line the number of the line that opens it, from 1; its text starts one line below.
 * @property text the lines between the fences.
 * @property isHidden whether it is a comment that readers do not see.
 */
internal class Fence(val info: String, val line: Int, val text: List<String>, val isHidden: Boolean) {
    val language: String get() = info.substringBefore(' ')

    /** What follows the language. */
    val words: String get() = info.substringAfter(' ', "").trim()
}

private const val FENCE = "```"
private const val COMMENT = "<!-- kotlin"

/** The fences of [lines] in order; [problem] is told of one that is never closed. */
internal fun fences(lines: List<String>, problem: (Int, String) -> Unit): List<Fence> {
    val found = ArrayList<Fence>()
    var at = 0
    while (at < lines.size) {
        val line = lines[at].trimEnd()
        if (line.trimStart().startsWith("~~~")) problem(at + 1, "a fence is made of $FENCE")
        val hidden = line.startsWith(COMMENT)
        if (!hidden && !line.trimStart().startsWith(FENCE)) {
            at++
            continue
        }
        val indent = line.takeWhile { it == ' ' }
        val end = (at + 1 until lines.size).firstOrNull { lines[it].trim() == if (hidden) "-->" else FENCE }
        if (end == null) {
            problem(at + 1, "the block that begins here has no end")
            return found
        }
        val text = lines.subList(at + 1, end).map { it.removePrefix(indent) }
        found += Fence(line.trim().removePrefix(FENCE).removePrefix("<!-- "), at + 1, text, hidden)
        at = end + 1
    }
    return found
}
