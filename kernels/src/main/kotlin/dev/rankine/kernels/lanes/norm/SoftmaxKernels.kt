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
 * Softmax, or its [logarithms], of float32 and float64 along the last axis: rows of n numbers.
 *
 * Float32 on an AMD EPYC (Zen 4) at 512 bits, one thread, JDK 25, the plain backend in brackets: `[4096, 1000]` 1.9 ms (11.3), logarithms 2.0 ms
 * (24.8); `[2048, 64]` 0.12 ms (0.57); `[128, 10]` 4.3 us (5.4), logarithms 3.8 us (9.4). With the gradient: `[4096, 1000]` 4.0 ms, logarithms 4.6 ms;
 * `[128, 10]` 9.0 us, logarithms 15 us.
 */
private class LastAxis(private val logarithms: Boolean) : VectorKernel<SoftmaxAttributes>() {
    override fun accepts(attributes: SoftmaxAttributes, inputs: Array<Value>): Boolean =
        isVectorType(inputs[0]) && inputs[0].rank > 0 && attributes.axis == inputs[0].rank - 1

    override fun compute(attributes: SoftmaxAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val n = inputs[0].sizes[-1]
        if (inputs[0].elements == 0) return
        inOrder(inputs[0]) { dense ->
            val type = dense.dtype
            val x = dense.address()
            val y = outputs[0].address()
            forRows(dense.elements / n, n) { from, to ->
                val at = from.toLong() * n * type.bytes
                val scratch = ReduceScratch.get()
                when {
                    type == DType.F32 && logarithms -> SoftmaxF32.logarithms(x + at, y + at, to - from, n, scratch.cells, scratch.tile)
                    type == DType.F32 -> SoftmaxF32.softmax(x + at, y + at, to - from, n, scratch.cells, scratch.tile)
                    logarithms -> SoftmaxF64.logarithms(x + at, y + at, to - from, n, scratch.cells, scratch.tile)
                    else -> SoftmaxF64.softmax(x + at, y + at, to - from, n, scratch.cells, scratch.tile)
                }
            }
        }
    }
}

/** The gradient of softmax, or of its [logarithms], along the last axis, from the arriving gradient and the result. Figures: [LastAxis]. */
private class LastAxisGradient(private val logarithms: Boolean) : VectorKernel<SoftmaxAttributes>() {
    override fun accepts(attributes: SoftmaxAttributes, inputs: Array<Value>): Boolean =
        isVectorType(inputs) && inputs[0].rank > 0 && attributes.axis == inputs[0].rank - 1

    override fun compute(attributes: SoftmaxAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val n = inputs[0].sizes[-1]
        if (inputs[0].elements == 0) return
        inOrder(inputs) { dense ->
            val type = dense[0].dtype
            val (g, y) = dense.map { it.address() }
            val dx = outputs[0].address()
            forRows(dense[0].elements / n, n) { from, to ->
                val at = from.toLong() * n * type.bytes
                val tile = ReduceScratch.get().tile
                val rows = to - from
                when {
                    type == DType.F32 && logarithms -> SoftmaxGradientF32.logarithms(g + at, y + at, dx + at, rows, n, tile)
                    type == DType.F32 -> SoftmaxGradientF32.softmax(g + at, y + at, dx + at, rows, n, tile)
                    logarithms -> SoftmaxGradientF64.logarithms(g + at, y + at, dx + at, rows, n, tile)
                    else -> SoftmaxGradientF64.softmax(g + at, y + at, dx + at, rows, n, tile)
                }
            }
        }
    }
}

/** Softmax, its logarithm, and their gradients. */
internal val softmaxKernels: List<Pair<Op<*>, VectorKernel<*>>> =
    listOf(
        softmaxOp to LastAxis(logarithms = false),
        logSoftmaxOp to LastAxis(logarithms = true),
        softmaxGradientOp to LastAxisGradient(logarithms = false),
        logSoftmaxGradientOp to LastAxisGradient(logarithms = true),
    )
