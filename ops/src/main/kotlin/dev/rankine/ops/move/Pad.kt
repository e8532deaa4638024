@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException

/** What padding puts around a value. */
public enum class PadMode {
    /** One number. */
    CONSTANT,

    /** The elements mirrored at the edge, which is not repeated: `c b | a b c | b a`. */
    REFLECT,

    /** The element at the edge: `a a | a b c | c c`. */
    REPLICATE,

    /** The elements of the other end: `b c | a b c | a b`. */
    CIRCULAR,
}

/** Pairs of [pads] from the last axis on, and what is put there ([mode]). */
public data class PadModeAttributes(public val pads: List<Int>, public val mode: PadMode)

/** Adds copies of the elements around. The row behind [pad] for all modes but constant. */
public val padOp: Op1<PadModeAttributes> =
    composite1("pad", Names("nn.functional.pad", "pad")) { attributes, x ->
        padded("pad", x.sizes, attributes.pads)
        (0 until attributes.pads.size / 2).fold(x) { part, i ->
            padAxis(part, x.rank - 1 - i, attributes.pads[2 * i], attributes.pads[2 * i + 1], attributes.mode)
        }
    }

/**
 * [x] with elements added around: [pads] are pairs `(before, after)` from the last axis on; a negative number cuts elements off.
 *
 * @param value what [PadMode.CONSTANT] adds.
 * @throws ShapeException if there are more pairs than axes, or an axis has too few elements for its pads.
 */
@JvmOverloads
public fun pad(x: Value, pads: List<Int>, mode: PadMode = PadMode.CONSTANT, value: Number = 0): Value =
    if (mode == PadMode.CONSTANT) constantPad(x, pads, value) else padOp(PadModeAttributes(pads.toList(), mode), x)

private fun padAxis(x: Value, axis: Int, before: Int, after: Int, mode: PadMode): Value {
    if (before == 0 && after == 0) return x
    // a circle closes what is left; a mirror still shows what is cut off
    if (mode == PadMode.CIRCULAR) return grow(crop(x, axis, before, after), axis, maxOf(before, 0), maxOf(after, 0), mode)
    return crop(grow(x, axis, maxOf(before, 0), maxOf(after, 0), mode), axis, before, after)
}

private fun crop(x: Value, axis: Int, before: Int, after: Int): Value {
    val start = maxOf(-before, 0)
    return narrow(x, axis, start, x.sizes[axis] - start - maxOf(-after, 0))
}

private fun grow(x: Value, axis: Int, before: Int, after: Int, mode: PadMode): Value {
    if (before == 0 && after == 0) return x
    val size = x.sizes[axis]
    val most =
        when (mode) {
            PadMode.REFLECT -> size - 1
            PadMode.CIRCULAR -> size
            else -> if (size > 0) Int.MAX_VALUE else 0
        }
    if (maxOf(before, after) > most) {
        throw ShapeException("pad: too few elements on axis $axis: $size for pads $before and $after", listOf("input" to x.sizes))
    }
    val (left, right) =
        when (mode) {
            PadMode.REFLECT -> flip(narrow(x, axis, 1, before), axis) to flip(narrow(x, axis, size - 1 - after, after), axis)
            PadMode.CIRCULAR -> narrow(x, axis, size - before, before) to narrow(x, axis, 0, after)
            else -> edge(x, axis, 0, before) to edge(x, axis, size - 1, after)
        }
    return cat(listOf(left, x, right).filter { it.sizes[axis] > 0 }, axis)
}

private fun edge(x: Value, axis: Int, place: Int, count: Int): Value = broadcastTo(narrow(x, axis, place, 1), x.sizes.with(axis, count))
