package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.kernels.Workers
import dev.rankine.kernels.address
import dev.rankine.ops.AxisAttributes
import dev.rankine.ops.Evaluator
import dev.rankine.ops.Op
import dev.rankine.ops.Value
import dev.rankine.ops.noGrad
import dev.rankine.ops.scatterAddOp
import dev.rankine.ops.scatterOp
import dev.rankine.ops.scope
import dev.rankine.ops.to
import dev.rankine.shapes.DType

/**
 * Row by row of the index. Every element of the result belongs to one thread, which visits the index in its order: where the axis is the
 * last one, threads share the rows; otherwise the columns.
 *
 * 1024 x 1024 float32 numbers to places along the last axis 2.2 ms; added along the last axis 2.3 ms, along the first 7.8, as many in a line 2.7
 * (the loops of the rows 6.4, 7.5 and 7.0) (AMD EPYC (Zen 4), 512 bits, one thread, JDK 25).
 */
internal sealed class ScatterRows(private val op: Op<AxisAttributes>) : VectorKernel<AxisAttributes>() {
    override fun accepts(attributes: AxisAttributes, inputs: Array<Value>): Boolean = true

    override fun compute(attributes: AxisAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val (x, index, source) = inputs
        if (index.elements == 0) return copyElements(x, outputs[0])
        if (isSummedInArrays(attributes, inputs, outputs)) return AddToRows.compute(op, attributes, inputs, outputs)
        chosen(op, attributes, inputs, outputs, index, axes(x.sizes)[attributes.axis]) { chosen ->
            copyElements(x, outputs[0])
            val scatter = Rows(attributes.axis, index, source, outputs[0])
            if (scatter.sharesRows) {
                val grain = maxOf(1, GRAIN / scatter.columns)
                if (scatter.rows <= grain) {
                    scatter.run(chosen, 0, scatter.rows, 0, scatter.columns)
                } else {
                    Workers.range(scatter.rows, grain) { from, to -> scatter.run(chosen, from, to, 0, scatter.columns) }
                }
            } else {
                val grain = maxOf(LINE, GRAIN / scatter.rows)
                if (scatter.columns <= grain) {
                    scatter.run(chosen, 0, scatter.rows, 0, scatter.columns)
                } else {
                    Workers.range(scatter.columns, grain) { from, to -> scatter.run(chosen, 0, scatter.rows, from, to) }
                }
            }
        }
    }

    private inner class Rows(private val axis: Int, index: Value, private val source: Value, private val y: Value) {
        private val sizes = axes(index.sizes)
        private val last = sizes.rank - 1
        private val from = source.address()
        private val into = y.address()
        private val read = step(source, last)
        private val step = step(y, axis)
        private val walk = if (axis == last) 0L else step(y, last)
        val columns = sizes[last]
        val rows = index.elements / columns
        val sharesRows = axis == last

        fun run(chosen: Chosen, firstRow: Int, endRow: Int, first: Int, end: Int) {
            for (row in firstRow until endRow) {
                val a = rowStart(source, from, row, sizes, -1) + first * read
                val at = rowStart(y, into, row, sizes, axis) + first * walk
                row(y.dtype, a, read, chosen.at(row * columns + first), chosen.isWide, at, step, walk, end - first)
            }
        }
    }

    /** Whether rows are added to in an array on their way from the operand to the result. */
    protected open fun isSummedInArrays(attributes: AxisAttributes, inputs: Array<Value>, outputs: Array<Value>): Boolean = false

    /** One row: elements of [dtype] at [a], [read] bytes apart, go where [index] says. */
    protected abstract fun row(dtype: DType, a: Long, read: Long, index: Long, wide: Boolean, y: Long, step: Long, walk: Long, columns: Int)

    private companion object {
        const val GRAIN = 1 shl 14
        const val LINE = 64
    }
}

internal object Scatter : ScatterRows(scatterOp) {
    override fun row(dtype: DType, a: Long, read: Long, index: Long, wide: Boolean, y: Long, step: Long, walk: Long, columns: Int) =
        ScatterRow.scatter(dtype.bytes, a, read, index, wide, y, step, walk, columns)
}

/** Sums in the type of the elements. */
internal object ScatterAdd : ScatterRows(scatterAddOp) {
    override fun accepts(attributes: AxisAttributes, inputs: Array<Value>): Boolean = !isSummedWider(inputs[0].dtype)

    override fun isSummedInArrays(attributes: AxisAttributes, inputs: Array<Value>, outputs: Array<Value>): Boolean =
        AddToRows.fits(attributes, inputs, outputs)

    override fun row(dtype: DType, a: Long, read: Long, index: Long, wide: Boolean, y: Long, step: Long, walk: Long, columns: Int) =
        when (dtype) {
            DType.F32 -> ScatterAddRow.f32(a, read, index, wide, y, step, walk, columns)
            DType.F64 -> ScatterAddRow.f64(a, read, index, wide, y, step, walk, columns)
            DType.I64 -> ScatterAddRow.i64(a, read, index, wide, y, step, walk, columns)
            DType.I32 -> ScatterAddRow.i32(a, read, index, wide, y, step, walk, columns)
            DType.I16 -> ScatterAddRow.i16(a, read, index, wide, y, step, walk, columns)
            else -> ScatterAddRow.i8(a, read, index, wide, y, step, walk, columns)
        }
}

/** Small floats are summed as float32 and rounded once; booleans are counted. */
internal class SummedWider(private val op: Op<AxisAttributes>) : VectorKernel<AxisAttributes>() {
    override fun accepts(attributes: AxisAttributes, inputs: Array<Value>): Boolean = isSummedWider(inputs[0].dtype)

    override fun compute(attributes: AxisAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val (x, index, source) = inputs
        val wider = if (x.dtype == DType.BOOL) DType.I64 else DType.F32
        noGrad {
            scope(op.name) {
                val sum = Evaluator.apply(op, attributes, arrayOf(to(x, wider), index, to(source, wider)))[0]
                copyElements(to(sum, x.dtype), outputs[0])
            }
        }
    }
}

internal fun isSummedWider(dtype: DType): Boolean = dtype == DType.F16 || dtype == DType.BF16 || dtype == DType.BOOL
