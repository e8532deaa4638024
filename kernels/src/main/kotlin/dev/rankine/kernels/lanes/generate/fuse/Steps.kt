package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.ops.Op
import dev.rankine.ops.ReduceAttributes
import dev.rankine.ops.Spec
import dev.rankine.ops.Trace
import dev.rankine.ops.Value
import dev.rankine.ops.amaxOp
import dev.rankine.ops.aminOp
import dev.rankine.ops.sumOp
import dev.rankine.ops.symbol
import dev.rankine.shapes.DType
import java.util.IdentityHashMap

/** From a trace of maps of elements and reductions to the steps that compute it. */
internal class Steps(private val sweeps: Sweeps) {
    private val steps = ArrayList<Step>()
    private val specs = ArrayList<Spec>()
    private val numbers = IdentityHashMap<Trace.Node, Int>()
    private var inputs = 0

    /** A kernel that computes the [results] of a call of so many [inputs], or null if more than maps and reductions is in it. */
    fun of(results: Array<Value>, inputs: Int): VectorKernel<Any>? {
        this.inputs = inputs
        val targets = IntArray(results.size) { stored(results[it]) ?: return null }
        if (targets.any { it < inputs } || targets.distinct().size != targets.size) return null
        return Stepped(steps, specs, inputs, targets)
    }

    /** The number of [value] among inputs and temporaries, after a step that computes it if there is none yet. */
    private fun stored(value: Value): Int? {
        val symbol = value.symbol ?: return null
        val node = symbol.node ?: return symbol.index
        numbers[node]?.let { return it }
        val number = if (node.op in REDUCTIONS) reduction(node, value) else map(value)
        return number?.also { numbers[node] = it }
    }

    private fun map(value: Value): Int? {
        val translation = Translation(value.sizes) { inner -> if (inner.symbol?.node === value.symbol?.node) null else stored(inner) }
        val term = translation.term(value) ?: return null
        val sweep = sweeps.of(Graph(listOf(term)), translation.sources.size) ?: return null
        return temporary(value) { MapStep(sweep, translation.sources, translation.numbers.toLongArray(), it) }
    }

    private fun reduction(node: Trace.Node, value: Value): Int? = sumOfMap(node, value) ?: reductionOfStored(node, value)

    private fun reductionOfStored(node: Trace.Node, value: Value): Int? {
        val x = stored(node.inputs[0]) ?: return null
        return temporary(value) { ReduceStep(node.op, node.attributes, x, it) }
    }

    /** The sum of a map over the last axes: its loop and the sum go together, block by block. */
    private fun sumOfMap(node: Trace.Node, value: Value): Int? {
        val x = node.inputs[0]
        val axes = (node.attributes as ReduceAttributes).axes
        val isLast = axes == (x.rank - axes.size until x.rank).toList() && axes.isNotEmpty()
        if (node.op !== sumOp || !isLast || (x.dtype != DType.F32 && x.dtype != DType.F64) || x.symbol?.node?.op !in rowTerms) return null
        val translation = Translation(x.sizes) { inner -> if (inner.symbol?.node === x.symbol?.node) null else stored(inner) }
        val term = translation.term(x) ?: return null
        val sweep = sweeps.of(Graph(listOf(term)), translation.sources.size) ?: return null
        return temporary(
            value,
        ) { SumStep(sweep, translation.sources, translation.numbers.toLongArray(), Spec(x.dtype, x.sizes), axes.size, it) }
    }

    private fun temporary(value: Value, step: (Int) -> Step): Int {
        val number = inputs + specs.size
        specs.add(Spec(value.dtype, value.sizes))
        steps.add(step(number))
        return number
    }

    private companion object {
        val REDUCTIONS: Set<Op<*>> = setOf(sumOp, amaxOp, aminOp)
    }
}
