package dev.rankine.kernels.lanes

import dev.rankine.kernels.LaneKernels
import dev.rankine.kernels.VectorKernel
import dev.rankine.ops.Kernel
import dev.rankine.ops.Op
import dev.rankine.ops.Value

/** All kernels by op; the first that accepts a call runs it. A composite without one is a generated loop where its definition allows it. */
internal class KernelTable : LaneKernels {
    private val table: Array<Array<VectorKernel<*>>?>
    private val fusion = Fusion()

    init {
        // special kernels come before general ones
        val all =
            listOf(
                createKernels,
                randomKernels,
                stepKernels,
                indexKernels,
                moveKernels,
                contractKernels,
                convolutionKernels,
                reduceKernels,
                softmaxKernels,
                layerNormKernels,
                batchNormKernels,
                groupNormKernels,
                crossEntropyKernels,
                nllKernels,
                elementwiseKernels,
            ).flatten()
        val size = (all.maxOfOrNull { it.first.index } ?: -1) + 1
        table = arrayOfNulls(size)
        for ((op, kernel) in all) table[op.index] = (table[op.index] ?: emptyArray()) + kernel
    }

    @Suppress("UNCHECKED_CAST")
    override fun <A : Any> find(op: Op<A>, attributes: A, inputs: Array<Value>): Kernel<A>? {
        val list = if (op.index < table.size) table[op.index] else null
        if (list != null) for (kernel in list) if ((kernel as VectorKernel<A>).accepts(attributes, inputs)) return kernel
        return fusion.find(op, attributes, inputs)
    }
}
