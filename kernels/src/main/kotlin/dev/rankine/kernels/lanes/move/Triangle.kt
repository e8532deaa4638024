package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.kernels.Workers
import dev.rankine.kernels.address
import dev.rankine.ops.DiagonalAttributes
import dev.rankine.ops.Value

/** Row by row: what is kept is one run, before or behind which there are zeros. An operand that is not dense is copied first. */
internal class Triangle(private val isLower: Boolean) : VectorKernel<DiagonalAttributes>() {
    override fun accepts(attributes: DiagonalAttributes, inputs: Array<Value>): Boolean = true

    override fun compute(attributes: DiagonalAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val y = outputs[0]
        if (y.elements == 0) return
        var x = inputs[0]
        if (!x.layout.isContiguous) {
            copyElements(x, y)
            x = y
        }
        val size = y.dtype.bytes
        val (from, into) = x.address() to y.address()
        val height = y.sizes[-2]
        val columns = y.sizes[-1]
        val diagonal = attributes.diagonal
        val rows = y.elements / columns
        val grain = (GRAIN / columns).coerceAtLeast(1)
        if (rows <= grain) return rows(from, into, size, height, columns, diagonal, 0, rows)
        Workers.range(rows, grain) { first, last -> rows(from, into, size, height, columns, diagonal, first, last) }
    }

    private fun rows(from: Long, into: Long, size: Int, height: Int, columns: Int, diagonal: Int, first: Int, last: Int) {
        val bytes = columns.toLong() * size
        for (row in first until last) {
            val a = from + row * bytes
            val y = into + row * bytes
            val bound = row % height + diagonal.toLong()
            if (isLower) {
                val kept = (bound + 1).coerceIn(0L, columns.toLong()) * size
                if (a != y) CopyRows.copy(a, 0, y, 0, 1, kept)
                FillRows.fill(0, y + kept, 0, 1, bytes - kept)
            } else {
                val gone = bound.coerceIn(0L, columns.toLong()) * size
                FillRows.fill(0, y, 0, 1, gone)
                if (a != y) CopyRows.copy(a + gone, 0, y + gone, 0, 1, bytes - gone)
            }
        }
    }

    private companion object {
        const val GRAIN = 1 shl 15
    }
}
