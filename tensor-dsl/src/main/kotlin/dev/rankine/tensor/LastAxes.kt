package dev.rankine.tensor

import dev.rankine.ops.InterpolateMode
import dev.rankine.ops.Value
import dev.rankine.ops.interpolate
import dev.rankine.ops.named
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sized

/** What messages call the last axes, by how many of them a function works along. */
private val WORDS = listOf("length", "rows and columns", "depth, rows and columns")

private const val NAME_THE_RESULT = "name the axes of the result: `length = ...`, `rows = ...` and so on"

/**
 * [y], computed from [x], under the names of the axes of [x], and of [last] for its last ones: what messages call each, and the axis.
 *
 * @throws ShapeException if an axis has another size than it says.
 */
@UncheckedShape
public fun withLast(op: String, x: Value, y: Value, vararg last: Pair<String, Sized<*>>): Value {
    val axes = Array(y.rank) { x.sizes.axis(it) }
    val first = y.rank - last.size
    last.forEachIndexed { i, (word, sized) -> axes[first + i] = boundAxis(op, word, x, y, first + i, sized) }
    return y.named(y.sizes.withAxes(axes))
}

/**
 * [y], computed from [x] along its last axes, of which there are [count], under the names of the axes of [x].
 *
 * @throws ShapeException with [hint] if one of them has another size than in [x].
 */
@UncheckedShape
public fun keepingLast(op: String, x: Value, y: Value, count: Int, hint: String): Value {
    val (before, after) = x.sizes.toList().takeLast(count) to y.sizes.toList().takeLast(count)
    if (before != after) {
        val stays = if (count == 1) "does not stay as it is" else "do not stay as they are"
        throw ShapeException(
            "$op: the ${WORDS[count - 1]} $stays: ${before.joinToString("x")} != ${after.joinToString("x")}",
            listOf("input" to x.sizes, "result" to y.sizes),
            hint,
        )
    }
    return y.named(y.sizes.withAxes(Array(y.rank) { x.sizes.axis(it) }))
}

/** What messages call the elements on the last axes, by how many of them a function works along. */
private val ELEMENTS = listOf(listOf("elements"), listOf("rows", "columns"), listOf("layers", "rows", "columns"))

/** [withLast] for functions of this module. */
@OptIn(UncheckedShape::class)
internal fun namedLast(op: String, x: Value, y: Value, vararg last: Pair<String, Sized<*>>): Value = withLast(op, x, y, *last)

/** [y], computed from [x], where [axes] are the length, rows and columns, or depth, rows and columns. */
internal fun namedField(op: String, x: Value, y: Value, vararg axes: Sized<*>): Value =
    namedLast(op, x, y, *ELEMENTS[axes.size - 1].zip(axes).toTypedArray())

/** [x] resized to [axes]. */
internal fun resizedTo(x: Value, mode: InterpolateMode, alignCorners: Boolean, vararg axes: Sized<*>): Value =
    namedField("interpolate", x, interpolate(x, axes.map { it.count }, mode = mode, alignCorners = alignCorners), *axes)

/** The size that a dim or an axis declares. */
internal val Sized<*>.count: Int get() = toAxis().size

/** [keepingLast] for functions of this module. */
@OptIn(UncheckedShape::class)
internal fun keptLast(op: String, x: Value, y: Value, count: Int): Value = keepingLast(op, x, y, count, NAME_THE_RESULT)
