package dev.rankine.tensor

import dev.rankine.ops.Value
import dev.rankine.ops.named
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Half
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sized

// What gives the result of a convolution or a pool its names: those of the line, plane or volume that follows the channels.

/**
 * [y], computed from [x], under the names of its axes. `[..., channels, *space]`
 *
 * @param channels the axis of the channels; null if it is that of [x].
 * @param space the last axes: of what there is a number (`rows`), and how many there must be.
 * @throws ShapeException if one of [space] has another size than it says.
 */
@UncheckedShape
public fun withSpace(op: String, x: Value, y: Value, channels: Axis<*>?, vararg space: Pair<String, Sized<*>>): Value {
    val axes = Array(y.rank) { i -> x.sizes.axis(i) }
    if (channels != null) axes[y.rank - space.size - 1] = channels
    space.forEachIndexed { i, (word, sized) -> axes[y.rank - space.size + i] = boundAxis(op, word, x, y, i - space.size, sized) }
    return y.named(y.sizes.withAxes(axes))
}

/**
 * [y], computed from [x], under the names of the axes of [x], of which the last [count] are a line, a plane or a volume.
 *
 * @param channels the axis of the channels; null if it is that of [x].
 * @throws ShapeException if one of the last axes has another size than in [x].
 */
@UncheckedShape
public fun keepingSpace(op: String, x: Value, y: Value, channels: Axis<*>?, count: Int, hint: String): Value {
    if ((1..count).any { y.sizes[-it] != x.sizes[-it] }) {
        val problem = if (count == 1) "does not stay as it is" else "do not stay as they are"
        throw misplaced("$op: the ${SPACES[count]} $problem: ${space(x, count)} != ${space(y, count)}", x, y, hint)
    }
    return named(x, y, channels, count) { it }
}

/**
 * [y], computed from [x], under the names of the axes of [x], and of halves of the last [count]: `Rows/2`.
 *
 * @param channels the axis of the channels; null if it is that of [x].
 * @throws ShapeException if one of the last axes has not exactly half the size that it has in [x].
 */
@UncheckedShape
public fun halvingSpace(op: String, x: Value, y: Value, channels: Axis<*>?, count: Int, hint: String): Value {
    if ((1..count).any { y.sizes[-it] * 2 != x.sizes[-it] }) throw unscaled(op, "halved", x, y, count, hint)
    return named(x, y, channels, count) { Axis(Half(it.dim), it.size / 2) }
}

/**
 * [y], computed from [x], under the names of the axes of [x], and of what the last [count] are halves of: `Rows` for `Rows/2`.
 *
 * @param channels the axis of the channels; null if it is that of [x].
 * @throws ShapeException if one of the last axes has not exactly twice the size that it has in [x].
 */
@UncheckedShape
public fun doublingSpace(op: String, x: Value, y: Value, channels: Axis<*>?, count: Int, hint: String): Value {
    if ((1..count).any { y.sizes[-it] != x.sizes[-it] * 2 }) throw unscaled(op, "doubled", x, y, count, hint)
    return named(x, y, channels, count) { axis -> (axis.dim as? Half<*>)?.let { Axis(it.whole, axis.size * 2) } }
}

/** What messages call the axes that a kernel slides over, by their number. */
private val SPACES = listOf("", "length", "rows and columns", "planes, rows and columns")

private fun named(x: Value, y: Value, channels: Axis<*>?, count: Int, space: (Axis<*>) -> Axis<*>?): Value {
    val axes = Array(y.rank) { i -> x.sizes.axis(i)?.let { if (i < y.rank - count) it else space(it) } }
    if (channels != null) axes[y.rank - count - 1] = channels
    return y.named(y.sizes.withAxes(axes))
}

private fun unscaled(op: String, word: String, x: Value, y: Value, count: Int, hint: String): ShapeException {
    val verb = if (count == 1) "is" else "are"
    return misplaced("$op: the ${SPACES[count]} $verb not $word: ${space(x, count)} became ${space(y, count)}", x, y, hint)
}

private fun space(x: Value, count: Int): String = (-count..-1).joinToString("x") { "${x.sizes[it]}" }

/** [problem] with the sizes of the operand and of the result. */
internal fun misplaced(problem: String, x: Value, y: Value, hint: String?): ShapeException =
    ShapeException(problem, listOf("input" to x.sizes, "result" to y.sizes), hint)
