package dev.rankine.kernels.lanes

import dev.rankine.kernels.LaneKernels
import dev.rankine.kernels.VectorKernel
import dev.rankine.ops.Kernel
import dev.rankine.ops.Op
import dev.rankine.ops.Value

/** All kernels by op; the first that accepts a call runs it. */
internal class KernelTable : LaneKernels {
    private val table: Array<Array<VectorKernel<*>>?>

    init {
        val all = arithmeticKernels + reduceKernels + softmaxKernels + layerNormKernels + batchNormKernels + crossEntropyKernels + nllKernels
        val size = (all.maxOfOrNull { it.first.index } ?: -1) + 1
        table = arrayOfNulls(size)
        for ((op, kernel) in all) table[op.index] = (table[op.index] ?: emptyArray()) + kernel
    }

    @Suppress("UNCHECKED_CAST")
    override fun <A : Any> find(op: Op<A>, attributes: A, inputs: Array<Value>): Kernel<A>? {
        if (op.index >= table.size) return null
        val list = table[op.index] ?: return null
        for (kernel in list) if ((kernel as VectorKernel<A>).accepts(attributes, inputs)) return kernel
        return null
    }
}
