package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.ops.ReduceAttributes
import dev.rankine.ops.Value
import dev.rankine.shapes.DType

/** Sums that are divided by the number of their terms as the definition says, after they were rounded: the same bits as there. Figures: [Reduce]. */
internal object Mean : VectorKernel<ReduceAttributes>() {
    override fun accepts(attributes: ReduceAttributes, inputs: Array<Value>): Boolean =
        inputs[0].dtype == DType.F32 || inputs[0].dtype == DType.F64

    override fun compute(attributes: ReduceAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val x = inputs[0]
        val count = attributes.axes.fold(1) { product, axis -> product * x.sizes[axis] }
        Reduce(MeanFold(x.dtype, count)).compute(attributes, inputs, outputs)
    }
}

private class MeanFold(type: DType, private val count: Int) : Fold() {
    private val isF32 = type == DType.F32
    private val sums = if (isF32) SumFoldF32 else SumFoldF64

    override fun start(cells: Long, count: Int): Unit = sums.start(cells, count)

    override fun runs(x: Long, across: Long, results: Int, step: Long, count: Int, cells: Long, tile: Long): Unit =
        sums.runs(x, across, results, step, count, cells, tile)

    override fun rows(x: Long, down: Long, rows: Int, columns: Int, cells: Long, tile: Long): Unit =
        sums.rows(x, down, rows, columns, cells, tile)

    override fun join(from: Long, count: Int, cells: Long): Unit = sums.join(from, count, cells)

    override fun finish(cells: Long, count: Int, y: Long) {
        for (i in 0 until count) {
            val sum = doubleCell(cells, i)
            setDoubleCell(cells, i, if (isF32) (sum.toFloat() / this.count.toFloat()).toDouble() else sum / this.count)
        }
        sums.finish(cells, count, y)
    }
}
