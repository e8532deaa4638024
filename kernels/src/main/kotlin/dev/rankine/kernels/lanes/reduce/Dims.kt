package dev.rankine.kernels.lanes

import dev.rankine.shapes.Layout

/**
 * Some axes of a layout as few long runs: axes of size 1 are dropped, those that lie in order are joined. The innermost comes first; there is at
 * least one. Steps are in bytes.
 *
 * @param anyOrder whether the elements may be visited in another order than row-major: then those next to each other in memory come first.
 */
internal class Dims(layout: Layout, axes: List<Int>, bytes: Int, anyOrder: Boolean = false) {
    private val sizes: IntArray
    private val steps: LongArray
    private val rank: Int

    /** How many elements there are. */
    val count: Int = axes.fold(1) { product, axis -> product * layout.sizes[axis] }

    init {
        var at = 0
        val given = axes.filter { layout.sizes[it] != 1 }
        val order = if (anyOrder) given.sortedByDescending { Math.abs(layout.stride(it)) } else given
        sizes = IntArray(maxOf(order.size, 1)) { 1 }
        steps = LongArray(maxOf(order.size, 1)) { bytes.toLong() }
        for (k in order.indices.reversed()) {
            val step = layout.stride(order[k]).toLong() * bytes
            val size = layout.sizes[order[k]]
            if (at > 0 && step == steps[at - 1] * sizes[at - 1]) {
                sizes[at - 1] *= size
            } else {
                sizes[at] = size
                steps[at++] = step
            }
        }
        rank = maxOf(at, 1)
    }

    /** The distance of neighbours in a run. */
    val step: Long get() = steps[0]

    /** The length of a whole run. */
    val length: Int get() = sizes[0]

    /** Whether all elements are evenly spaced. */
    val isOneRun: Boolean get() = rank == 1

    /** Calls [visit] for runs that together are elements [first] to `first + count`: where one starts, how many came before, its length. */
    inline fun runs(first: Int, count: Int, visit: (at: Long, done: Int, run: Int) -> Unit) {
        if (count <= 0) return
        if (rank == 1) return visit(first * steps[0], 0, count)
        val index = IntArray(rank)
        var rest = first
        var at = 0L
        for (k in 0 until rank) {
            index[k] = rest % sizes[k]
            rest /= sizes[k]
            at += index[k] * steps[k]
        }
        var done = 0
        while (true) {
            val run = minOf(sizes[0] - index[0], count - done)
            visit(at, done, run)
            done += run
            if (done == count) return
            at -= index[0] * steps[0]
            index[0] = 0
            var k = 1
            while (true) {
                at += steps[k]
                if (++index[k] < sizes[k]) break
                at -= steps[k] * sizes[k]
                index[k++] = 0
            }
        }
    }
}
