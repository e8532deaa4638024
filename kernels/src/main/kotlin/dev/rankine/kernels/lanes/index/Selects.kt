package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.kernels.Workers
import dev.rankine.kernels.address
import dev.rankine.ops.AxisAttributes
import dev.rankine.ops.EmbeddingAttributes
import dev.rankine.ops.OneHotAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.embeddingOp
import dev.rankine.ops.gatherOp
import dev.rankine.ops.indexSelectOp
import dev.rankine.ops.oneHotOp
import dev.rankine.shapes.Sizes

/**
 * Slices are block moves; slices of one element are gathered. 8192 rows of 768 float32 numbers out of 32,000 take 3.6 ms (14 GB/s), 1024 columns of
 * 1024 x 1024 0.64 ms (512 of them, by arrays, 0.18); the loops of the rows 3.0 and 8.9 (AMD EPYC (Zen 4), 512 bits, one thread, JDK 25).
 */
internal object IndexSelect : VectorKernel<AxisAttributes>() {
    override fun accepts(attributes: AxisAttributes, inputs: Array<Value>): Boolean = true

    override fun compute(attributes: AxisAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val (x, index) = inputs
        val slices = Slices(x.sizes, attributes.axis)
        chosen(indexSelectOp, attributes, inputs, outputs, index, slices.size) { chosen ->
            if (outputs[0].elements > 0) dense(x) { select(it.address(), chosen, outputs[0], slices) }
        }
    }
}

/** Rows of a table are block moves: 8192 of 768 float32 numbers out of 32,000 take 3.2 ms. */
internal object Embedding : VectorKernel<EmbeddingAttributes>() {
    override fun accepts(attributes: EmbeddingAttributes, inputs: Array<Value>): Boolean = true

    override fun compute(attributes: EmbeddingAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val (weight, index) = inputs
        val slices = Slices(weight.sizes, 0)
        chosen(embeddingOp, attributes, inputs, outputs, index, slices.size) { chosen ->
            if (outputs[0].elements > 0) dense(weight) { select(it.address(), chosen, outputs[0], slices) }
        }
    }
}

private fun select(from: Long, chosen: Chosen, y: Value, slices: Slices) {
    val size = y.dtype.bytes
    val to = y.address()
    val units = slices.outer * chosen.count
    val grain = maxOf(1, GRAIN / slices.inner)
    if (units <= grain) return selectUnits(from, chosen, to, slices, size, 0, units)
    Workers.range(units, grain) { first, last -> selectUnits(from, chosen, to, slices, size, first, last) }
}

private fun selectUnits(from: Long, chosen: Chosen, to: Long, slices: Slices, size: Int, first: Int, last: Int) {
    val bytes = slices.inner.toLong() * size
    if (size == 4 && isPicked(slices, chosen, last - first)) return pickUnits(from, chosen, to, slices, first, last)
    var unit = first
    while (unit < last) {
        val outer = unit / chosen.count
        val j = unit % chosen.count
        val count = minOf(last - unit, chosen.count - j)
        val start = from + outer * slices.size * bytes
        val into = to + unit * bytes
        if (slices.inner == 1) {
            GatherRow.gather(size, start, bytes, 0, chosen.at(j), chosen.isWide, into, count)
        } else {
            for (i in 0 until count) {
                CopyRows.copy(start + Indices.get(chosen.address, chosen.isWide, j + i) * bytes, 0, into + i * bytes, 0, 1, bytes)
            }
        }
        unit += count
    }
}

/** Whether rows are short enough for an array, and used often enough to be copied there. */
private fun isPicked(slices: Slices, chosen: Chosen, units: Int): Boolean =
    slices.inner == 1 && slices.size <= ArrayRow.LONGEST && chosen.count in slices.size / 4..ArrayRow.MOST && units >= 4 * chosen.count

/** As [selectUnits], for slices of one element of 4 bytes. */
private fun pickUnits(from: Long, chosen: Chosen, to: Long, slices: Slices, first: Int, last: Int) {
    val row = ArrayRow.get()
    ArrayRow.places(chosen.address, chosen.isWide, row.places, chosen.count)
    var unit = first
    while (unit < last) {
        val j = unit % chosen.count
        val start = from + 4L * (unit / chosen.count) * slices.size
        val count = minOf(last - unit, chosen.count - j)
        if (count == chosen.count) {
            ArrayLanes.load(start, row.words, slices.size)
            ArrayRow.pick(row.words, row.places, to + 4L * unit, count)
        } else {
            GatherRow.gather(4, start, 4, 0, chosen.at(j), chosen.isWide, to + 4L * unit, count)
        }
        unit += count
    }
}

/**
 * Row by row of the index; the operand may lie in any layout. 1024 x 1024 float32 numbers along the last axis take 1.1 ms, along the first 3.2,
 * as many out of as many in a line 2.0 (the loop of the row 4.7, 10.3 and 5.4).
 */
internal object Gather : VectorKernel<AxisAttributes>() {
    override fun accepts(attributes: AxisAttributes, inputs: Array<Value>): Boolean = true

    override fun compute(attributes: AxisAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val (x, index) = inputs
        val axis = attributes.axis
        if (index.elements == 0) return
        chosen(gatherOp, attributes, inputs, outputs, index, axes(x.sizes)[axis]) { chosen ->
            val sizes = axes(index.sizes)
            val columns = sizes[-1]
            val rows = chosen.count / columns
            val (from, to) = x.address() to outputs[0].address()
            val grain = maxOf(1, GRAIN / columns)
            if (rows <= grain) {
                rows(x, from, axis, chosen, sizes, to, 0, rows)
            } else {
                Workers.range(rows, grain) { first, last -> rows(x, from, axis, chosen, sizes, to, first, last) }
            }
        }
    }

    private fun rows(x: Value, from: Long, axis: Int, chosen: Chosen, sizes: Sizes, to: Long, first: Int, last: Int) {
        val columns = sizes[-1]
        val step = step(x, axis)
        val walk = if (axis == sizes.rank - 1) 0 else step(x, sizes.rank - 1)
        val size = x.dtype.bytes
        for (row in first until last) {
            val at = row * columns
            val start = rowStart(x, from, row, sizes, axis)
            GatherRow.gather(size, start, step, walk, chosen.at(at), chosen.isWide, to + at.toLong() * size, columns)
        }
    }
}

/** Zeros, then ones. */
internal object OneHot : VectorKernel<OneHotAttributes>() {
    override fun accepts(attributes: OneHotAttributes, inputs: Array<Value>): Boolean = true

    override fun compute(attributes: OneHotAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val y = outputs[0]
        chosen(oneHotOp, attributes, inputs, outputs, inputs[0], attributes.classes) { chosen ->
            fillElements(0, y)
            Indices.ones(chosen.address, chosen.isWide, y.address(), attributes.classes, 0, chosen.count)
        }
    }
}

/** Elements that one thread moves at a time. */
private const val GRAIN = 1 shl 14
