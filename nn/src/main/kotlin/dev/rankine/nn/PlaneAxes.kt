package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.named
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Half
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sized

private const val NAME_THE_RESULT = "name the axes of the result: `layer(x, rows = ..., columns = ...)`"

/**
 * [y], computed from [x], under the names of its axes. `[..., channels, rows, columns]`
 *
 * @param channels the axis of the channels; null if it is that of [x].
 * @throws ShapeException if rows or columns have another size than [rows] and [columns] say.
 */
internal fun withPlane(op: String, x: Value, y: Value, channels: Axis<*>?, rows: Sized<*>, columns: Sized<*>): Value {
    val axes = arrayOfNulls<Axis<*>>(y.rank)
    for (i in 0 until y.rank - 3) axes[i] = x.sizes.axis(i)
    axes[y.rank - 3] = channels ?: x.sizes.axis(-3)
    axes[y.rank - 2] = boundAxis(op, "rows", x, y, -2, rows)
    axes[y.rank - 1] = boundAxis(op, "columns", x, y, -1, columns)
    return y.named(y.sizes.withAxes(axes))
}

/**
 * [y], computed from [x], under the names of the axes of [x].
 *
 * @throws ShapeException if there are more or fewer rows or columns than in [x].
 */
internal fun keepingPlane(op: String, x: Value, y: Value, channels: Axis<*>?): Value {
    if (y.sizes[-2] != x.sizes[-2] || y.sizes[-1] != x.sizes[-1]) {
        throw ShapeException(
            "$op: the rows and columns do not stay as they are: ${x.sizes[-2]}x${x.sizes[-1]} != ${y.sizes[-2]}x${y.sizes[-1]}",
            listOf("input" to x.sizes, "result" to y.sizes),
            NAME_THE_RESULT,
        )
    }
    val axes = Array(y.rank) { x.sizes.axis(it) }
    if (channels != null) axes[y.rank - 3] = channels
    return y.named(y.sizes.withAxes(axes))
}

/**
 * [y], computed from [x], under the names of the axes of [x], and of their halves: `Rows/2`.
 *
 * @throws ShapeException if there are not exactly half as many rows and half as many columns as in [x].
 */
internal fun halvingPlane(op: String, x: Value, y: Value, channels: Axis<*>?): Value {
    if (y.sizes[-2] * 2 != x.sizes[-2] || y.sizes[-1] * 2 != x.sizes[-1]) {
        throw ShapeException(
            "$op: the rows and columns are not halved: ${x.sizes[-2]}x${x.sizes[-1]} became ${y.sizes[-2]}x${y.sizes[-1]}",
            listOf("input" to x.sizes, "result" to y.sizes),
            NAME_THE_RESULT,
        )
    }
    val axes = Array(y.rank) { i -> x.sizes.axis(i)?.let { if (i < y.rank - 2) it else Axis(Half(it.dim), y.sizes[i]) } }
    if (channels != null) axes[y.rank - 3] = channels
    return y.named(y.sizes.withAxes(axes))
}

/** The axis that [sized] gives axis [axis] of [y]; a dim without a size takes the size that is there. */
internal fun boundAxis(op: String, word: String, x: Value, y: Value, axis: Int, sized: Sized<*>): Axis<*> {
    val size = y.sizes[axis]
    val (dim, declared) =
        when (sized) {
            is Axis<*> -> sized.dim to sized.size
            is Dim<*> -> sized to sized.size
        }
    if (declared != null && declared != size) {
        throw ShapeException(
            "$op: the number of $word differs from that of ${dim.name}: $size != $declared",
            listOf("input" to x.sizes, "result" to y.sizes),
        )
    }
    return Axis(dim, size)
}
