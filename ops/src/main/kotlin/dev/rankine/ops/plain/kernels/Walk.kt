package dev.rankine.ops.plain.kernels

import dev.rankine.shapes.Layout

/** The places of a layout in row-major order, with axes joined where they lie in order: few long runs. */
internal class Walk(layout: Layout) {
    private val sizes: IntArray
    private val strides: IntArray

    /** Where the first element is. */
    val offset: Int = layout.offset

    init {
        val sizes = IntArray(maxOf(layout.rank, 1))
        val strides = IntArray(maxOf(layout.rank, 1))
        var at = 0 // axes are joined from the last
        for (axis in layout.rank - 1 downTo 0) {
            val size = layout.sizes[axis]
            if (size == 1) continue
            if (at > 0 && layout.stride(axis) == strides[at - 1] * sizes[at - 1]) {
                sizes[at - 1] *= size
            } else {
                sizes[at] = size
                strides[at++] = layout.stride(axis)
            }
        }
        this.sizes = sizes.copyOf(at)
        this.strides = strides.copyOf(at)
    }

    /** Whether the elements lie one after another. */
    val isDense: Boolean get() = sizes.isEmpty() || (sizes.size == 1 && strides[0] == 1)

    /** Calls [visit] for runs of evenly spaced elements that together are elements [first] to `first + count`. */
    inline fun runs(first: Int, count: Int, visit: (at: Int, step: Int, done: Int, run: Int) -> Unit) {
        if (count == 0) return
        if (sizes.isEmpty()) {
            visit(offset, 1, 0, 1)
            return
        }
        val index = IntArray(sizes.size)
        var rest = first
        var at = offset
        for (axis in sizes.indices) {
            index[axis] = rest % sizes[axis]
            at += index[axis] * strides[axis]
            rest /= sizes[axis]
        }
        var done = 0
        while (true) {
            val run = minOf(sizes[0] - index[0], count - done)
            visit(at, strides[0], done, run)
            done += run
            if (done == count) return
            at -= index[0] * strides[0]
            index[0] = 0
            var axis = 1
            while (true) {
                at += strides[axis]
                if (++index[axis] < sizes[axis]) break
                at -= strides[axis] * sizes[axis]
                index[axis++] = 0
            }
        }
    }
}
