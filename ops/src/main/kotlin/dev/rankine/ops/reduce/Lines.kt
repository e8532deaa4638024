package dev.rankine.ops

import dev.rankine.shapes.Sizes

/** Calls [visit] for every line of [sizes] along [axis]: its first element, the distance of its elements, and how many it has. */
internal inline fun forEachLine(sizes: Sizes, axis: Int, visit: (first: Int, step: Int, size: Int) -> Unit) {
    val size = if (sizes.rank == 0) 1 else sizes[axis]
    val step = (axis + 1 until sizes.rank).fold(1) { product, i -> product * sizes[i] }
    for (first in 0 until sizes.elements) if (first / step % size == 0) visit(first, step, size)
}
