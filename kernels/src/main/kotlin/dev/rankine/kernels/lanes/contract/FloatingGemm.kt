package dev.rankine.kernels.lanes

import dev.rankine.kernels.Workers
import dev.rankine.shapes.DType

/** Products of floating-point matrices: tiles, and rows and columns one by one where there are few. */
internal abstract class FloatingGemm(bytes: Int, rows: Int, columns: Int, private val depth: Int, scratch: Long) :
    Gemm(bytes, rows, columns, scratch) {
    final override fun isCutInside(way: Way, m: Int, n: Int, k: Int): Boolean = way == Way.DOT || (way == Way.ROWS && m == 1 && isFar(n, k))

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
            aRight == 1L && n <= FEW && m >= SLIM && k in LONG..DEEP -> Way.TURNED_DOT_TILES
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

            Way.TURNED_DOT_TILES -> {
                val turned = scratch + TILE
                for (i in 0 until n) {
                    Strided.copy(bytes, b + bytes * (i * bRight), bytes * bDown, turned + bytes * i.toLong() * k, bytes.toLong(), k)
                }
                dotTiles(m, n, k, a, aDown, turned, k.toLong(), c, cDown, add, scratch)
            }

            Way.DOT -> {
                dot(k, a, b, c, add, scratch)
            }

            Way.ROWS -> {
                if (m == 1 && isFar(n, k)) {
                    return farRow(n, k, a, aRight, b, bDown, c, add, bias, relu, scratch)
                }
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

    /** Whether a row times a matrix reads so much from memory that threads share its rows: what one of them reads lies side by side. */
    private fun isFar(n: Int, k: Int): Boolean = bytes.toLong() * n * k >= FAR && bytes.toLong() * n * parts(k) <= ROOM

    private fun parts(k: Int): Int = (k + depth - 1) / depth

    /** The product of a row and a matrix, which threads share in the parts of the inner axis whose sums [row] adds; in the same order. */
    private fun farRow(
        n: Int,
        k: Int,
        x: Long,
        right: Long,
        b: Long,
        bDown: Long,
        c: Long,
        add: Boolean,
        bias: Long,
        relu: Boolean,
        scratch: Long,
    ) {
        val parts = parts(k)
        val length = (k + parts - 1) / parts
        val down = bytes.toLong() * n
        Workers.range(parts, 1) { from, to ->
            for (part in from until to) {
                val first = part * length
                val count = minOf(length, k - first)
                row(n, count, x + bytes * (first * right), right, b + bytes * (first * bDown), bDown, scratch + part * down, false, 0)
            }
        }
        if (!add) Lanes.ALL.asSlice(c, down).copyFrom(Lanes.ALL.asSlice(scratch, down))
        for (part in (if (add) 0 else 1) until parts) finish(1, n, c, 0, scratch + part * down, false)
        finish(1, n, c, 0, bias, relu)
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

        /** Up to so many columns fill too little of a vector, and are turned to be lines for dot products. */
        const val FEW = 12

        /** Up to so long an inner axis the scratch memory has room for them, behind that of dot products. */
        const val DEEP = 4096
        const val TILE = 1L shl 15

        /** From so long an inner axis on the sums of lanes cost little beside the products. */
        const val LONG = 192

        /** Products of one sum that a thread adds in some microseconds. */
        const val GRAIN = 1 shl 16

        /** Bytes of a matrix that come from memory, and those of the scratch memory for sums. */
        const val FAR = 1L shl 24
        const val ROOM = 1L shl 19

        /** Blocks of a sum begin with a line of the cache, if its operands do. */
        const val LINE = 16
    }
}
