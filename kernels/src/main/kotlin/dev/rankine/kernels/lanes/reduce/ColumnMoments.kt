package dev.rankine.kernels.lanes

import dev.rankine.shapes.DType

/**
 * Means of columns of matrices that are [inner] numbers wide, and their sums of squared distances from the mean, in cells. [ROWS] rows at a time are read
 * once: distances are those from the mean of their first [FIRST], so that their squares are at most eight times too large, see [ColumnsF32]; what that
 * is too much is taken off, and the moments are joined (Chan, Golub and LeVeque 1983). Figures: [VarianceOfColumns].
 */
internal class ColumnMoments(val type: DType, private val inner: Int) {
    val bytes: Int = type.bytes

    /** Bytes from a row to the next. */
    val down: Long = inner.toLong() * bytes

    /** Calls [body] for panels of columns of [outer] matrices of [n] rows, as [ColumnPanels] does. */
    inline fun panels(outer: Int, n: Int, crossinline body: (at: Long, first: Int, columns: Int) -> Unit): Unit =
        ColumnPanels(type, outer, n, inner, FIRST).each { at, first, columns -> body(at, first, columns) }

    /** Sets the cells of [columns] columns of [n] rows from [x] on, a multiple of a vector. */
    fun moments(x: Long, n: Int, columns: Int, means: Long, squares: Long) {
        val scratch = ReduceScratch.get()
        val totals = scratch.cells
        val levels = scratch.numbers
        val sums = levels + TABLE
        val products = levels + 2 * TABLE
        val tile = levels + 3 * TABLE
        for (r in 0 until n step ROWS) {
            val rows = minOf(ROWS, n - r)
            val from = x + r * down
            val few = minOf(FIRST, rows)
            for (i in 0 until columns) setDoubleCell(totals, i, 0.0)
            if (type == DType.F32) {
                SumF32.rows(from, down, few, columns, totals, tile)
                for (i in 0 until columns) TableF32.set(levels, i, (doubleCell(totals, i) / few).toFloat())
                ColumnsF32.across(from, down, rows, columns, levels, sums, products)
            } else {
                SumF64.rows(from, down, few, columns, totals, tile)
                for (i in 0 until columns) TableF64.set(levels, i, doubleCell(totals, i) / few)
                ColumnsF64.across(from, down, rows, columns, levels, sums, products)
            }
            for (i in 0 until columns) {
                val sum = number(sums, i)
                val mean = number(levels, i) + sum / rows
                val square = Math.max(0.0, number(products, i) - sum * sum / rows)
                if (r == 0) {
                    setDoubleCell(means, i, mean)
                    setDoubleCell(squares, i, square)
                } else {
                    join(i, r, means, squares, rows, mean, square)
                }
            }
        }
    }

    /** Joins the cells of all columns of [more] rows with those of [count] rows. */
    fun join(count: Int, means: Long, squares: Long, more: Int, otherMeans: Long, otherSquares: Long) {
        for (i in 0 until inner) join(i, count, means, squares, more, doubleCell(otherMeans, i), doubleCell(otherSquares, i))
    }

    private fun join(i: Int, count: Int, means: Long, squares: Long, more: Int, mean: Double, square: Double) {
        val old = doubleCell(means, i)
        val share = more / (count.toDouble() + more)
        setDoubleCell(means, i, old + (mean - old) * share)
        setDoubleCell(squares, i, doubleCell(squares, i) + square + (mean - old) * (mean - old) * count * share)
    }

    private fun number(table: Long, i: Int): Double = if (type == DType.F32) TableF32.get(table, i).toDouble() else TableF64.get(table, i)

    companion object {
        /** Rows that are summed before their moments are joined. */
        const val ROWS = 256

        /** Rows from whose mean distances are taken. */
        const val FIRST = 32

        private const val TABLE = 4096L
    }
}
