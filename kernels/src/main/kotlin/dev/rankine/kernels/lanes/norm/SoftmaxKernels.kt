package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.kernels.address
import dev.rankine.ops.Op
import dev.rankine.ops.SoftmaxAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.logSoftmaxGradientOp
import dev.rankine.ops.logSoftmaxOp
import dev.rankine.ops.softmaxGradientOp
import dev.rankine.ops.softmaxOp
import dev.rankine.shapes.DType

/**
 * Softmax, or its [logarithms], of float32 and float64 along the last axis, where numbers lie in rows, or along another, where they lie in columns.
 *
 * Float32 on an AMD EPYC (Zen 4) at 512 bits, one thread, JDK 25, in brackets libtorch 2.10: `[4096, 1000]` 2.0 ms (2.5), `[8192, 128]`
 * 0.49 ms (0.68), logarithms 0.58 ms (0.65); axis 1 of `[32, 64, 1024]` 0.87 ms (3.0), of `[64, 1000, 16]` 0.41 ms (0.90). With the gradient:
 * `[8192, 128]` 0.96 ms (1.04), logarithms 1.16 ms (1.21); `[32, 64, 1024]` 2.1 ms (5.6), `[64, 1000, 16]` 0.78 ms (2.2).
 */
private class Softened(private val logarithms: Boolean) : VectorKernel<SoftmaxAttributes>() {
    override fun accepts(attributes: SoftmaxAttributes, inputs: Array<Value>): Boolean = areLinesOrColumns(attributes, inputs)

    override fun compute(attributes: SoftmaxAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        if (inputs[0].elements == 0) return
        val n = inputs[0].sizes[attributes.axis]
        val inner = innerOf(inputs[0].sizes, attributes.axis)
        inOrder(inputs[0]) { dense ->
            val isFloat = dense.dtype == DType.F32
            val x = dense.address()
            val y = outputs[0].address()
            if (inner == 1) {
                forRows(dense.elements / n, n) { from, to ->
                    val at = from.toLong() * n * dense.dtype.bytes
                    rows(isFloat, x + at, y + at, to - from, n, ReduceScratch.get())
                }
            } else {
                ColumnPanels(dense.dtype, dense.elements / n / inner, n, inner).each { at, _, columns ->
                    columns(isFloat, x + at, y + at, inner.toLong() * dense.dtype.bytes, n, columns, ReduceScratch.get().numbers)
                }
            }
        }
    }

    private fun rows(isFloat: Boolean, x: Long, y: Long, rows: Int, n: Int, s: ReduceScratch) {
        if (isFloat) {
            when {
                SoftmaxRowsF32.takes(n) && logarithms -> SoftmaxRowsF32.logarithms(x, y, rows, n, s.numbers)
                SoftmaxRowsF32.takes(n) -> SoftmaxRowsF32.softmax(x, y, rows, n, s.numbers)
                logarithms -> SoftmaxF32.logarithms(x, y, rows, n, s.cells, s.tile)
                else -> SoftmaxF32.softmax(x, y, rows, n, s.cells, s.tile)
            }
        } else {
            when {
                SoftmaxRowsF64.takes(n) && logarithms -> SoftmaxRowsF64.logarithms(x, y, rows, n, s.numbers)
                SoftmaxRowsF64.takes(n) -> SoftmaxRowsF64.softmax(x, y, rows, n, s.numbers)
                logarithms -> SoftmaxF64.logarithms(x, y, rows, n, s.cells, s.tile)
                else -> SoftmaxF64.softmax(x, y, rows, n, s.cells, s.tile)
            }
        }
    }

    private fun columns(isFloat: Boolean, x: Long, y: Long, down: Long, n: Int, columns: Int, tables: Long) {
        when {
            isFloat && logarithms -> SoftmaxColumnsF32.logarithms(x, y, down, n, columns, tables)
            isFloat -> SoftmaxColumnsF32.softmax(x, y, down, n, columns, tables)
            logarithms -> SoftmaxColumnsF64.logarithms(x, y, down, n, columns, tables)
            else -> SoftmaxColumnsF64.softmax(x, y, down, n, columns, tables)
        }
    }
}

