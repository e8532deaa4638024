package dev.rankine.ops.plain.kernels

import dev.rankine.ops.plain.Workers

// As GemmF32, for float64.

/** The left factor: gives blocks of rows. */
internal fun interface LeftF64 {
    /** Writes `a[row + r, k + i]` to `into[place(i, r, rows)]`; see [place]. */
    fun pack(row: Int, rows: Int, k: Int, depth: Int, into: DoubleArray)
}

/** The right factor: gives blocks of columns. */
internal fun interface RightF64 {
    /** Writes `b[k + i, column + j]` to `into[i][j]`. */
    fun pack(k: Int, depth: Int, column: Int, width: Int, into: Array<DoubleArray>)
}

/** A matrix in an array: element `(i, j)` is at `offset + i * down + j * right`. */
internal class MatrixF64(val array: DoubleArray, val offset: Int, val down: Int, val right: Int) :
    LeftF64,
    RightF64 {
    fun transposed(): MatrixF64 = MatrixF64(array, offset, right, down)

    /** The first row alone. */
    fun row(): MatrixF64 = MatrixF64(array, offset, 0, right)

    override fun pack(row: Int, rows: Int, k: Int, depth: Int, into: DoubleArray) {
        for (r in 0 until rows) {
            var at = offset + (row + r) * down + k * right
            var p = place(0, r, rows)
            for (four in 0 until depth / 4) {
                into[p] = array[at]
                into[p + 1] = array[at + right]
                into[p + 2] = array[at + 2 * right]
                into[p + 3] = array[at + 3 * right]
                at += 4 * right
                p += 4 * rows
            }
            for (i in 0 until depth % 4) into[p + i] = array[at + i * right]
        }
    }

    override fun pack(k: Int, depth: Int, column: Int, width: Int, into: Array<DoubleArray>) {
        val start = offset + k * down + column * right
        if (right == 1) {
            for (i in 0 until depth) System.arraycopy(array, start + i * down, into[i], 0, width)
            return
        }
        for (first in 0 until depth step LINE) {
            val last = minOf(depth, first + LINE)
            for (i in first until last) {
                val packed = into[i]
                var at = start + i * down
                for (j in 0 until width) {
                    packed[j] = array[at]
                    at += right
                }
            }
        }
    }

    private companion object {
        const val LINE = 16
    }
}

internal object GemmF64 {
    private class Scratch {
        val a = DoubleArray(3 * GEMM_DEPTH)
        val b = Array(GEMM_DEPTH) { DoubleArray(GEMM_WIDTH) }
        val c = Array(3) { DoubleArray(GEMM_WIDTH) }
    }

    private val scratch: ThreadLocal<Scratch> = ThreadLocal.withInitial { Scratch() }

    /** `c[m, n] = a[m, k] * b[k, n]`, or `c += a * b` if not [fresh], on this thread and the workers. */
    fun multiply(m: Int, n: Int, k: Int, a: MatrixF64, b: MatrixF64, c: MatrixF64, fresh: Boolean = true) {
        when {
            fresh && m == 1 && b.down == 1 -> dots(n, k, b.transposed(), a.row(), c.offset, c.right, c.array)
            fresh && n == 1 && a.right == 1 -> dots(m, k, a, b.transposed().row(), c.offset, c.down, c.array)
            n < m && n < GEMM_WIDTH -> shared(n, m, k, b.transposed(), a.transposed(), c.transposed(), fresh)
            else -> shared(m, n, k, a, b, c, fresh)
        }
    }

    private fun shared(m: Int, n: Int, k: Int, a: LeftF64, b: RightF64, c: MatrixF64, fresh: Boolean) {
        val columns = (n + GEMM_WIDTH - 1) / GEMM_WIDTH
        val tiles = Tiles.of(m, columns, 2.0 * m * n * k)
        Workers.range(tiles.count, tiles.grain) { from, to ->
            for (tile in from until to) {
                val column = tile % columns * GEMM_WIDTH
                val row = tile / columns * tiles.rows
                block(row, minOf(m, row + tiles.rows), column, minOf(n, column + GEMM_WIDTH), k, a, b, c, fresh)
            }
        }
    }

    /**
     * Rows [row] to [rowEnd], columns [column] to [columnEnd] (at most [GEMM_WIDTH]) of `c = a * b`, or of `c += a * b` if not [fresh];
     * on this thread.
     */
    fun block(row: Int, rowEnd: Int, column: Int, columnEnd: Int, k: Int, a: LeftF64, b: RightF64, c: MatrixF64, fresh: Boolean = true) {
        val scratch = scratch.get()
        val width = columnEnd - column
        val padded = (width + 15) and -16
        var first = 0
        do {
            val depth = minOf(GEMM_DEPTH, k - first)
            b.pack(first, depth, column, width, scratch.b)
            for (i in 0 until depth) scratch.b[i].fill(0.0, width, padded)
            for (i in depth until ((depth + 3) and -4)) scratch.b[i].fill(0.0, 0, padded)
            var r = row
            while (r < rowEnd) {
                val rows = minOf(3, rowEnd - r)
                for (i in depth until ((depth + 3) and -4)) for (s in 0 until rows) scratch.a[place(i, s, rows)] = 0.0
                a.pack(r, rows, first, depth, scratch.a)
                for (s in 0 until rows) load(c, r + s, column, width, padded, fresh && first == 0, scratch.c[s])
                rows(rows, depth, padded, scratch)
                for (s in 0 until rows) store(scratch.c[s], c, r + s, column, width)
                r += rows
            }
            first += GEMM_DEPTH
        } while (first < k)
    }

