package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.ops.Evaluator
import dev.rankine.ops.Value

/** A composite as one generated loop. */
internal class Fused(private val sweep: Sweep, private val sources: List<Source>, private val numbers: LongArray, inputs: Int) :
    VectorKernel<Any>() {
    private val isDirect = sources.size == inputs && sources.withIndex().all { (i, source) -> source.input == i && source.views.isEmpty() }

    override fun accepts(attributes: Any, inputs: Array<Value>): Boolean =
        isDirect || sources.all { it.views.isEmpty() || it.layout(inputs[it.input].layout) != null }

    override fun compute(attributes: Any, inputs: Array<Value>, outputs: Array<Value>) {
        sweep.run(numbers, if (isDirect) inputs else Array(sources.size) { operand(sources[it], inputs) }, outputs)
    }

    private fun operand(source: Source, inputs: Array<Value>): Value {
        val input = inputs[source.input]
        if (source.views.isEmpty()) return input
        return Value(input.dtype, source.layout(input.layout)!!, input.backend, Evaluator.store(input))
    }
}
