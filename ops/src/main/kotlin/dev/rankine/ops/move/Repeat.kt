@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/**
 * [x] laid end to end [counts] times along its axes; leading counts add axes. `[n, m]` with counts `(a, b, c)` gives `[a, b * n, c * m]`.
 *
 * @throws ShapeException if there are fewer counts than axes or one is negative.
 */
public fun repeat(x: Value, vararg counts: Int): Value {
    if (counts.size < x.rank || counts.any { it < 0 }) {
        throw ShapeException("repeat: needs a count for each of ${x.rank} axes: ${counts.toList()}", listOf("input" to x.sizes))
    }
    val lead = counts.size - x.rank
    val sizes = IntArray(counts.size) { if (it < lead) 1 else x.sizes[it - lead] }
    val apart = IntArray(2 * counts.size) { if (it % 2 == 0) 1 else sizes[it / 2] }
    val wide = IntArray(2 * counts.size) { if (it % 2 == 0) counts[it / 2] else sizes[it / 2] }
    return reshape(broadcastTo(reshape(x, Sizes.of(*apart)), Sizes.of(*wide)), Sizes.of(*IntArray(counts.size) { counts[it] * sizes[it] }))
}

/** As [repeat], but counts that are left out in front are 1. */
public fun tile(x: Value, vararg counts: Int): Value = repeat(x, *IntArray(maxOf(0, x.rank - counts.size)) { 1 }, *counts)

/**
 * Every element along [axis] repeated [count] times in place: `[a, b]` with 2 gives `[a, a, b, b]`.
 *
 * @throws ShapeException if [count] is negative.
 */
@ShapeRule("s count=? axis=? -> with(s, axis, at(s, axis)*count) where $HAS_AXIS, count >= 0 \"the count is negative\"")
public fun repeatInterleave(x: Value, count: Int, axis: Int): Value {
    val place = slicedAxis("repeat_interleave", x.sizes, axis)
    if (count < 0) throw ShapeException("repeat_interleave: the count is negative: $count", listOf("input" to x.sizes))
    val apart = unsqueeze(x, place + 1)
    return reshape(broadcastTo(apart, apart.sizes.with(place + 1, count)), x.sizes.with(place, x.sizes[place] * count))
}
