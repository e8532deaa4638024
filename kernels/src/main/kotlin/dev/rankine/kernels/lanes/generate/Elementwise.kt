package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.ops.CastAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.Value
import dev.rankine.shapes.DType

/** An elementwise primitive as a generated loop, one for each element type; see [Sweep] for what it costs. */
internal class Elementwise<A : Any>(private val row: RowTerm) : VectorKernel<A>() {
    private val sweeps = arrayOfNulls<Sweep>(TYPES * TYPES)
    private val refused = BooleanArray(TYPES * TYPES)
    private val parts = arrayOfNulls<Part>(TYPES * TYPES)
    private val isNoPart = BooleanArray(TYPES * TYPES)

    /** The call as a piece of a larger loop, or null if it is none. */
    fun part(attributes: A, inputs: Array<Value>): Part? {
        val key = key(attributes, inputs)
        parts[key]?.let { return it }
        if (isNoPart[key]) return null
        val part = graph(attributes, inputs)?.let { Part.of(it, NONE, this, attributes, inputs) }
        return part.also { if (it != null) parts[key] = it else isNoPart[key] = true }
    }

    override fun accepts(attributes: A, inputs: Array<Value>): Boolean = sweep(attributes, inputs) != null

    override fun compute(attributes: A, inputs: Array<Value>, outputs: Array<Value>) {
        sweep(attributes, inputs)!!.run(NONE, inputs, outputs)
    }

    private fun sweep(attributes: A, inputs: Array<Value>): Sweep? {
        val key = key(attributes, inputs)
        sweeps[key]?.let { return it }
        if (refused[key]) return null
        // two threads may make it twice; the classes they use are the same
        return make(attributes, inputs).also { if (it != null) sweeps[key] = it else refused[key] = true }
    }

    private fun key(attributes: A, inputs: Array<Value>): Int {
        val from = inputs[inputs.size - 1].dtype
        val to = if (attributes is CastAttributes) attributes.dtype else from
        return from.ordinal * TYPES + to.ordinal
    }

    private fun make(attributes: A, inputs: Array<Value>): Sweep? = graph(attributes, inputs)?.let { Sweep(it, inputs.size) }

    private fun graph(attributes: A, inputs: Array<Value>): Graph? {
        val operands = inputs.mapIndexed { i, input -> Operand(i, input.dtype.lane) }
        return row.term(attributes, operands, inputs.map { it.dtype })?.let { Graph(listOf(it)) }
    }

    private companion object {
        val TYPES = DType.entries.size
        val NONE = LongArray(0)
    }
}

/** A generated loop for every elementwise primitive. */
internal val elementwiseKernels: List<Pair<Op<*>, VectorKernel<*>>> = rowTerms.map { (op, row) -> op to Elementwise<Any>(row) }
