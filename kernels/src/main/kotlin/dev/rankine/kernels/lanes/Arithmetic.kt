package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.kernels.Workers
import dev.rankine.kernels.address
import dev.rankine.ops.Op
import dev.rankine.ops.Value
import dev.rankine.ops.add
import dev.rankine.shapes.DType

internal object Add : VectorKernel<Unit>() {
    override fun accepts(attributes: Unit, inputs: Array<Value>): Boolean = inputs.all { it.dtype == DType.F32 && it.layout.isContiguous }

    override fun compute(attributes: Unit, inputs: Array<Value>, outputs: Array<Value>) {
        val a = inputs[0].address()
        val b = inputs[1].address()
        val y = outputs[0].address()
        val n = outputs[0].elements
        if (n <= GRAIN) return AddF32.add(a, b, y, n)
        Workers.range(n, GRAIN) { from, to -> AddF32.add(a + 4L * from, b + 4L * from, y + 4L * from, to - from) }
    }

    private const val GRAIN = 1 shl 15
}

internal val arithmeticKernels: List<Pair<Op<*>, VectorKernel<*>>> = listOf(add to Add)
