package dev.rankine.kernels.lanes

import dev.rankine.kernels.Workers
import dev.rankine.kernels.address
import dev.rankine.ops.AxisAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.Value
import dev.rankine.shapes.DType

/**
 * `scatter_add` along the last axis, for float32 rows that lie one after another and fit in an array: each goes there, is added to, and goes on to the
 * result. A quarter of the elements of 1024 x 1024, with the zeros of the operand: 0.63 ms with a copy of the operand before, 0.34 so
 * (AMD EPYC (Zen 4), 512 bits, one thread, JDK 25).
 */
internal object AddToRows {
    fun fits(attributes: AxisAttributes, inputs: Array<Value>, outputs: Array<Value>): Boolean {
        val (x, index, source) = inputs
        val last = x.rank - 1
        if (x.dtype != DType.F32 || index.dtype != DType.I64 || last < 0 || attributes.axis != last) return false
        val width = x.sizes[last]
        if (width > ArrayRow.LONGEST || index.sizes[last] < width / 16) return false
        for (axis in 0 until last) if (index.sizes[axis] != x.sizes[axis]) return false
        return x.layout.isContiguous && source.layout.isContiguous && source.sizes == index.sizes && outputs[0].layout.isContiguous
    }

    fun compute(op: Op<AxisAttributes>, attributes: AxisAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val (x, index, source) = inputs
        val width = x.sizes[x.rank - 1]
        chosen(op, attributes, inputs, outputs, index, width) { chosen ->
            val columns = index.sizes[index.rank - 1]
            val rows = chosen.count / columns
            val (from, added, to) = longArrayOf(x.address(), source.address(), outputs[0].address())
            Workers.range(rows, maxOf(1, GRAIN / width)) { first, last ->
                val sums = ArrayRow.get().sums
                for (row in first until last) {
                    ArrayLanes.load(from + 4L * row * width, sums, width)
                    ArrayRow.addWide(sums, chosen.at(row * columns), added + 4L * row * columns, columns)
                    ArrayLanes.store(sums, to + 4L * row * width, width)
                }
            }
        }
    }

    private const val GRAIN = 1 shl 14
}
