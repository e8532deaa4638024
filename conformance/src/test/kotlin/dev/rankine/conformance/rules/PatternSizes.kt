package dev.rankine.conformance.rules

import kotlin.random.Random

/** Draws the sizes of inputs whose axes a rule lists, `weight:[o, i, kh, kw]`: a name means the same size in all of them. */
internal class PatternSizes(rule: String, private val random: Random) {
    private val patterns =
        ARGUMENT
            .findAll(rule.substringBefore("->"))
            .map { it.value }
            .filterNot { '=' in it || "..." in it || it.endsWith('*') }
            .map { it.substringAfter(':').removeSuffix("?") }
            .toList()
    private val bound = HashMap<String, List<Int>>()

    /** The sizes of an input, null if the rule does not list its axes. */
    fun of(input: Int): List<Int>? {
        val pattern = patterns.getOrNull(input)?.takeIf { it.startsWith('[') } ?: return null
        return pattern
            .trim('[', ']')
            .split(',')
            .map { it.trim() }
            .filter { it.isNotEmpty() }
            .flatMap(::axes)
    }

    private fun axes(word: String): List<Int> =
        when {
            word == "_" -> listOf(size())
            word[0].isDigit() -> listOf(word.toInt())
            else -> bound.getOrPut(word) { List(if (word[0] == '*') random.nextInt(3) else 1) { size() } }
        }

    private fun size(): Int = random.nextInt(1, 4)

    private companion object {
        /** Words may contain lists in brackets. */
        val ARGUMENT = Regex("""(?:[^\s\[]|\[[^]]*])+""")
    }
}
