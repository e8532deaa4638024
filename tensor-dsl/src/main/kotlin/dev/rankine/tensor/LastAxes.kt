package dev.rankine.tensor

import dev.rankine.ops.InterpolateMode
import dev.rankine.ops.Value
import dev.rankine.ops.interpolate
import dev.rankine.ops.named
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sized

/**
 * [y], computed from [x], under the names of the axes of [x], and of [last] for its last ones: what messages call each, and the axis.
 *
 * @throws ShapeException if an axis has another size than it says.
 */
@UncheckedShape
public fun withLast(op: String, x: Value, y: Value, vararg last: Pair<String, Sized<*>>): Value = withSpace(op, x, y, null, *last)

/**
 * [y], computed from [x] along its last axes, of which there are [count], under the names of the axes of [x].
 *
 * @throws ShapeException with [hint] if one of them has another size than in [x].
 */
@UncheckedShape
public fun keepingLast(op: String, x: Value, y: Value, count: Int, hint: String): Value = keepingSpace(op, x, y, null, count, hint)

/** [withLast] for functions of this module. */
@OptIn(UncheckedShape::class)
internal fun namedLast(op: String, x: Value, y: Value, vararg last: Pair<String, Sized<*>>): Value = withLast(op, x, y, *last)

/** [y], computed from [x], where [axes] are the length, rows and columns, or depth, rows and columns. */
internal fun namedField(op: String, x: Value, y: Value, vararg axes: Sized<*>): Value =
    namedLast(op, x, y, *WORDS[axes.size].zip(axes).toTypedArray())

/** [x] resized to [axes]. */
internal fun resizedTo(x: Value, mode: InterpolateMode, alignCorners: Boolean, vararg axes: Sized<*>): Value =
    namedField("interpolate", x, interpolate(x, axes.map { it.count }, mode = mode, alignCorners = alignCorners), *axes)

/** The size that a dim or an axis declares. */
internal val Sized<*>.count: Int get() = toAxis().size

/** [keepingLast] for functions of this module. */
@OptIn(UncheckedShape::class)
internal fun keptLast(op: String, x: Value, y: Value, count: Int): Value = keepingLast(op, x, y, count, HINTS[count])
