package dev.rankine.shapes.rule

/** One axis of a pattern: a name, an exact size (not negative), or neither, which accepts any size. */
internal class AxisPattern(val symbol: Symbol?, val exact: Int) {
    override fun toString(): String = symbol?.name ?: if (exact < 0) "_" else exact.toString()
}

/**
 * What an input must look like: the axes of [axes] with the [run] after the first [before] of them.
 * Its own sizes lie where the two cells at [slot] say: start, rank.
 */
internal class InputPattern(
    val label: String?,
    val slot: Int,
    private val axes: Array<AxisPattern>,
    private val run: Symbol?,
    private val before: Int,
    val isOptional: Boolean,
) {
    /** Binds the names to the input's sizes or compares the two; an unknown rank binds nothing. [name] is the input's in messages, left out if it [isOnly]. */
    fun match(cells: LongArray, name: String, isOnly: Boolean) {
        if (cells[slot + 1] == UNKNOWN) return
        val rank = cells[slot + 1].toInt()
        val start = cells[slot].toInt()
        val spare = rank - axes.size
        if (spare < 0 || (spare > 0 && run == null)) throw wrongRank(name, isOnly, rank)
        for (i in axes.indices) {
            val axis = axes[i]
            val position = start + if (i < before) i else i + spare
            val symbol = axis.symbol
            if (symbol != null) {
                symbol.bind(cells, position)
            } else if (axis.exact >= 0 && cells[position] != UNKNOWN && cells[position] != axis.exact.toLong()) {
                val index = if (i < before) i else i - axes.size
                throw RuleFailure("$name axis $index must be ${axis.exact}: ${cells[position]} given")
            }
        }
        run?.bindRun(cells, start + before, spare)
    }

    private fun wrongRank(name: String, isOnly: Boolean, rank: Int): RuleFailure {
        val count = "${if (run != null) "at least " else ""}${axes.size} ${if (axes.size == 1) "axis" else "axes"}"
        return RuleFailure("${if (isOnly) "" else "$name "}needs $count$picture: $rank given")
    }

    /** The pattern, where it says more than how many axes there are. */
    private val picture: String
        get() {
            if (axes.none { it.exact >= 0 || (it.symbol != null && isWord(it.symbol.name)) }) return ""
            val words = axes.map { it.toString() }.toMutableList()
            if (run != null) words.add(before, "*${run.name}")
            return words.joinToString(", ", " [", "]")
        }
}
