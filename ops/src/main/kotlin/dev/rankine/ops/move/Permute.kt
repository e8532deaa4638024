@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule

/** The [order] of the axes: axis `i` of the result is axis `order[i]` of the operand. */
public data class PermuteAttributes(public val order: List<Int>)

/** Reorders axes without a copy. The row behind [permute] and [transpose]. */
public val permuteOp: Op1<PermuteAttributes> =
    view(
        "permute",
        Names("permute", "transpose"),
        gradient { permuteOp(PermuteAttributes(inverse(attributes.order)), dy) },
        sizes = { call -> call.sizes().pick(call.attributes.order.toIntArray()) },
        layout = { attributes, layout -> layout.pick(attributes.order.toIntArray()) },
    )

/**
 * The axes of [x] in the given order.
 *
 * @throws ShapeException if [order] does not name every axis once.
 */
@ShapeRule("s order... -> permute(s, order)")
public fun permute(x: Value, vararg order: Int): Value {
    val axes = order.map { x.sizes.axisIndex("permute", it) }
    if (axes.sorted() != (0 until x.rank).toList()) {
        throw ShapeException("permute: every axis must be named once: ${order.toList()}", listOf("input" to x.sizes))
    }
    return permuteOp(PermuteAttributes(axes), x)
}

/** [x] with two axes swapped, without a copy. */
@ShapeRule("s first=? second=? -> with(with(s, first, at(s, second)), second, at(s, first))")
public fun transpose(x: Value, first: Int, second: Int): Value {
    val a = x.sizes.axisIndex("transpose", first)
    val b = x.sizes.axisIndex("transpose", second)
    if (a == b) return x
    val order = IntArray(x.rank) { it }
    order[a] = b
    order[b] = a
    return permuteOp(PermuteAttributes(order.asList()), x)
}

/**
 * [x] with axis [source] moved to place [destination], the others in order; without a copy.
 *
 * @throws ShapeException if there is no such axis.
 */
@ShapeRule("s source=? destination=? -> part(insert(without(s, source), destination, at(s, source)), 0, rank(s))")
public fun movedim(x: Value, source: Int, destination: Int): Value = movedim(x, listOf(source), listOf(destination))

/**
 * [x] with the axes [sources] moved to the places [destinations], the others in order; without a copy.
 *
 * @throws ShapeException if there are not as many places as axes, or one is named twice.
 */
public fun movedim(x: Value, sources: List<Int>, destinations: List<Int>): Value {
    val from = sources.map { x.sizes.axisIndex("movedim", it) }
    val to = destinations.map { x.sizes.axisIndex("movedim", it) }
    if (from.distinct().size != sources.size || to.distinct().size != destinations.size || from.size != to.size) {
        throw ShapeException("movedim: needs one place per axis, none twice: $sources to $destinations", listOf("input" to x.sizes))
    }
    if (from == to) return x
    val rest = (0 until x.rank).filter { it !in from }.iterator()
    return permuteOp(PermuteAttributes(List(x.rank) { place -> to.indexOf(place).let { if (it < 0) rest.next() else from[it] } }), x)
}

private fun inverse(order: List<Int>): List<Int> = IntArray(order.size).also { for ((i, axis) in order.withIndex()) it[axis] = i }.asList()
