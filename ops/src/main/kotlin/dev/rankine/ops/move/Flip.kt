package dev.rankine.ops

import dev.rankine.shapes.ShapeException

/**
 * [x] with the order of the elements along [axes] reversed, without a copy.
 *
 * @throws ShapeException if an axis is named twice.
 */
public fun flip(x: Value, vararg axes: Int): Value {
    val places = axes.map { slicedAxis("flip", x.sizes, it) }
    if (places.distinct().size != places.size) throw ShapeException("flip: an axis is named twice: ${axes.toList()}", listOf("input" to x.sizes))
    return places.fold(x) { part, axis ->
        val size = x.sizes[axis]
        if (size < 2) part else sliceOp(SliceAttributes(axis, size - 1, size, -1), part)
    }
}

/** [x] with its elements moved by [shift] along [axis]; what leaves at one end enters at the other. */
public fun roll(x: Value, shift: Int, axis: Int): Value {
    val place = slicedAxis("roll", x.sizes, axis)
    val size = x.sizes[place]
    if (size == 0) return x
    val start = Math.floorMod(-shift, size)
    return if (start == 0) x else cat(listOf(narrow(x, place, start, size - start), narrow(x, place, 0, start)), place)
}
