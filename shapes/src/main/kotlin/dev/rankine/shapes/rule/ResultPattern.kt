package dev.rankine.shapes.rule

import dev.rankine.shapes.Axis
import dev.rankine.shapes.Sizes

/** The sizes of one result: its parts, one after the other. */
internal class ResultPattern(private val parts: Array<Span>) {
    private val wholeInputs: IntArray? = parts.singleOrNull()?.wholeInputs

    /** The result for inputs that are all known; axes are named if [isNamed]. */
    fun sizes(cells: LongArray, inputs: Array<out Sizes>, isNamed: Boolean): Sizes {
        wholeInput(inputs)?.let { return it }
        val sizes = checkNotNull(sizes(cells)) { "a result of unknown rank from known inputs" }
        return Sizes.wrap(sizes, if (isNamed) names(cells, inputs, sizes.size) else null)
    }

    /** The sizes, -1 where one is unknown; null if the rank is. */
    fun sizes(cells: LongArray): IntArray? {
        var rank = 0
        for (part in parts) {
            val length = part.rank(cells)
            if (length == UNKNOWN) return null
            rank += length.toInt()
        }
        val sizes = IntArray(rank)
        var at = 0
        for (part in parts) {
            for (back in part.rank(cells).toInt() downTo 1) {
                val size = part.size(cells, back)
                if (size < 0 && size != UNKNOWN) {
                    throw RuleFailure("result size is negative: ${part.text} = ${part.describe(cells)}")
                }
                sizes[at++] = if (size == UNKNOWN) -1 else size.toInt()
            }
        }
        if (isTooLarge(sizes)) throw RuleFailure("result has too many elements: ${sizes.contentToString()} exceeds ${Int.MAX_VALUE}")
        return sizes
    }

    /** The input that is itself the result, if there is one: the usual case of elementwise ops, without an allocation. */
    private fun wholeInput(inputs: Array<out Sizes>): Sizes? {
        val numbers = wholeInputs ?: return null
        val first = inputs[numbers[0]]
        for (i in 1 until numbers.size) {
            val other = inputs[numbers[i]]
            if (other !== first && (other != first || other.isNamed)) return null
        }
        return first
    }

    private fun names(cells: LongArray, inputs: Array<out Sizes>, rank: Int): Array<Axis<*>?>? {
        val axes = arrayOfNulls<Axis<*>>(rank)
        var at = 0
        var isNamed = false
        for (part in parts) {
            for (back in part.rank(cells).toInt() downTo 1) {
                val axis = part.axis(cells, inputs, back)
                if (axis != null) isNamed = true
                axes[at++] = axis
            }
        }
        return axes.takeIf { isNamed }
    }
}

/** Whether there are more elements than an `Int` counts; an unknown size (-1) may be 0, so it says no. */
internal fun isTooLarge(sizes: IntArray): Boolean {
    var elements = 1L
    for (size in sizes) {
        if (size <= 0) return false
        if (elements <= Int.MAX_VALUE) elements *= size
    }
    return elements > Int.MAX_VALUE
}