    private fun load(c: MatrixF64, row: Int, column: Int, width: Int, padded: Int, fresh: Boolean, into: DoubleArray) {
        into.fill(0.0, if (fresh) 0 else width, padded)
        if (fresh) return
        val at = c.offset + row * c.down + column * c.right
        if (c.right == 1) System.arraycopy(c.array, at, into, 0, width) else for (j in 0 until width) into[j] = c.array[at + j * c.right]
    }

    private fun store(from: DoubleArray, c: MatrixF64, row: Int, column: Int, width: Int) {
        val at = c.offset + row * c.down + column * c.right
        if (c.right == 1) System.arraycopy(from, 0, c.array, at, width) else for (j in 0 until width) c.array[at + j * c.right] = from[j]
    }

    private fun rows(rows: Int, depth: Int, n: Int, scratch: Scratch) {
        val (c0, c1, c2) = scratch.c
        val b = scratch.b
        val a = scratch.a
        var i = 0
        while (i < depth) {
            val p = i * rows
            when (rows) {
                3 -> three(c0, c1, c2, b[i], b[i + 1], b[i + 2], b[i + 3], a, p, n)
                2 -> two(c0, c1, b[i], b[i + 1], b[i + 2], b[i + 3], a, p, n)
                else -> one(c0, b[i], b[i + 1], b[i + 2], b[i + 3], a, p, n)
            }
            i += 4
        }
    }

    private fun three(
        c0: DoubleArray,
        c1: DoubleArray,
        c2: DoubleArray,
        b0: DoubleArray,
        b1: DoubleArray,
        b2: DoubleArray,
        b3: DoubleArray,
        a: DoubleArray,
        p: Int,
        n: Int,
    ) {
        val a00 = a[p]
        val a01 = a[p + 1]
        val a02 = a[p + 2]
        val a03 = a[p + 3]
        val a10 = a[p + 4]
        val a11 = a[p + 5]
        val a12 = a[p + 6]
        val a13 = a[p + 7]
        val a20 = a[p + 8]
        val a21 = a[p + 9]
        val a22 = a[p + 10]
        val a23 = a[p + 11]
        for (j in 0 until n) {
            val x0 = b0[j]
            val x1 = b1[j]
            val x2 = b2[j]
            val x3 = b3[j]
            c0[j] = c0[j] + a00 * x0 + a01 * x1 + a02 * x2 + a03 * x3
            c1[j] = c1[j] + a10 * x0 + a11 * x1 + a12 * x2 + a13 * x3
            c2[j] = c2[j] + a20 * x0 + a21 * x1 + a22 * x2 + a23 * x3
        }
    }

    private fun two(
        c0: DoubleArray,
        c1: DoubleArray,
        b0: DoubleArray,
        b1: DoubleArray,
        b2: DoubleArray,
        b3: DoubleArray,
        a: DoubleArray,
        p: Int,
        n: Int,
    ) {
        val a00 = a[p]
        val a01 = a[p + 1]
        val a02 = a[p + 2]
        val a03 = a[p + 3]
        val a10 = a[p + 4]
        val a11 = a[p + 5]
        val a12 = a[p + 6]
        val a13 = a[p + 7]
        for (j in 0 until n) {
            val x0 = b0[j]
            val x1 = b1[j]
            val x2 = b2[j]
            val x3 = b3[j]
            c0[j] = c0[j] + a00 * x0 + a01 * x1 + a02 * x2 + a03 * x3
            c1[j] = c1[j] + a10 * x0 + a11 * x1 + a12 * x2 + a13 * x3
        }
    }

    private fun one(c0: DoubleArray, b0: DoubleArray, b1: DoubleArray, b2: DoubleArray, b3: DoubleArray, a: DoubleArray, p: Int, n: Int) {
        val a0 = a[p]
        val a1 = a[p + 1]
        val a2 = a[p + 2]
        val a3 = a[p + 3]
        for (j in 0 until n) c0[j] = c0[j] + a0 * b0[j] + a1 * b1[j] + a2 * b2[j] + a3 * b3[j]
    }

    /** One product of row and vector per element of the result; rows lie in order. */
    private fun dots(rows: Int, k: Int, a: MatrixF64, x: MatrixF64, offset: Int, step: Int, into: DoubleArray) {
        val vector = if (x.right == 1 && x.offset == 0) x.array else DoubleArray(k) { x.array[x.offset + it * x.right] }
        Workers.range(rows, maxOf(1, (1 shl 17) / maxOf(1, k))) { from, to ->
            for (row in from until to) into[offset + row * step] = dot(a.array, a.offset + row * a.down, vector, k)
        }
    }

    private fun dot(a: DoubleArray, at: Int, x: DoubleArray, k: Int): Double {
        var s0 = 0.0
        var s1 = 0.0
        var s2 = 0.0
        var s3 = 0.0
        var s4 = 0.0
        var s5 = 0.0
        var s6 = 0.0
        var s7 = 0.0
        var i = 0
        while (i + 7 < k) {
            s0 += a[at + i] * x[i]
            s1 += a[at + i + 1] * x[i + 1]
            s2 += a[at + i + 2] * x[i + 2]
            s3 += a[at + i + 3] * x[i + 3]
            s4 += a[at + i + 4] * x[i + 4]
            s5 += a[at + i + 5] * x[i + 5]
            s6 += a[at + i + 6] * x[i + 6]
            s7 += a[at + i + 7] * x[i + 7]
            i += 8
        }
        while (i < k) {
            s0 += a[at + i] * x[i]
            i++
        }
        return ((s0 + s4) + (s2 + s6)) + ((s1 + s5) + (s3 + s7))
    }
}
