package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.kernels.Workers
import dev.rankine.kernels.address
import dev.rankine.ops.Evaluator
import dev.rankine.ops.Value
import dev.rankine.shapes.DType
import dev.rankine.shapes.Layout

/**
 * Products and other sums of narrow numbers: computed by [product] in a wider type and rounded (integers: cut) once. The operands are
 * widened to memory of the backend's pool, which is given back at the end. What the change of type costs is in [Narrow].
 *
 * @property places whether operands and results of int64 stay as they are; otherwise there are none.
 */
internal class Narrowed<in A : Any>(private val dtype: DType, private val product: VectorKernel<A>, private val places: Boolean = false) :
    VectorKernel<A>() {
    private val wide = if (dtype.isFloating) DType.F32 else DType.I32

    override fun accepts(attributes: A, inputs: Array<Value>): Boolean =
        inputs[0].dtype == dtype && inputs.all { it.dtype == dtype || (places && it.dtype == DType.I64) }

    override fun compute(attributes: A, inputs: Array<Value>, outputs: Array<Value>) {
        val operands = Array(inputs.size) { like(inputs[it]) }
        val results = Array(outputs.size) { like(outputs[it]) }
        try {
            for (i in inputs.indices) if (operands[i] !== inputs[i]) widen(inputs[i], operands[i])
            product.compute(attributes, operands, results)
            for (i in outputs.indices) if (results[i] !== outputs[i]) narrow(results[i], outputs[i])
        } finally {
            for (i in inputs.indices) if (operands[i] !== inputs[i]) release(operands[i])
            for (i in outputs.indices) if (results[i] !== outputs[i]) release(results[i])
        }
    }

    private fun like(x: Value): Value =
        if (x.dtype == dtype) Value(wide, Layout.of(x.sizes), x.backend, x.backend.allocate(wide, x.elements)) else x

    private fun release(x: Value) = Evaluator.store(x).release("the kernel that made it")

    private fun narrow(result: Value, output: Value) {
        val x = result.address()
        val y = output.address()
        Workers.range(result.elements, GRAIN) { from, to ->
            narrow(to - from, x + wide.bytes * from.toLong(), y + dtype.bytes * from.toLong())
        }
    }

    /** Line after line of the last axis; a value without an axis is a line of one. */
    private fun widen(x: Value, y: Value) {
        if (x.elements == 0) return
        val rank = x.rank
        val length = if (rank == 0) 1 else x.sizes[rank - 1]
        val step = if (rank == 0) 1L else x.layout.stride(rank - 1).toLong()
        val from = x.address()
        val into = y.address()
        Workers.range(x.elements / length, maxOf(1, GRAIN / length)) { first, last ->
            for (line in first until last) {
                var rest = line
                var at = 0L
                for (axis in rank - 2 downTo 0) {
                    at += rest % x.sizes[axis] * x.layout.stride(axis).toLong()
                    rest /= x.sizes[axis]
                }
                widen(length, from + dtype.bytes * at, step, into + wide.bytes * (line.toLong() * length))
            }
        }
    }

    private fun widen(count: Int, x: Long, step: Long, y: Long): Unit =
        when (dtype) {
            DType.F16 -> Narrow.fromFloat16(count, x, step, y)
            DType.BF16 -> Narrow.fromBFloat16(count, x, step, y)
            DType.I16 -> Narrow.fromShorts(count, x, step, y)
            DType.U8 -> Narrow.fromUnsignedBytes(count, x, step, y)
            else -> Narrow.fromBytes(count, x, step, y)
        }

    private fun narrow(count: Int, x: Long, y: Long): Unit =
        when (dtype) {
            DType.F16 -> Narrow.toFloat16(count, x, y)
            DType.BF16 -> Narrow.toBFloat16(count, x, y)
            DType.I16 -> Narrow.toShorts(count, x, y)
            else -> Narrow.toBytes(count, x, y)
        }

    private companion object {
        const val GRAIN = 1 shl 15
    }
}
