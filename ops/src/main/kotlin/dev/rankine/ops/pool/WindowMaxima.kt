package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

/**
 * The largest elements of windows ([values]) and where they were: the number of each in row-major order of the axes that were looked along
 * so far ([places], null before the first).
 */
internal class WindowMaxima(val values: Value, val places: Value?) {
    /**
     * The largest of these along [axis] (negative) in windows. Of equal elements the first one counts if the last axis comes first.
     *
     * @param positions `[..., windows, elements]`: which elements each window has; what stands before are the first axes of the values.
     * @param step how many elements of the axes behind lie between neighbours on this axis.
     */
    fun along(axis: Int, positions: Value, step: Int): WindowMaxima {
        val x = movedim(values, axis, -1)
        val lead = Sizes.of(x.sizes.toList().dropLast(1))
        val windows = Sizes.of(positions.sizes.toList().takeLast(2))
        val own = positions.sizes.toList().dropLast(2)
        val spread = broadcastTo(reshape(positions, Sizes.of(own + List(lead.rank - own.size) { 1 }) + windows), lead + windows)
        val elements = reshape(gather(x, -1, reshape(spread, lead + Sizes.of(windows.elements))), lead + windows)
        val best = argmax(elements, -1, keepDim = true)
        val place = squeeze(gather(spread, -1, best), -1)
        val before = places?.let { gather(movedim(it, axis, -1), -1, place) }
        val all = if (before == null) place * step else place * step + before
        return WindowMaxima(movedim(squeeze(gather(elements, -1, best), -1), -1, axis), movedim(all, -1, axis))
    }
}

/**
 * Which elements of an axis of [size] belong to each of [count] windows that cut it into parts; short windows repeat their last element.
 */
internal fun partPositions(size: Int, count: Int, backend: Backend): Value {
    val number = arange(count, DType.I64, backend)
    val start = floorDivide(number * size, count)
    val end = floorDivide((number + 1) * size + (count - 1), count)
    val longest = (0L until count).maxOf { ((it + 1) * size + count - 1) / count - it * size / count }
    val position = unsqueeze(start, 1) + arange(longest, DType.I64, backend)
    return minimum(position, unsqueeze(end - 1, 1))
}
