package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

/** The parameter of the cubic curve: its slope at distance 1. */
private const val SLOPE = -0.75

/** [x] with axis [axis], direction [i] of [attributes], in its new size: sums of chosen slices, each with a weight. */
internal fun resized(x: Value, axis: Int, attributes: InterpolateAttributes, i: Int): Value {
    val (from, to) = x.sizes[axis] to attributes.sizes[i]
    val scale = attributes.scales?.get(i)
    if (from == to && (scale == null || scale == 1.0)) return x
    return when (attributes.mode) {
        InterpolateMode.NEAREST -> indexSelect(x, axis, nearest(x.backend, from, to, scale, 0f))
        InterpolateMode.NEAREST_EXACT -> indexSelect(x, axis, nearest(x.backend, from, to, scale, 0.5f))
        InterpolateMode.BICUBIC -> cubic(x, axis, places(x.backend, from, to, scale, attributes.alignCorners))
        else -> linear(x, axis, places(x.backend, from, to, scale, attributes.alignCorners))
    }
}

/** The element of [from] for each of [to], computed in float32 as PyTorch does for every type, so that ties fall as they do there. */
private fun nearest(backend: Backend, from: Int, to: Int, scale: Double?, shift: Float): Value {
    val ratio = if (scale != null) (1 / scale).toFloat() else from.toFloat() / to
    val place = floor((arange(to, DType.F32, backend) + shift) * ratio)
    return minimum(to(place, DType.I64), from - 1)
}

/** Where each of [to] elements lies among [from], in float64. */
private fun places(backend: Backend, from: Int, to: Int, scale: Double?, alignCorners: Boolean): Value {
    val number = arange(to, DType.F64, backend)
    if (alignCorners) return number * (if (to > 1) (from - 1.0) / (to - 1) else 0.0)
    return (number + 0.5) * (if (scale != null) 1 / scale else from.toDouble() / to) - 0.5
}

private fun linear(x: Value, axis: Int, places: Value): Value {
    val place = maximum(places, 0)
    val below = floor(place)
    val share = place - below
    return weighed(x, axis, below, 0, 1 - share) + weighed(x, axis, below, 1, share)
}

private fun cubic(x: Value, axis: Int, places: Value): Value {
    val below = floor(places)
    val share = places - below
    return weighed(x, axis, below, -1, outer(share + 1)) + weighed(x, axis, below, 0, inner(share)) +
        weighed(x, axis, below, 1, inner(1 - share)) + weighed(x, axis, below, 2, outer(2 - share))
}

/** The cubic curve at distances up to 1. */
private fun inner(distance: Value): Value = (distance * (SLOPE + 2) - (SLOPE + 3)) * distance * distance + 1

/** The cubic curve at distances from 1 to 2. */
private fun outer(distance: Value): Value = ((distance * SLOPE - 5 * SLOPE) * distance + 8 * SLOPE) * distance - 4 * SLOPE

/** The slices of [x] that lie [offset] beside [below], the outermost ones for those that do not exist, times [weights]. */
private fun weighed(x: Value, axis: Int, below: Value, offset: Int, weights: Value): Value {
    val chosen = minimum(maximum(to(below, DType.I64) + offset, 0), x.sizes[axis] - 1)
    val sizes = Sizes.of(listOf(chosen.elements) + List(x.rank - 1 - axis) { 1 })
    return indexSelect(x, axis, chosen) * to(reshape(weights, sizes), x.dtype)
}
