@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

/** [x] with an axis of size 1 inserted before axis [axis], without a copy; from `-rank - 1` to `rank`. */
@ShapeRule("s axis=? -> insert(s, axis, 1)")
public fun unsqueeze(x: Value, axis: Int): Value {
    val place = x.sizes.pick(IntArray(x.rank + 1) { -1 }).axisIndex("unsqueeze", axis)
    return reshape(x, x.sizes.pick(((0 until place) + -1 + (place until x.rank)).toIntArray()))
}

/** [x] without its axes of size 1, without a copy. */
@ShapeRule("s -> squeeze(s)")
public fun squeeze(x: Value): Value = reshape(x, x.sizes.filterAxes { x.sizes[it] != 1 })

/** [x] without axis [axis] if that has size 1, else [x]; without a copy. */
@ShapeRule("s axes... -> squeeze(s, axes)", "axes = axis")
public fun squeeze(x: Value, axis: Int): Value {
    val place = x.sizes.axisIndex("squeeze", axis)
    return if (x.rank == 0 || x.sizes[place] != 1) x else reshape(x, x.sizes.filterAxes { it != place })
}

/** [x] without those of [axes] that have size 1, without a copy. */
@ShapeRule("s axes... -> squeeze(s, axes)")
public fun squeeze(x: Value, axes: List<Int>): Value {
    val places = axes.map { x.sizes.axisIndex("squeeze", it) }
    return reshape(x, x.sizes.filterAxes { it !in places || x.sizes[it] != 1 })
}
