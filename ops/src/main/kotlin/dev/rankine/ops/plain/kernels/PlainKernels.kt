package dev.rankine.ops.plain.kernels

import dev.rankine.ops.Kernel
import dev.rankine.ops.Op
import dev.rankine.ops.Value

/** The fast table of the plain backend: a list of kernels by op; the first that accepts the call runs it. */
internal object PlainKernels {
    private val table: Array<List<PlainKernel<*>>?> = build()

    @Suppress("UNCHECKED_CAST")
    fun <A : Any> find(op: Op<A>, attributes: A, inputs: Array<Value>): Kernel<A>? {
        val list = table.getOrNull(op.index) ?: return null
        return list.firstOrNull { (it as PlainKernel<A>).accepts(attributes, inputs) } as Kernel<A>?
    }

    private fun build(): Array<List<PlainKernel<*>>?> {
        val all =
            fillKernels + moveKernels + indexKernels + randomKernels +
                arithmeticKernels + comparisonKernels + functionKernels + geluKernels + choiceKernels + castKernels +
                sumKernels + extremeKernels +
                matrixKernels + poolKernels +
                softmaxKernels + layerNormKernels + batchNormKernels + crossEntropyKernels + stepKernels
        val size = (all.maxOfOrNull { it.first.index } ?: -1) + 1
        val table = arrayOfNulls<List<PlainKernel<*>>>(size)
        for ((op, kernel) in all) table[op.index] = table[op.index].orEmpty() + kernel
        return table
    }
}

/** A kernel on arrays. */
internal interface PlainKernel<in A : Any> : Kernel<A> {
    /** Whether the kernel can run this call: element types, layouts. */
    fun accepts(attributes: A, inputs: Array<Value>): Boolean
}
