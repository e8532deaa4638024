package dev.rankine.shapes.rule

import dev.rankine.shapes.Axis
import dev.rankine.shapes.Sizes
import dev.rankine.shapes.rule.ArgumentKind.INPUTS
import dev.rankine.shapes.rule.ArgumentKind.NUMBER
import dev.rankine.shapes.rule.ArgumentKind.SEQUENCE

/** The functions that give a sequence of sizes; [word] calls them in a rule. */
internal enum class SpanFunction(
    val word: String,
    val kinds: List<ArgumentKind>,
    private val compute: (sequences: List<LongArray?>, numbers: LongArray) -> LongArray?,
) {
    WITH("with", listOf(SEQUENCE, NUMBER, NUMBER), { (sizes), (axis, size) -> sizes?.let { with(it, axis, size) } }),
    WITHOUT("without", listOf(SEQUENCE, NUMBER), { (sizes), (axis) -> sizes?.let { without(it, axis) } }),
    INSERT("insert", listOf(SEQUENCE, NUMBER, NUMBER), { (sizes), (axis, size) -> sizes?.let { insert(it, axis, size) } }),
    PART("part", listOf(SEQUENCE, NUMBER, NUMBER), { (sizes), (from, to) -> sizes?.let { part(it, from, to) } }),
    REDUCE("reduce", listOf(SEQUENCE, SEQUENCE, NUMBER), { (sizes, axes), (keep) -> sizes?.let { reduce(it, axes, keep) } }),
    SQUEEZE("squeeze", listOf(SEQUENCE), { (sizes), _ -> sizes?.let { squeeze(it) } }),
    SQUEEZE_AXES("squeeze", listOf(SEQUENCE, SEQUENCE), { (sizes, axes), _ -> sizes?.let { squeeze(it, axes) } }),
    PERMUTE("permute", listOf(SEQUENCE, SEQUENCE), { (sizes, order), _ -> permute(sizes, order) }),
    RESHAPE("reshape", listOf(SEQUENCE, SEQUENCE), { (sizes, target), _ -> target?.let { reshape(sizes, it) } }),
    EXPAND("expand", listOf(SEQUENCE, SEQUENCE), { (sizes, target), _ -> target?.let { expand(sizes, it) } }),
    CAT("cat", listOf(INPUTS, NUMBER), { values, (axis) -> cat(values, axis) }),
    STACK("stack", listOf(INPUTS, NUMBER), { values, (axis) -> stack(values, axis) }),
    ;

    /** The sizes for these arguments, [UNKNOWN] where one is not known, null if their number is not. */
    fun of(sequences: List<LongArray?>, numbers: LongArray): LongArray? = compute(sequences, numbers)
}

/** A call of a function that gives a sequence. Its axes have no names. */
internal class SpanCall(private val function: SpanFunction, private val arguments: List<Argument>) : Span() {
    override val text: String get() = arguments.joinToString(", ", "${function.word}(", ")") { it.text }

    override fun rank(cells: LongArray): Long = compute(cells)?.size?.toLong() ?: UNKNOWN

    override fun size(cells: LongArray, back: Int): Long = compute(cells)!!.let { it[it.size - back] }

    override fun axis(cells: LongArray, inputs: Array<out Sizes>, back: Int): Axis<*>? = null

    private fun compute(cells: LongArray): LongArray? = arguments.evaluate(cells).let { function.of(it.sequences, it.numbers) }
}

/** Sequences and single sizes one after the other: `[n, *p]`. */
internal class Joined(private val parts: Array<Span>) : Span() {
    override val text: String get() = parts.joinToString(", ", "[", "]") { if (it is Single) it.text else "*${it.text}" }

    override fun rank(cells: LongArray): Long {
        var rank = 0L
        for (part in parts) rank += part.rank(cells).also { if (it == UNKNOWN) return UNKNOWN }
        return rank
    }

    override fun size(cells: LongArray, back: Int): Long {
        val (part, rest) = partAt(cells, back)
        return part.size(cells, rest)
    }

    override fun axis(cells: LongArray, inputs: Array<out Sizes>, back: Int): Axis<*>? {
        val (part, rest) = partAt(cells, back)
        return part.axis(cells, inputs, rest)
    }

    /** The part that holds the axis [back] places from the end, and how many places that is from the part's own end. */
    private fun partAt(cells: LongArray, back: Int): Pair<Span, Int> {
        var left = back
        for (part in parts.reversed()) {
            val rank = part.rank(cells).toInt()
            if (left <= rank) return part to left
            left -= rank
        }
        error("no axis $back places from the end of $text")
    }
}
