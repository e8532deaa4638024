package dev.rankine.kernels.lanes

import dev.rankine.kernels.Workers
import java.lang.foreign.Arena
import java.lang.foreign.MemorySegment

/**
 * Products of matrices of one type on this thread and the workers: `c = a b`, whatever the strides of `a` and `b`.
 *
 * The result is cut into blocks that compute all of the inner axis, so its bits do not depend on the number of threads.
 */
internal abstract class Gemm(val bytes: Int, private val tileRows: Int, private val tileColumns: Int, private val scratchBytes: Long) {
    // from the collector's arena: the memory goes when its thread has ended
    private val scratch: ThreadLocal<MemorySegment> = ThreadLocal.withInitial { Arena.ofAuto().allocate(scratchBytes, LINE) }

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
        if (m == 0 || n == 0) return
        if (Workers.count == 1 || work(m, n, k) < SHARED) {
            return single(m, n, k, a, aDown, aRight, b, bDown, bRight, c, cDown, add, bias, relu)
        }
        val parts = 2 * Workers.count
        // the larger side is cut first: what the blocks pack twice is the smaller matrix
        val across = if (n >= m) minOf(parts, ceil(n, tileColumns)) else 0
        val down = if (across == 0) minOf(parts, ceil(m, tileRows)) else minOf(ceil(parts, across), ceil(m, tileRows))
        val rows = ceil(ceil(m, down), tileRows) * tileRows
        val columns = ceil(ceil(n, if (across > 0) across else minOf(ceil(parts, down), ceil(n, tileColumns))), tileColumns) * tileColumns
        val width = ceil(n, columns)
        Workers.range(ceil(m, rows) * width, 1) { from, to ->
            for (block in from until to) {
                val row = block / width * rows
                val column = block % width * columns
                single(
                    minOf(rows, m - row),
                    minOf(columns, n - column),
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
    ): Unit = block(m, n, k, a, aDown, aRight, b, bDown, bRight, c, cDown, add, bias, relu, scratch.get().address())

    /** The product by kernels, with [scratch] memory of this thread. */
    protected abstract fun block(
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

    companion object {
        /** Operations, two for an element of the inner axis, below which a second thread costs more than it gives. */
        const val SHARED = 1e6

        private const val LINE = 64L

        fun work(m: Int, n: Int, k: Int): Double = 2.0 * m * n * k

        private fun ceil(n: Int, part: Int): Int = (n + part - 1) / part
    }
}
