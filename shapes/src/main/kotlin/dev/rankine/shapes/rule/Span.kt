package dev.rankine.shapes.rule

import dev.rankine.shapes.Axis
import dev.rankine.shapes.Sizes

/** A sequence of sizes computed from the bound names. Axes are counted from the end: the last is 1. */
internal sealed class Span {
    /** The sequence as messages print it. */
    abstract val text: String

    /** The number of axes. */
    abstract fun rank(cells: LongArray): Long

    /** The size of the axis [back] places from the end, at most [rank]. */
    abstract fun size(cells: LongArray, back: Int): Long

    /** The name of that axis: the first among the inputs that bind it. */
    abstract fun axis(cells: LongArray, inputs: Array<out Sizes>, back: Int): Axis<*>?

    /**
     * The numbers of the inputs that this sequence equals in sizes and names as soon as all of them have equal sizes
     * and only the first has names; null if there are none.
     */
    open val wholeInputs: IntArray? get() = null

    /** The sizes as messages print them. */
    open fun describe(cells: LongArray): String {
        val rank = rank(cells)
        if (rank == UNKNOWN) return "?"
        return describe(rank.toInt()) { size(cells, rank.toInt() - it) }
    }
}

/** One computed axis. */
internal class Single(private val expression: Expression) : Span() {
    override val text: String get() = expression.text

    override fun rank(cells: LongArray): Long = 1

    override fun size(cells: LongArray, back: Int): Long = expression.evaluate(cells)

    override fun axis(cells: LongArray, inputs: Array<out Sizes>, back: Int): Axis<*>? {
        if (expression !is Named) return null
        for (origin in expression.symbol.origins) {
            if (origin.input < inputs.size) inputs[origin.input].axis(origin.index)?.let { return it }
        }
        return null
    }

    override fun describe(cells: LongArray): String = expression.describe(cells)
}

/** A bound run, whole shape or list. */
internal class Run(private val symbol: Symbol) : Span() {
    override val text: String get() = symbol.name

    override fun rank(cells: LongArray): Long = cells[symbol.slot + 1]

    override fun size(cells: LongArray, back: Int): Long = cells[(cells[symbol.slot] + cells[symbol.slot + 1]).toInt() - back]

    override fun axis(cells: LongArray, inputs: Array<out Sizes>, back: Int): Axis<*>? {
        val within = cells[symbol.slot + 1].toInt() - back
        for (origin in symbol.origins) {
            if (origin.input < inputs.size) inputs[origin.input].axis(origin.index + within)?.let { return it }
        }
        return null
    }

    override val wholeInputs: IntArray? =
        symbol.origins
            .takeIf { all -> all.isNotEmpty() && all.all { it.isWhole && !it.isOptional } }
            ?.map { it.input }
            ?.toIntArray()
}

/** What all operands broadcast to: aligned at the last axis, size 1 stretches. */
internal class Broadcast(private val operands: Array<Span>) : Span() {
    override val text: String get() = operands.joinToString(", ", "broadcast(", ")") { it.text }

    override fun rank(cells: LongArray): Long {
        var rank = 0L
        for (operand in operands) {
            val own = operand.rank(cells)
            if (own == UNKNOWN) return UNKNOWN
            if (own > rank) rank = own
        }
        return rank
    }

    override fun size(cells: LongArray, back: Int): Long {
        var common = 1L
        var isOpen = false
        for (operand in operands) {
            if (operand.rank(cells) < back) continue
            val size = operand.size(cells, back)
            if (size == UNKNOWN) {
                isOpen = true
            } else if (size != 1L) {
                if (common != 1L && common != size) throw RuleFailure("sizes do not broadcast: $common against $size on axis -$back")
                common = size
            }
        }
        return if (isOpen && common == 1L) UNKNOWN else common
    }

    override fun axis(cells: LongArray, inputs: Array<out Sizes>, back: Int): Axis<*>? {
        val common = size(cells, back)
        for (operand in operands) {
            if (operand.rank(cells) >= back && operand.size(cells, back) == common) operand.axis(cells, inputs, back)?.let { return it }
        }
        return null
    }

    override val wholeInputs: IntArray? =
        operands
            .map { it.wholeInputs }
            .takeIf { all -> all.all { it != null } }
            ?.flatMap { it!!.asList() }
            ?.toIntArray()
}