/** The gradient of softmax, or of its [logarithms], from the arriving gradient and the result. Figures: [Softened]. */
private class SoftenedGradient(private val logarithms: Boolean) : VectorKernel<SoftmaxAttributes>() {
    override fun accepts(attributes: SoftmaxAttributes, inputs: Array<Value>): Boolean = areLinesOrColumns(attributes, inputs)

    override fun compute(attributes: SoftmaxAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        if (inputs[0].elements == 0) return
        val n = inputs[0].sizes[attributes.axis]
        val inner = innerOf(inputs[0].sizes, attributes.axis)
        inOrder(inputs) { dense ->
            val type = dense[0].dtype
            val isFloat = type == DType.F32
            val (g, y) = dense.map { it.address() }
            val dx = outputs[0].address()
            if (inner == 1) {
                forRows(dense[0].elements / n, n) { from, to ->
                    val at = from.toLong() * n * type.bytes
                    rows(isFloat, g + at, y + at, dx + at, to - from, n, ReduceScratch.get())
                }
            } else {
                ColumnPanels(type, dense[0].elements / n / inner, n, inner).each { at, _, columns ->
                    columns(isFloat, g + at, y + at, dx + at, inner.toLong() * type.bytes, n, columns, ReduceScratch.get().numbers)
                }
            }
        }
    }

    private fun rows(isFloat: Boolean, g: Long, y: Long, dx: Long, rows: Int, n: Int, s: ReduceScratch) {
        if (isFloat) {
            when {
                SoftmaxRowsF32.takes(n) && logarithms -> SoftmaxRowsF32.logarithmGradient(g, y, dx, rows, n, s.numbers)
                SoftmaxRowsF32.takesGradient(n) && !logarithms -> SoftmaxRowsF32.gradient(g, y, dx, rows, n, s.numbers)
                logarithms -> SoftmaxGradientF32.logarithms(g, y, dx, rows, n, s.tile)
                else -> SoftmaxGradientF32.softmax(g, y, dx, rows, n, s.tile)
            }
        } else {
            when {
                SoftmaxRowsF64.takes(n) && logarithms -> SoftmaxRowsF64.logarithmGradient(g, y, dx, rows, n, s.numbers)
                SoftmaxRowsF64.takesGradient(n) && !logarithms -> SoftmaxRowsF64.gradient(g, y, dx, rows, n, s.numbers)
                logarithms -> SoftmaxGradientF64.logarithms(g, y, dx, rows, n, s.tile)
                else -> SoftmaxGradientF64.softmax(g, y, dx, rows, n, s.tile)
            }
        }
    }

    private fun columns(isFloat: Boolean, g: Long, y: Long, dx: Long, down: Long, n: Int, columns: Int, tables: Long) {
        when {
            isFloat && logarithms -> SoftmaxColumnsF32.logarithmGradient(g, y, dx, down, n, columns, tables)
            isFloat -> SoftmaxColumnsF32.gradient(g, y, dx, down, n, columns, tables)
            logarithms -> SoftmaxColumnsF64.logarithmGradient(g, y, dx, down, n, columns, tables)
            else -> SoftmaxColumnsF64.gradient(g, y, dx, down, n, columns, tables)
        }
    }
}

/** Whether these have an element type of vectors, and lie along the axis in rows or in as many columns as fill a vector. */
private fun areLinesOrColumns(attributes: SoftmaxAttributes, inputs: Array<Value>): Boolean {
    if (!isVectorType(inputs) || inputs[0].rank == 0) return false
    val inner = innerOf(inputs[0].sizes, attributes.axis)
    return inner == 1 || inner >= lanesOf(inputs[0].dtype)
}

/** Softmax, its logarithm, and their gradients. */
internal val softmaxKernels: List<Pair<Op<*>, VectorKernel<*>>> =
    listOf(
        softmaxOp to Softened(logarithms = false),
        logSoftmaxOp to Softened(logarithms = true),
        softmaxGradientOp to SoftenedGradient(logarithms = false),
        logSoftmaxGradientOp to SoftenedGradient(logarithms = true),
    )
