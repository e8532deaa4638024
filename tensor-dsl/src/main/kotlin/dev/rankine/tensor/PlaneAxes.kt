package dev.rankine.tensor

import dev.rankine.ops.Value
import dev.rankine.ops.named
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Half
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sized

// What gives the result of a convolution or a pool its names. The hint says how its user names the axes of a result.

/**
 * [y], computed from [x], under the names of its axes. `[..., channels, rows, columns]`
 *
 * @param channels the axis of the channels; null if it is that of [x].
 * @throws ShapeException if rows or columns have another size than [rows] and [columns] say.
 */
@UncheckedShape
public fun withPlane(op: String, x: Value, y: Value, channels: Axis<*>?, rows: Sized<*>, columns: Sized<*>): Value {
    val axes = Array(y.rank) { i -> x.sizes.axis(i) }
    if (channels != null) axes[y.rank - 3] = channels
    axes[y.rank - 2] = boundAxis(op, "rows", x, y, -2, rows)
    axes[y.rank - 1] = boundAxis(op, "columns", x, y, -1, columns)
    return y.named(y.sizes.withAxes(axes))
}

/**
 * [y], computed from [x], under the names of the axes of [x].
 *
 * @param channels the axis of the channels; null if it is that of [x].
 * @throws ShapeException if there are more or fewer rows or columns than in [x].
 */
@UncheckedShape
public fun keepingPlane(op: String, x: Value, y: Value, channels: Axis<*>?, hint: String): Value {
    if (y.sizes[-2] != x.sizes[-2] || y.sizes[-1] != x.sizes[-1]) {
        throw misplaced("$op: the rows and columns do not stay as they are: ${plane(x)} != ${plane(y)}", x, y, hint)
    }
    val axes = Array(y.rank) { x.sizes.axis(it) }
    if (channels != null) axes[y.rank - 3] = channels
    return y.named(y.sizes.withAxes(axes))
}

/**
 * [y], computed from [x], under the names of the axes of [x], and of their halves: `Rows/2`.
 *
 * @param channels the axis of the channels; null if it is that of [x].
 * @throws ShapeException if there are not exactly half as many rows and half as many columns as in [x].
 */
@UncheckedShape
public fun halvingPlane(op: String, x: Value, y: Value, channels: Axis<*>?, hint: String): Value {
    if (y.sizes[-2] * 2 != x.sizes[-2] || y.sizes[-1] * 2 != x.sizes[-1]) {
        throw misplaced("$op: the rows and columns are not halved: ${plane(x)} became ${plane(y)}", x, y, hint)
    }
    val axes = Array(y.rank) { i -> x.sizes.axis(i)?.let { if (i < y.rank - 2) it else Axis(Half(it.dim), y.sizes[i]) } }
    if (channels != null) axes[y.rank - 3] = channels
    return y.named(y.sizes.withAxes(axes))
}

/**
 * The axis that [sized] gives axis [axis] of [y], computed from [x]; a dim without a size takes the size that is there.
 *
 * @throws ShapeException naming [op] and the number of [word] if it has another size.
 */
@UncheckedShape
public fun boundAxis(op: String, word: String, x: Value, y: Value, axis: Int, sized: Sized<*>): Axis<*> {
    val size = y.sizes[axis]
    val (dim, declared) =
        when (sized) {
            is Axis<*> -> sized.dim to sized.size
            is Dim<*> -> sized to sized.size
        }
    if (declared != null && declared != size) {
        throw misplaced("$op: the number of $word differs from that of ${dim.name}: $size != $declared", x, y, null)
    }
    return Axis(dim, size)
}

private fun misplaced(problem: String, x: Value, y: Value, hint: String?): ShapeException =
    ShapeException(problem, listOf("input" to x.sizes, "result" to y.sizes), hint)

private fun plane(x: Value): String = "${x.sizes[-2]}x${x.sizes[-1]}"
