@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException

/**
 * Parts of [size] elements along [axis], the last one perhaps smaller; views.
 *
 * @throws ShapeException if [size] is not positive.
 */
@JvmOverloads
public fun split(x: Value, size: Int, axis: Int = 0): List<Value> {
    val place = slicedAxis("split", x.sizes, axis)
    val whole = x.sizes[place]
    if (size < 0 ||
        (size == 0 && whole != 0)
    ) {
        throw ShapeException("split: a part needs at least one element: $size", listOf("input" to x.sizes))
    }
    if (whole == 0) return listOf(x)
    return (0 until whole step size).map { narrow(x, place, it, minOf(size, whole - it)) }
}

/**
 * Parts of the given [sizes] along [axis]; views.
 *
 * @throws ShapeException if the sizes do not add up to the axis.
 */
@JvmOverloads
public fun split(x: Value, sizes: List<Int>, axis: Int = 0): List<Value> {
    val place = slicedAxis("split", x.sizes, axis)
    if (sizes.any { it < 0 } || sizes.sumOf { it.toLong() } != x.sizes[place].toLong()) {
        throw ShapeException("split: parts do not add up to axis $place: $sizes and ${x.sizes[place]}", listOf("input" to x.sizes))
    }
    var start = 0
    return sizes.map { size -> narrow(x, place, start, size).also { start += size } }
}

/**
 * At most [count] parts of equal size along [axis], the last one perhaps smaller; views.
 *
 * @throws ShapeException if [count] is not positive.
 */
@JvmOverloads
public fun chunk(x: Value, count: Int, axis: Int = 0): List<Value> {
    val place = slicedAxis("chunk", x.sizes, axis)
    if (count <= 0) throw ShapeException("chunk: needs at least one part: $count", listOf("input" to x.sizes))
    if (x.sizes[place] == 0) return List(count) { x }
    return split(x, (x.sizes[place] + count - 1) / count, place)
}

/** The slices of [x] along [axis], which is gone in them; views. */
@JvmOverloads
public fun unbind(x: Value, axis: Int = 0): List<Value> {
    val place = slicedAxis("unbind", x.sizes, axis)
    return List(x.sizes[place]) { select(x, place, it) }
}
