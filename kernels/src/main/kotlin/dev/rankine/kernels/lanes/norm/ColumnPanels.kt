package dev.rankine.kernels.lanes

import dev.rankine.kernels.Workers
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

/** The numbers that follow one of an axis: columns of a matrix whose rows are numbered by it. Figures: [SoftmaxKernels]. */
internal fun innerOf(sizes: Sizes, axis: Int): Int = (axis + 1 until sizes.rank).fold(1) { product, i -> product * sizes[i] }

/** The numbers of a vector. */
internal fun lanesOf(type: DType): Int = if (type == DType.F32) Lanes.F32.length() else Lanes.F64.length()

/**
 * [outer] matrices of [n] rows and [inner] columns, at least a vector, cut into panels of which so many [rows] stay in the second cache, and that are at
 * most a table wide.
 */
internal class ColumnPanels(type: DType, private val outer: Int, private val n: Int, private val inner: Int, rows: Int = n) {
    private val lanes = lanesOf(type)
    private val bytes = type.bytes
    private val width = (PANEL / rows / lanes * lanes).coerceIn(4 * lanes, SoftmaxColumnsF32.WIDTH * 4 / bytes)

    // fewer columns than a vector go with the panel before them
    private val across = maxOf(1, inner / width + if (inner % width >= lanes) 1 else 0)

    /**
     * Calls [body] with the first byte, the number of the first column of all and the number of columns, a multiple of a vector. Columns that fill no
     * vector come first, in one that has others besides, whose results are written twice. What is cut depends on the sizes alone.
     */
    inline fun each(crossinline body: (at: Long, first: Int, columns: Int) -> Unit) {
        val count = outer * across
        val block = maxOf(1, ROW_ELEMENTS / (n * minOf(width, inner)))
        if (count <= block) {
            for (i in 0 until count) panel(i, body)
        } else {
            Workers.range((count - 1) / block + 1, 1) { from, to ->
                for (i in from * block until minOf(count, to * block)) panel(i, body)
            }
        }
    }

    private inline fun panel(i: Int, body: (at: Long, first: Int, columns: Int) -> Unit) {
        val matrix = i / across
        val left = i % across * width
        val columns = if (i % across == across - 1) inner - left else width
        val start = matrix * n.toLong() * inner
        val whole = columns / lanes * lanes
        val last = left + columns - lanes
        if (whole < columns) body((start + last) * bytes, matrix * inner + last, lanes)
        body((start + left) * bytes, matrix * inner + left, whole)
    }

    private companion object {
        /** The numbers of a panel that stays in the second cache. */
        const val PANEL = 1 shl 16
    }
}
