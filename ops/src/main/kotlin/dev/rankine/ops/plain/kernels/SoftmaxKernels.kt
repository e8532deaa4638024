package dev.rankine.ops.plain.kernels

import dev.rankine.ops.Op
import dev.rankine.ops.SoftmaxAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.logSoftmaxOp
import dev.rankine.ops.plain.Workers
import dev.rankine.ops.softmaxOp
import dev.rankine.shapes.DType

/** Softmax and its logarithm along the last axis of float32 and float64 values laid out in order. */
internal val softmaxKernels: List<Pair<Op<*>, PlainKernel<*>>> =
    listOf(softmaxOp to SoftmaxF32, softmaxOp to SoftmaxF64, logSoftmaxOp to LogSoftmaxF32, logSoftmaxOp to LogSoftmaxF64)

/** Rows along the last axis, laid out in order. */
internal abstract class LastAxisKernel(private val dtype: DType) : PlainKernel<SoftmaxAttributes> {
    override fun accepts(attributes: SoftmaxAttributes, inputs: Array<Value>): Boolean {
        val x = inputs[0]
        return x.dtype == dtype && x.rank > 0 && attributes.axis == x.rank - 1 && x.layout.isContiguous
    }

    override fun run(attributes: SoftmaxAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val n = inputs[0].sizes[-1]
        if (n > 0) Workers.range(inputs[0].elements / n, rowGrain(n)) { from, to -> rows(inputs[0], outputs[0], n, from, to) }
    }

    /** Computes rows [from] up to [to] of [n] elements each. */
    protected abstract fun rows(input: Value, output: Value, n: Int, from: Int, to: Int)
}

private object SoftmaxF64 : LastAxisKernel(DType.F64) {
    override fun rows(input: Value, output: Value, n: Int, from: Int, to: Int) {
        val x = input.doubles()
        val y = output.doubles()
        for (row in from until to) {
            val at = input.layout.offset + row * n
            val into = output.layout.offset + row * n
            softmaxRow(n, { x[at + it] }, { y[into + it] }) { i, value -> y[into + i] = value }
        }
    }
}

private object LogSoftmaxF32 : LastAxisKernel(DType.F32) {
    override fun rows(input: Value, output: Value, n: Int, from: Int, to: Int) {
        val x = input.floats()
        val y = output.floats()
        for (row in from until to) {
            val at = input.layout.offset + row * n
            val into = output.layout.offset + row * n
            logSoftmaxRow(n, { x[at + it].toDouble() }) { i, value -> y[into + i] = value.toFloat() }
        }
    }
}

private object LogSoftmaxF64 : LastAxisKernel(DType.F64) {
    override fun rows(input: Value, output: Value, n: Int, from: Int, to: Int) {
        val x = input.doubles()
        val y = output.doubles()
        for (row in from until to) {
            val at = input.layout.offset + row * n
            val into = output.layout.offset + row * n
            logSoftmaxRow(n, { x[at + it] }) { i, value -> y[into + i] = value }
        }
    }
}
