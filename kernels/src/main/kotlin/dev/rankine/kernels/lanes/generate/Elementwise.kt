package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.ops.CastAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.Value
import dev.rankine.shapes.DType

/** An elementwise primitive as a generated loop, one for each element type. */
internal class Elementwise<A : Any>(private val row: RowTerm) : VectorKernel<A>() {
    private val sweeps = arrayOfNulls<Sweep>(TYPES * TYPES)
    private val refused = BooleanArray(TYPES * TYPES)

    override fun accepts(attributes: A, inputs: Array<Value>): Boolean = sweep(attributes, inputs) != null

    override fun compute(attributes: A, inputs: Array<Value>, outputs: Array<Value>) {
        sweep(attributes, inputs)!!.run(NONE, inputs, outputs)
    }

    private fun sweep(attributes: A, inputs: Array<Value>): Sweep? {
        val from = inputs[inputs.size - 1].dtype
        val to = if (attributes is CastAttributes) attributes.dtype else from
        val key = from.ordinal * TYPES + to.ordinal
        sweeps[key]?.let { return it }
        if (refused[key]) return null
        // two threads may make it twice; the classes they use are the same
        return make(attributes, inputs).also { if (it != null) sweeps[key] = it else refused[key] = true }
    }

    private fun make(attributes: A, inputs: Array<Value>): Sweep? {
        val operands = inputs.mapIndexed { i, input -> Operand(i, input.dtype.lane) }
        val term = row.term(attributes, operands, inputs.map { it.dtype }) ?: return null
        return Sweep(Graph(listOf(term)), inputs.size)
    }

    private companion object {
        val TYPES = DType.entries.size
        val NONE = LongArray(0)
    }
}

/** A generated loop for every elementwise primitive. */
internal val elementwiseKernels: List<Pair<Op<*>, VectorKernel<*>>> = rowTerms.map { (op, row) -> op to Elementwise<Any>(row) }
