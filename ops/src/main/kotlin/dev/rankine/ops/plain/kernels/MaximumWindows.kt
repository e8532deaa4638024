package dev.rankine.ops.plain.kernels

import dev.rankine.ops.PoolWindows

/** The windows of a maximum over planes of [h] rows of [w] elements, cut to what lies inside; looked up by row and column of the result. */
internal class MaximumWindows(windows: PoolWindows, h: Int, private val w: Int, val rows: Int, val columns: Int) {
    private val tops = IntArray(rows) { first(windows, 0, it) }
    private val lefts = IntArray(columns) { first(windows, 1, it) }

    /** How many elements of the windows of each row lie one below another. */
    val heights: IntArray = IntArray(rows) { count(windows, 0, it, tops[it], h) }

    /** How many elements of the windows of each column lie beside one another. */
    val widths: IntArray = IntArray(columns) { count(windows, 1, it, lefts[it], w) }

    /** From an element to the one below, and to the one on the right. */
    val stepDown: Int = windows.dilation[0] * w
    val stepRight: Int = windows.dilation[1]

    /** How many windows a plane has. */
    val count: Int = rows * columns

    /** Where the first element of the windows of [row] is, in the first column. */
    fun top(row: Int): Int = tops[row] * w

    /** The column of the first element of the windows of [column]. */
    fun left(column: Int): Int = lefts[column]

    /** The first place of window [number] that is not before the plane. */
    private fun first(windows: PoolWindows, direction: Int, number: Int): Int {
        val start = number * windows.stride[direction] - windows.padding[direction]
        val dilation = windows.dilation[direction]
        return if (start >= 0) start else start + (-start + dilation - 1) / dilation * dilation
    }

    private fun count(windows: PoolWindows, direction: Int, number: Int, first: Int, size: Int): Int {
        val start = number * windows.stride[direction] - windows.padding[direction]
        val dilation = windows.dilation[direction]
        val end = minOf(size, start + (windows.kernel[direction] - 1) * dilation + 1)
        return if (end <= first) 0 else (end - first + dilation - 1) / dilation
    }
}
