package dev.rankine.ops

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes

/** The [axes] of a reduction (not negative, ascending); [keepDim]: whether they stay with size 1. */
public data class ReduceAttributes(public val axes: List<Int>, public val keepDim: Boolean)

/**
 * Checks and sorts the axes of a reduction; null and an empty list mean all, as in PyTorch.
 *
 * @throws ShapeException if an axis is out of range or named twice.
 */
internal fun reduceAttributes(op: String, x: Value, axes: List<Int>?, keepDim: Boolean): ReduceAttributes {
    if (axes.isNullOrEmpty()) return ReduceAttributes((0 until x.rank).toList(), keepDim)
    val chosen = axes.map { x.sizes.axisIndex(op, it) }.sorted()
    if (chosen.distinct().size != chosen.size) throw ShapeException("$op: an axis is named twice: $axes", listOf("input" to x.sizes))
    return ReduceAttributes(if (x.rank == 0) emptyList() else chosen, keepDim)
}

/** The sizes that remain of [sizes]. */
internal fun reducedSizes(sizes: Sizes, attributes: ReduceAttributes): Sizes =
    if (attributes.keepDim) {
        attributes.axes.fold(sizes) { result, axis -> result.with(axis, 1) }
    } else {
        sizes.filterAxes { it !in attributes.axes }
    }

/** The result [y] of a reduction of [sizes] with its axes back as size 1. */
internal fun restoreAxes(y: Value, sizes: Sizes, attributes: ReduceAttributes): Value =
    if (attributes.keepDim) y else reshape(y, reducedSizes(sizes, attributes.copy(keepDim = true)))

/** The result [y] of a reduction of [sizes] repeated to [sizes]. */
internal fun spread(y: Value, sizes: Sizes, attributes: ReduceAttributes): Value = broadcastTo(restoreAxes(y, sizes, attributes), sizes)

/** How many elements of [sizes] go into one result. */
internal fun reducedCount(sizes: Sizes, axes: List<Int>): Int = axes.fold(1) { count, axis -> count * sizes[axis] }

/** Fails if there is no element to choose from. */
internal fun checkNotEmpty(op: String, sizes: Sizes, axes: List<Int>) {
    val empty = axes.firstOrNull { sizes[it] == 0 } ?: return
    throw ShapeException("$op: has no value over an axis of size 0: axis $empty", listOf("input" to sizes))
}

/** Calls [visit] with the number of every element of [sizes] and the number of the result element that it goes into. */
internal inline fun forEachReduced(sizes: Sizes, axes: List<Int>, visit: (from: Int, into: Int) -> Unit) {
    val rank = sizes.rank
    val steps = IntArray(rank)
    var step = 1
    for (axis in rank - 1 downTo 0) {
        if (axis !in axes) {
            steps[axis] = step
            step *= sizes[axis]
        }
    }
    val at = IntArray(rank)
    var into = 0
    for (from in 0 until sizes.elements) {
        visit(from, into)
        var axis = rank - 1
        while (axis >= 0) {
            into += steps[axis]
            if (++at[axis] < sizes[axis]) break
            into -= steps[axis] * sizes[axis]
            at[axis--] = 0
        }
    }
}
