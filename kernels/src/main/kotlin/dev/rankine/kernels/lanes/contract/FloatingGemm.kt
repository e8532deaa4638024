package dev.rankine.kernels.lanes

import dev.rankine.kernels.Workers
import dev.rankine.shapes.DType

/** Products of floating-point matrices: tiles, and rows and columns one by one where there are few. */
internal abstract class FloatingGemm(bytes: Int, rows: Int, columns: Int, scratch: Long) : Gemm(bytes, rows, columns, scratch) {
    final override fun way(m: Int, n: Int, k: Int, aDown: Long, aRight: Long, bDown: Long, bRight: Long, cDown: Long): Way =
        when {
            m == 1 && n == 1 && aRight == 1L && bDown == 1L -> Way.DOT
            n == 1 && m <= THIN && aRight == 1L && bDown == 1L -> Way.COLUMN_DOTS
            m <= THIN && bRight == 1L -> Way.ROWS
            m <= THIN && bDown == 1L && aRight == 1L -> Way.ROW_DOTS
            n == 1 && aDown == 1L && cDown == 1L -> Way.COLUMN
            n <= THIN && aRight == 1L && bDown == 1L -> Way.COLUMN_DOTS
            turns(m, n, k, bDown, bRight) -> Way.TILES
            aRight == 1L && bDown == 1L && minOf(m, n) <= SLIM && k >= LONG -> Way.DOT_TILES
            else -> Way.TILES
        }

    final override fun compute(
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
    ) {
        when (way) {
            Way.TILES -> {
                return tiles(m, n, k, a, aDown, aRight, b, bDown, bRight, c, cDown, add, bias, relu, scratch)
            }

            Way.DOT_TILES -> {
                dotTiles(m, n, k, a, aDown, b, bRight, c, cDown, add, scratch)
            }

            Way.DOT -> {
                dot(k, a, b, c, add, scratch)
            }

            Way.ROWS -> {
                for (i in 0 until m) row(n, k, a + bytes * (i * aDown), aRight, b, bDown, c + bytes * (i * cDown), add, scratch)
            }

            Way.COLUMN -> {
                row(m, k, b, bDown, a, aRight, c, add, scratch)
            }

            Way.ROW_DOTS -> {
                for (i in 0 until m) dots(n, k, b, bRight, a + bytes * (i * aDown), c + bytes * (i * cDown), 1, add, scratch)
            }

            Way.COLUMN_DOTS -> {
                for (i in 0 until n) dots(m, k, a, aDown, b + bytes * (i * bRight), c + bytes * i.toLong(), cDown, add, scratch)
            }
        }
        finish(m, n, c, cDown, bias, relu)
    }

    /** One inner product. Threads share it in blocks of fixed length, whose sums are added in order. Figures: [DotF32]. */
    private fun dot(k: Int, a: Long, b: Long, c: Long, add: Boolean, scratch: Long) {
        val wanted = (k / GRAIN + 1).coerceAtMost(ReduceScratch.BLOCKS)
        val length = ((k - 1) / wanted / LINE + 1) * LINE
        val blocks = maxOf(1, (k - 1) / length + 1)
        Workers.range(blocks, 1) { from, to ->
            for (block in from until to) {
                val first = block * length
                val at = bytes * first.toLong()
                setDoubleCell(scratch, block, dot(minOf(length, k - first), a + at, b + at, ReduceScratch.get().tile))
            }
        }
        var sum = 0.0
        for (block in 0 until blocks) sum += doubleCell(scratch, block)
        val type = if (bytes == Float.SIZE_BYTES) DType.F32 else DType.F64
        putFloating(type, c, if (add) floating(type, c) + sum else sum)
    }

    /** The inner product of [k] numbers at [a] and at [b]. */
    protected abstract fun dot(k: Int, a: Long, b: Long, tile: Long): Double

    /** Whether tiles read the right matrix where it lies, which is better than any other way. */
    protected abstract fun turns(m: Int, n: Int, k: Int, bDown: Long, bRight: Long): Boolean

    /** Any product by tiles. */
    protected abstract fun tiles(
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

    /** Products of rows of `a` and columns of `b`, both without gaps. */
    protected abstract fun dotTiles(
        m: Int,
        n: Int,
        k: Int,
        a: Long,
        aDown: Long,
        b: Long,
        bRight: Long,
        c: Long,
        cDown: Long,
        add: Boolean,
        scratch: Long,
    )

    /** `c[n] = x[k] b[k, n]`, where rows of `b` have no gaps. */
    protected abstract fun row(n: Int, k: Int, x: Long, right: Long, b: Long, bDown: Long, c: Long, add: Boolean, scratch: Long)

    /** `c[m] = a[m, k] x[k]`, where rows of `a` and `x` have no gaps. */
    protected abstract fun dots(m: Int, k: Int, a: Long, aDown: Long, x: Long, c: Long, cDown: Long, add: Boolean, scratch: Long)

    /** Adds the bias unless its address is 0, and cuts off what is negative if [relu]. */
    protected abstract fun finish(m: Int, n: Int, c: Long, cDown: Long, bias: Long, relu: Boolean)

    private companion object {
        /** Up to so many rows or columns are computed one by one. */
        const val THIN = 3

        /** Up to so many rows or columns a packed panel of the other matrix would be used too seldom. */
        const val SLIM = 32

        /** From so long an inner axis on the sums of lanes cost little beside the products. */
        const val LONG = 192

        /** Products of one sum that a thread adds in some microseconds. */
        const val GRAIN = 1 shl 16

        /** Blocks of a sum begin with a line of the cache, if its operands do. */
        const val LINE = 16
    }
}
