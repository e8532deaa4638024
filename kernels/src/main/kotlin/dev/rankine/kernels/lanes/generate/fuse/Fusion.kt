package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.ops.Definition
import dev.rankine.ops.Op
import dev.rankine.ops.Trace
import dev.rankine.ops.Value
import dev.rankine.ops.symbol
import dev.rankine.shapes.DType
import dev.rankine.shapes.RankineException
import dev.rankine.shapes.Sizes
import java.util.concurrent.ConcurrentHashMap

/**
 * Composites as generated loops. A definition is traced once for each combination of attributes, element types and sizes, for it may
 * branch on these; calls that differ in numbers only share their loops.
 */
internal class Fusion {
    /** What was found for a call: a kernel, or null. */
    private class Entry(val attributes: Any, val types: Array<DType>, val sizes: Array<Sizes>, val kernel: VectorKernel<Any>?) {
        fun isFor(attributes: Any, inputs: Array<Value>): Boolean {
            if (inputs.size != types.size) return false
            for (i in inputs.indices) if (inputs[i].dtype != types[i] || inputs[i].sizes != sizes[i]) return false
            return attributes == this.attributes
        }
    }

    /** What is known of one composite. */
    private class Known {
        @Volatile var last: Entry? = null

        @Volatile var refused = 0
        val entries = ConcurrentHashMap<List<Any>, Entry>()
    }

    private val known = ConcurrentHashMap<Op<*>, Known>()
    private val sweeps = Sweeps()

    /** The loop of the call, or null if its definition is none. */
    fun find(op: Op<*>, attributes: Any, inputs: Array<Value>): VectorKernel<Any>? {
        val body = op.body as? Definition<*> ?: return null
        val known = known[op] ?: known.getOrPut(op) { Known() }
        if (known.refused >= PATIENCE) return null
        val last = known.last
        val entry =
            if (last != null &&
                last.isFor(attributes, inputs)
            ) {
                last
            } else {
                entry(known, body, attributes, inputs).also { known.last = it }
            }
        return entry.kernel?.takeIf { it.accepts(attributes, inputs) }
    }

    private fun entry(known: Known, body: Definition<*>, attributes: Any, inputs: Array<Value>): Entry {
        val key = listOf(attributes) + inputs.map { it.dtype } + inputs.map { it.sizes }
        known.entries[key]?.let { return it }
        if (known.entries.size > LARGEST) known.entries.clear()
        val kernel = fuse(body, attributes, inputs)
        // draws are attributes: an op that never is a loop is not asked for each of them
        if (kernel != null) known.refused = Int.MIN_VALUE else known.refused++
        val entry = Entry(attributes, Array(inputs.size) { inputs[it].dtype }, Array(inputs.size) { inputs[it].sizes }, kernel)
        return entry.also { known.entries[key] = it }
    }

    @Suppress("UNCHECKED_CAST")
    private fun fuse(body: Definition<*>, attributes: Any, inputs: Array<Value>): VectorKernel<Any>? {
        val results =
            try {
                Trace.of(inputs) { symbols -> (body as Definition<Any>).define(attributes, symbols) }
            } catch (_: RankineException) {
                return null // the call is wrong: the definition says so when it runs, in the name of the op that was called
            }
        return loop(results, inputs.size) ?: Steps(sweeps).of(results, inputs.size)
    }

    private fun loop(results: Array<Value>, inputs: Int): VectorKernel<Any>? {
        if (results.any { it.sizes != results[0].sizes }) return null
        val translation = Translation(results[0].sizes) { value -> value.symbol?.takeIf { it.node == null }?.index }
        val graph = Graph(results.map { translation.term(it) ?: return null })
        val sweep = sweeps.of(graph, translation.sources.size) ?: return null
        return Fused(graph, sweep, translation.sources, translation.numbers.toLongArray(), inputs)
    }

    private companion object {
        const val PATIENCE = 8
        const val LARGEST = 1024
    }
}
