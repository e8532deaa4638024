package dev.rankine.ops.plain.kernels

import dev.rankine.ops.AxisAttributes
import dev.rankine.ops.Value
import dev.rankine.shapes.DType

/** Row by row of the index, on one thread: where indices repeat the sum has one order. Sums in float. */
internal object ScatterAddF32 : PlainKernel<AxisAttributes> {
    override fun accepts(attributes: AxisAttributes, inputs: Array<Value>): Boolean =
        inputs[0].dtype == DType.F32 && inputs.all { it.rank > 0 }

    override fun run(attributes: AxisAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val (x, index, source) = inputs
        val y = outputs[0]
        val axis = attributes.axis
        val chosen = chosen("scatter_add", index, x, x.sizes[axis])
        copyElements(x.array(), x.layout, y.array(), y.layout)
        if (chosen.isEmpty()) return
        val last = index.rank - 1
        val columns = index.sizes[last]
        val (from, to) = source.floats() to y.floats()
        val step = y.layout.stride(axis)
        val walk = if (axis == last) 0 else y.layout.stride(last)
        val read = source.layout.stride(last)
        for (row in 0 until chosen.size / columns) {
            val into = rowStart(row, index.sizes, y.layout, axis)
            val at = rowStart(row, index.sizes, source.layout, -1)
            for (j in 0 until columns) to[into + chosen[row * columns + j] * step + j * walk] += from[at + j * read]
        }
    }
}
