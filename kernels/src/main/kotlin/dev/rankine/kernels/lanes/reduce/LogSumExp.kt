package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.kernels.Workers
import dev.rankine.kernels.address
import dev.rankine.ops.ReduceAttributes
import dev.rankine.ops.Value
import dev.rankine.shapes.DType

/**
 * Logarithms of sums of exponentials over axes that follow each other, of numbers in order: rows longer than a vector, or many numbers in columns that fill
 * one. Other calls are the definition's; its loops are faster for few columns: 80 instead of 230 us for `[128, 512]` with gradient.
 *
 * Float32 on an AMD EPYC (Zen 4) at 512 bits, one thread, JDK 25: `[4096, 1000]` over axis 0 2.0 ms, over axis 1 1.6 ms;
 * panels of 256 columns instead of whole rows took half as long again, of 64 columns more than twice as long.
 */
internal object LogSumExp : VectorKernel<ReduceAttributes>() {
    override fun accepts(attributes: ReduceAttributes, inputs: Array<Value>): Boolean {
        val x = inputs[0]
        val axes = attributes.axes
        if (!isVectorType(x) || !x.layout.isContiguous || x.elements == 0 || !areTogether(axes)) return false
        val inner = innerOf(x.sizes, axes.last())
        val n = axes.fold(1) { product, axis -> product * x.sizes[axis] }
        if (inner > 1) return inner >= lanesOf(x.dtype) && x.elements >= MANY
        return if (x.dtype == DType.F32) SoftmaxRowsF32.takes(n) else SoftmaxRowsF64.takes(n)
    }

    override fun compute(attributes: ReduceAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val type = inputs[0].dtype
        val isFloat = type == DType.F32
        val n = attributes.axes.fold(1) { product, axis -> product * inputs[0].sizes[axis] }
        val inner = innerOf(inputs[0].sizes, attributes.axes.last())
        val x = inputs[0].address()
        val y = outputs[0].address()
        if (inner == 1) {
            forRows(inputs[0].elements / n, n) { from, to ->
                val at = x + from.toLong() * n * type.bytes
                val into = y + from.toLong() * type.bytes
                val tables = ReduceScratch.get().cells
                if (isFloat) LogSumExpF32.rows(at, into, to - from, n, tables) else LogSumExpF64.rows(at, into, to - from, n, tables)
            }
        } else if (inputs[0].elements == n * inner && inner <= ReduceScratch.CELLS && n >= 2 * ROWS) {
            // blocks of rows, each one thread's, whose results are rows that are reduced once more
            val blocks = minOf(ReduceScratch.BLOCKS, n / ROWS)
            val length = (n - 1) / blocks + 1
            val down = inner.toLong() * type.bytes
            val partials = ReduceScratch.get().partials
            val count = (n - 1) / length + 1
            Workers.range(count, 1) { from, to ->
                for (i in from until to) columns(type, x + i * length * down, partials + i * down, 1, minOf(length, n - i * length), inner)
            }
            columns(type, partials, y, 1, count, inner)
        } else {
            columns(type, x, y, inputs[0].elements / n / inner, n, inner)
        }
    }

    private fun columns(type: DType, x: Long, y: Long, outer: Int, n: Int, inner: Int) {
        val down = inner.toLong() * type.bytes
        ColumnPanels(type, outer, n, inner, AT_ONCE).each { at, first, columns ->
            val into = y + first.toLong() * type.bytes
            val tables = ReduceScratch.get().cells
            if (type == DType.F32) {
                LogSumExpF32.columns(x + at, into, down, n, columns, tables)
            } else {
                LogSumExpF64.columns(x + at, into, down, n, columns, tables)
            }
        }
    }

    /** From so many numbers on the definition's loops are slower. */
    private const val MANY = 1 shl 18

    /** Rows of a block. */
    private const val ROWS = 256

    /** Panels are as wide as a table: columns are read once, and rows in long pieces. */
    private const val AT_ONCE = 32
}
