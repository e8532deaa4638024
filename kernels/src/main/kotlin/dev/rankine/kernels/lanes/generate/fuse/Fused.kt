package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.ops.Value

/** A composite as one generated loop. Figures: [Sweep]. */
internal class Fused(
    private val graph: Graph,
    private val sweep: Sweep,
    private val sources: List<Source>,
    private val numbers: LongArray,
    inputs: Int,
) : VectorKernel<Any>() {
    private var part: Part? = null
    private var isNoPart = false
    private val isDirect = sources.size == inputs && sources.withIndex().all { (i, source) -> source.input == i && source.views.isEmpty() }

    /** The call as a piece of a larger loop, or null if it is none. */
    fun part(attributes: Any, inputs: Array<Value>): Part? {
        if (part == null && !isNoPart) {
            val isSeen = sources.any { it.views.isNotEmpty() }
            part = if (isSeen) null else Part.of(graph, numbers, this, attributes, inputs, sources.map { it.input })
            isNoPart = part == null
        }
        return part
    }

    override fun accepts(attributes: Any, inputs: Array<Value>): Boolean =
        isDirect || sources.all { it.views.isEmpty() || it.layout(inputs[it.input].layout) != null }

    override fun compute(attributes: Any, inputs: Array<Value>, outputs: Array<Value>) {
        sweep.run(numbers, if (isDirect) inputs else Array(sources.size) { sources[it].of(inputs) }, outputs)
    }
}
