package dev.rankine.tensor

import dev.rankine.ops.Value
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Dim
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
public fun withPlane(op: String, x: Value, y: Value, channels: Axis<*>?, rows: Sized<*>, columns: Sized<*>): Value =
    withSpace(op, x, y, channels, "rows" to rows, "columns" to columns)

/**
 * [y], computed from [x], under the names of the axes of [x].
 *
 * @param channels the axis of the channels; null if it is that of [x].
 * @throws ShapeException if there are more or fewer rows or columns than in [x].
 */
@UncheckedShape
public fun keepingPlane(op: String, x: Value, y: Value, channels: Axis<*>?, hint: String): Value = keepingSpace(op, x, y, channels, 2, hint)

/**
 * [y], computed from [x], under the names of the axes of [x], and of their halves: `Rows/2`.
 *
 * @param channels the axis of the channels; null if it is that of [x].
 * @throws ShapeException if there are not exactly half as many rows and half as many columns as in [x].
 */
@UncheckedShape
public fun halvingPlane(op: String, x: Value, y: Value, channels: Axis<*>?, hint: String): Value = halvingSpace(op, x, y, channels, 2, hint)

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
