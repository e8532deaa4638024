@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule

/**
 * [x] with the order of the elements along [axes] reversed, without a copy.
 *
 * @throws ShapeException if an axis is named twice.
 */
@ShapeRule("s axes... -> s where rank(reduce(s, axes, 1)) == rank(s)")
public fun flip(x: Value, vararg axes: Int): Value {
    val places = axes.map { slicedAxis("flip", x.sizes, it) }
    if (places.distinct().size !=
        places.size
    ) {
        throw ShapeException("flip: an axis is named twice: ${axes.toList()}", listOf("input" to x.sizes))
    }
    return places.fold(x) { part, axis ->
        val size = x.sizes[axis]
        if (size < 2) part else sliceOp(SliceAttributes(axis, size - 1, size, -1), part)
    }
}

/** [x] with its elements moved by [shift] along [axis]; what leaves at one end enters at the other. */
@ShapeRule(ALONG_RULE)
public fun roll(x: Value, shift: Int, axis: Int): Value {
    val place = slicedAxis("roll", x.sizes, axis)
    val size = x.sizes[place]
    if (size == 0) return x
    val start = Math.floorMod(-shift, size)
    return if (start == 0) x else cat(listOf(narrow(x, place, start, size - start), narrow(x, place, 0, start)), place)
}

/**
 * As the other [roll] along several axes, each with its own shift.
 *
 * @throws ShapeException if there is not one shift per axis.
 */
@ShapeRule("s shifts... axes... -> s where rank(shifts) == rank(axes) \"needs one shift per axis\"")
public fun roll(x: Value, shifts: List<Int>, axes: List<Int>): Value {
    if (shifts.size != axes.size) {
        throw ShapeException("roll: needs one shift per axis: ${shifts.size} for ${axes.size}", listOf("input" to x.sizes))
    }
    return axes.indices.fold(x) { part, i -> roll(part, shifts[i], axes[i]) }
}
