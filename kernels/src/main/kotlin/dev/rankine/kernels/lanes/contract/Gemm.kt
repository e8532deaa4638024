package dev.rankine.kernels.lanes

import dev.rankine.kernels.Workers
import java.lang.foreign.Arena
import java.lang.foreign.MemorySegment

/**
 * Products of matrices of one type on this thread and the workers: `c = a b`, whatever the strides of `a` and `b`.
 *
 * The result is cut into blocks that compute all of the inner axis, and the way is chosen by the whole product: its bits do not depend on
 * the number of threads. [BlockF32] says how fast a thread is.
 */
internal abstract class Gemm(val bytes: Int, private val rows: Int, private val columns: Int, scratch: Long) {
    // from the collector's arena: the memory goes when its thread has ended
    private val scratch: ThreadLocal<MemorySegment> = ThreadLocal.withInitial { Arena.ofAuto().allocate(scratch, LINE) }

    /**
     * `c = a b`, where `a` has [m] rows and [k] columns, `b` [k] rows and [n] columns; plus the old `c` if [add], plus the number at [bias]
     * for each column unless that is 0, and at least 0 if [relu], in this order.
     *
     * Element `(i, j)` of `a` is at `a + bytes * (i * aDown + j * aRight)`, likewise `b`; of `c` at `c + bytes * (i * cDown + j)`.
     */
    fun multiply(
        m: Int,
        n: Int,
        k: Int,
        a: Long,
        aDown: Long,
        aRight: Long,
        b: Long,
        bDown: Long,
        bRight: Long,
        c: Long,
        cDown: Long,
        add: Boolean = false,
        bias: Long = 0L,
        relu: Boolean = false,
    ) {
        val way = way(m, n, k, aDown, aRight, bDown, bRight, cDown)
        if (Workers.count == 1 || work(m, n, k) < SHARED || isCutInside(way, m, n, k)) {
            return compute(way, m, n, k, a, aDown, aRight, b, bDown, bRight, c, cDown, add, bias, relu, scratch.get().address())
        }
        // the larger side is cut first: what the blocks pack twice is the smaller matrix; but squares are not cut into blocks of few columns
        val parts = 2 * Workers.count
        val tall = ceil(m, rows)
        val wide = ceil(n, columns)
        val across = minOf(wide, if (n >= m && (n > parts * NARROW || n >= 2 * m)) parts else ceil(parts, minOf(parts, tall)))
        val down = minOf(tall, ceil(parts, across))
        Workers.range(down * across, 1) { from, to ->
            for (block in from until to) {
                val row = cut(block / across, down, tall) * rows
                val column = cut(block % across, across, wide) * columns
                val lastRow = minOf(m, cut(block / across + 1, down, tall) * rows)
                val lastColumn = minOf(n, cut(block % across + 1, across, wide) * columns)
                compute(
                    way,
                    lastRow - row,
                    lastColumn - column,
                    k,
                    a + bytes * (row * aDown),
                    aDown,
                    aRight,
                    b + bytes * (column * bRight),
                    bDown,
                    bRight,
                    c + bytes * (row * cDown + column),
                    cDown,
                    add,
                    if (bias == 0L) 0L else bias + bytes * column.toLong(),
                    relu,
                    scratch.get().address(),
                )
            }
        }
    }

    /** [multiply] on this thread alone. */
    fun single(
        m: Int,
        n: Int,
        k: Int,
        a: Long,
        aDown: Long,
        aRight: Long,
        b: Long,
        bDown: Long,
        bRight: Long,
        c: Long,
        cDown: Long,
        add: Boolean = false,
        bias: Long = 0L,
        relu: Boolean = false,
    ) {
        val way = way(m, n, k, aDown, aRight, bDown, bRight, cDown)
        compute(way, m, n, k, a, aDown, aRight, b, bDown, bRight, c, cDown, add, bias, relu, scratch.get().address())
    }

    /** How the product of these sizes and strides is computed; blocks of it are computed alike. */
    protected abstract fun way(m: Int, n: Int, k: Int, aDown: Long, aRight: Long, bDown: Long, bRight: Long, cDown: Long): Way

    /** Whether the [way] of such a product cuts its inner axis for threads, as that of one number, which has no blocks. */
    protected open fun isCutInside(way: Way, m: Int, n: Int, k: Int): Boolean = false

    /** The product, or a block of it, on this thread with its [scratch] memory. */
    protected abstract fun compute(
        way: Way,
        m: Int,
        n: Int,
        k: Int,
        a: Long,
        aDown: Long,
        aRight: Long,
        b: Long,
        bDown: Long,
        bRight: Long,
        c: Long,
        cDown: Long,
        add: Boolean,
        bias: Long,
        relu: Boolean,
        scratch: Long,
    )

    /** How a product is computed. Thin ones read every number of a matrix once or few times, so they pack nothing. */
    protected enum class Way { TILES, DOT_TILES, TURNED_DOT_TILES, DOT, ROWS, COLUMN, ROW_DOTS, COLUMN_DOTS }

    companion object {
        /** Operations, two for an element of the inner axis, below which a second thread costs more than it gives. */
        const val SHARED = 1e6

        /** Up to so many columns of a block the left matrix is not packed. */
        private const val NARROW = 128

        private const val LINE = 64L

        fun work(m: Int, n: Int, k: Int): Double = 2.0 * m * n * k

        /** Where part [i] of [parts] begins in [units]. */
        private fun cut(i: Int, parts: Int, units: Int): Int = (i.toLong() * units / parts).toInt()

        private fun ceil(n: Int, part: Int): Int = (n + part - 1) / part
    }
}
