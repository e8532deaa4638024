package dev.rankine.ops.plain.kernels

import dev.rankine.ops.AvgPoolAttributes
import dev.rankine.ops.divisor
import dev.rankine.ops.plain.Workers
import dev.rankine.ops.span
import dev.rankine.shapes.Sizes

/** Calls [body] with the numbers of planes that together are all planes of [sizes], shared among threads. */
internal inline fun forPlanes(sizes: Sizes, crossinline body: (plane: Int) -> Unit): Unit =
    forPlaneRanges(sizes) { from, to -> for (i in from until to) body(i) }

/** Calls [body] with ranges of planes that together are all planes of [sizes], shared among threads. */
internal inline fun forPlaneRanges(sizes: Sizes, crossinline body: (from: Int, to: Int) -> Unit) {
    val plane = sizes[-1] * sizes[-2]
    val planes = (0 until sizes.rank - 2).fold(1) { product, axis -> product * sizes[axis] }
    Workers.range(planes, maxOf(1, COSTLY_GRAIN / maxOf(1, plane))) { from, to -> body(from, to) }
}

/** The windows of an average over one plane and their divisors, looked up by number. */
internal class Averages(attributes: AvgPoolAttributes, h: Int, w: Int, oh: Int, private val ow: Int) {
    private val rows = Array(oh) { attributes.windows.span(0, it, h) }
    private val columns = Array(ow) { attributes.windows.span(1, it, w) }
    private val divisors = IntArray(oh * ow) { attributes.divisor(it / ow, it % ow, h, w) }

    fun top(window: Int): Int = rows[window / ow].first

    fun bottom(window: Int): Int = rows[window / ow].last + 1

    fun left(window: Int): Int = columns[window % ow].first

    fun right(window: Int): Int = columns[window % ow].last + 1

    fun divisor(window: Int): Int = divisors[window]
}
