package dev.rankine.shapes.rule

/** What is wrong with a call, without the op and the operands; never leaves the engine. */
internal open class RuleFailure(problem: String) : RuntimeException(problem, null, false, false) {
    val problem: String get() = message.orEmpty()
}

/**
 * Two sizes, [bound] and [size], of what should be one axis: that of [symbol], or the one [offset] places from the first of its run.
 * A rule of letters says little; the dims of the axes say more.
 */
internal class Differing(
    private val symbol: Symbol,
    private val offset: Int,
    private val bound: Long,
    private val size: Long,
    problem: String = "${symbol.name} differs: $bound != $size",
) : RuleFailure(problem) {
    /** The same with the dims instead of the rule's letter; [dim] is that of an axis of an input if the axis has this size and a name. */
    fun named(dim: (input: Int, axis: Int, size: Long) -> String?): RuleFailure {
        if (isWord(symbol.name)) return this
        val names =
            listOf(bound, size).mapNotNull { side ->
                symbol.origins.firstNotNullOfOrNull { dim(it.input, it.index + offset, side) }
            }
        return when (names.distinct().size) {
            0 -> this
            1 -> RuleFailure("${names[0]} differs: $bound != $size")
            else -> RuleFailure("${names[0]} and ${names[1]} differ: $bound != $size")
        }
    }
}

/** Whether a name of a rule tells a reader something: `inner`; not `n` or `x0`. */
internal fun isWord(name: String): Boolean = name.length > 1 && name.all { it.isLetter() || it == '_' }
