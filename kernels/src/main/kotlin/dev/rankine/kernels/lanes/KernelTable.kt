package dev.rankine.kernels.lanes

import dev.rankine.kernels.Deferring
import dev.rankine.kernels.LaneKernels
import dev.rankine.kernels.VectorKernel
import dev.rankine.ops.Backend
import dev.rankine.ops.Deferral
import dev.rankine.ops.Definition
import dev.rankine.ops.Kernel
import dev.rankine.ops.Op
import dev.rankine.ops.Value
import java.util.concurrent.ConcurrentHashMap

/** All kernels by op; the first that accepts a call runs it. A composite without one is a generated loop where its definition allows it. */
internal class KernelTable : LaneKernels {
    private val table: Array<Array<VectorKernel<*>>?>
    private val fusion = Fusion()
    private val steps = ConcurrentHashMap<Op<*>, GeneratedStep>()

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
                recurrentKernels,
                attentionKernels,
                convolutionKernels,
                reduceKernels,
                softmaxKernels,
                layerNormKernels,
                batchNormKernels,
                groupNormKernels,
                crossEntropyKernels,
                nllKernels,
                castKernels,
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
        return step(op, attributes, inputs) as Kernel<A>? ?: fusion.find(op, attributes, inputs)
    }

    /** The loop of the step of an optimizer, for many parameters at once. */
    private fun step(op: Op<*>, attributes: Any, inputs: Array<Value>): Kernel<Any>? {
        val body = op.body
        if (body !is Definition || !body.elementwise) return null
        @Suppress("UNCHECKED_CAST")
        val step = steps[op] ?: steps.getOrPut(op) { GeneratedStep(body as Definition<Any>) }
        return step.takeIf { it.accepts(attributes, inputs) }
    }

    override fun deferral(backend: Backend, deferring: Deferring): Deferral = DeferredLoops(backend, deferring, ::part)

    /** The call as a piece of a larger loop, or null if it is none. */
    private fun part(op: Op<*>, attributes: Any, inputs: Array<Value>): Part? {
        if (!op.isElementwise && op.body !is Definition) return null
        @Suppress("UNCHECKED_CAST")
        val kernel = find(op as Op<Any>, attributes, inputs)
        @Suppress("UNCHECKED_CAST")
        return if (kernel is Fused) kernel.part(attributes, inputs) else (kernel as? Elementwise<Any>)?.part(attributes, inputs)
    }
}
