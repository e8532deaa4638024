package dev.rankine.kernels.lanes

import dev.rankine.shapes.Layout

/** Some neighbouring axes as one: their [size], and the stride of each value. */
internal class Axis(val size: Int, val strides: IntArray)

/** The axes of [layouts], which have the same sizes, joined where every layout allows it; the last one first, and at least one. */
internal fun joinedAxes(layouts: Array<Layout>): List<Axis> {
    val axes = ArrayList<Axis>()
    val sizes = layouts[0].sizes
    for (axis in sizes.rank - 1 downTo 0) {
        if (sizes[axis] == 1) continue
        val next = Axis(sizes[axis], IntArray(layouts.size) { layouts[it].stride(axis) })
        val last = axes.lastOrNull()
        if (last != null && layouts.indices.all { next.strides[it] == last.strides[it] * last.size }) {
            axes[axes.size - 1] = Axis(last.size * next.size, last.strides)
        } else {
            axes.add(next)
        }
    }
    return axes.ifEmpty { listOf(Axis(1, IntArray(layouts.size))) }
}
