package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.kernels.Workers
import dev.rankine.kernels.address
import dev.rankine.ops.BatchNormAttributes
import dev.rankine.ops.Value
import dev.rankine.shapes.DType

/**
 * Batch normalization where an image has fewer than eight numbers of a channel, as in `[N, C]`: R images are rows, their numbers columns, of which
 * every channel has [length]. Channels are taken in panels of fixed width, each one thread's. Moments are taken column by column, then joined.
 * Figures: [BatchNormKernels].
 */
private class Panels(x: Value) {
    val type = x.dtype
    val bytes = type.bytes.toLong()
    val images: Int = x.sizes[0]
    val channels: Int = x.sizes[1]
    val length: Int = (2 until x.rank).fold(1) { product, axis -> product * x.sizes[axis] }

    /** How many numbers a channel has. */
    val count: Double = images.toDouble() * length

    /** Bytes from an image to the next. */
    val down: Long = channels * length * bytes

    /** Calls [body] for every panel: its first channel, and how many it has. */
    inline fun each(crossinline body: (first: Int, channels: Int, scratch: ReduceScratch) -> Unit) {
        val wide = WIDTH / length
        val panels = (channels + wide - 1) / wide
        val grain = (ROW_ELEMENTS / maxOf(1, images.toLong() * WIDTH)).toInt().coerceAtLeast(1)
        val range = { from: Int, to: Int ->
            val scratch = ReduceScratch.get()
            for (panel in from until to) body(panel * wide, minOf(wide, channels - panel * wide), scratch)
        }
        if (panels <= grain) range(0, panels) else Workers.range(panels, grain, range)
    }

    /** Sets the numbers of [array] for the columns of channel [channel] of a panel. */
    fun put(array: Long, channel: Int, number: Double) {
        for (i in channel * length until (channel + 1) * length) putFloating(type, array + i * bytes, number)
    }

    /** The sum of the [cells] of the columns of channel [channel] of a panel. */
    fun joined(cells: Long, channel: Int): Double {
        var total = 0.0
        for (i in channel * length until (channel + 1) * length) total += doubleCell(cells, i)
        return total
    }
}

/** [dev.rankine.ops.batchNormOp] by columns. */
internal object BatchNormColumnsForward : VectorKernel<BatchNormAttributes>() {
    override fun accepts(attributes: BatchNormAttributes, inputs: Array<Value>): Boolean = isVectorType(inputs) && isShort(inputs[0])

    override fun compute(attributes: BatchNormAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        inOrder(inputs) { dense ->
            val panels = Panels(dense[0])
            val type = panels.type
            val (y, means, variances) = outputs.map { it.address() }
            val weights = if (attributes.hasWeight) dense[1].address() else 0
            val biases = if (attributes.hasBias) dense.last().address() else 0
            panels.each { first, channels, scratch ->
                val start = first * panels.length * panels.bytes
                val x = dense[0].address() + start
                val columns = channels * panels.length
                val sums = scratch.cells
                val squares = sums + WIDTH * CELL
                val totals = squares + WIDTH * CELL
                val levels = scratch.numbers
                clear(sums, columns)
                if (type == DType.F32) {
                    SumF32.rows(x, panels.down, panels.images, columns, sums, scratch.numbers)
                } else {
                    SumF64.rows(x, panels.down, panels.images, columns, sums, scratch.numbers)
                }
                for (c in 0 until channels) {
                    setDoubleCell(totals, c, panels.joined(sums, c) / panels.count)
                    panels.put(levels, c, doubleCell(totals, c))
                }
                clear(sums, columns)
                clear(squares, columns)
                if (type == DType.F32) {
                    ColumnsF32.distances(x, panels.down, panels.images, columns, levels, sums, squares, scratch.tile)
                } else {
                    ColumnsF64.distances(x, panels.down, panels.images, columns, levels, sums, squares, scratch.tile)
                }
                for (c in 0 until channels) {
                    val at = (first + c) * panels.bytes
                    val level = floating(type, levels + c * panels.length * panels.bytes)
                    val lost = panels.joined(sums, c) / panels.count
                    val variance = Math.max(0.0, panels.joined(squares, c) / panels.count - lost * lost)
                    val scale = (if (weights == 0L) 1.0 else floating(type, weights + at)) / Math.sqrt(variance + attributes.eps)
                    val bias = if (biases == 0L) 0.0 else floating(type, biases + at)
                    val rest = lost * scale
                    panels.put(levels + APART, c, scale)
                    panels.put(levels + 2 * APART, c, if (rest.isFinite()) bias - rest else bias)
                    putFloating(type, means + at, if (level.isFinite()) level + lost else doubleCell(totals, c))
                    putFloating(type, variances + at, variance)
                }
                val scales = levels + APART
                val shifts = levels + 2 * APART
                if (type == DType.F32) {
                    ColumnsF32.standard(x, y + start, panels.down, panels.images, columns, levels, scales, shifts)
                } else {
                    ColumnsF64.standard(x, y + start, panels.down, panels.images, columns, levels, scales, shifts)
                }
            }
        }
    }
}

/** [dev.rankine.ops.batchNormGradientOp] by columns. */
internal object BatchNormColumnsBackward : VectorKernel<BatchNormAttributes>() {
    override fun accepts(attributes: BatchNormAttributes, inputs: Array<Value>): Boolean = isVectorType(inputs) && isShort(inputs[1])

    override fun compute(attributes: BatchNormAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        inOrder(inputs) { dense ->
            val panels = Panels(dense[1])
            val type = panels.type
            val weights = if (attributes.hasWeight) dense[4].address() else 0
            val means = dense[2].address()
            val variances = dense[3].address()
            val (_, dw, db) = outputs.map { it.address() }
            panels.each { first, channels, scratch ->
                val start = first * panels.length * panels.bytes
                val dy = dense[0].address() + start
                val x = dense[1].address() + start
                val dx = outputs[0].address() + start
                val columns = channels * panels.length
                val sums = scratch.cells
                val products = sums + WIDTH * CELL
                val arrays = scratch.numbers
                val levels = arrays + 2 * APART
                for (c in 0 until channels) panels.put(levels, c, floating(type, means + (first + c) * panels.bytes))
                clear(sums, columns)
                clear(products, columns)
                if (type == DType.F32) {
                    ColumnsF32.products(dy, x, panels.down, panels.images, columns, levels, sums, products, scratch.tile)
                } else {
                    ColumnsF64.products(dy, x, panels.down, panels.images, columns, levels, sums, products, scratch.tile)
                }
                for (c in 0 until channels) {
                    val at = (first + c) * panels.bytes
                    val root = 1 / Math.sqrt(floating(type, variances + at) + attributes.eps)
                    val scale = root * if (weights == 0L) 1.0 else floating(type, weights + at)
                    val product = panels.joined(products, c)
                    val mean = panels.joined(sums, c) / panels.count
                    putFloating(type, dw + at, product * root)
                    putFloating(type, db + at, panels.joined(sums, c))
                    panels.put(arrays, c, mean)
                    panels.put(arrays + APART, c, scale)
                    panels.put(arrays + 3 * APART, c, scale * root * root * product / panels.count)
                    panels.put(arrays + 4 * APART, c, scale * (mean - floating(type, arrays + c * panels.length * panels.bytes)))
                }
                if (type == DType.F32) {
                    ColumnsF32.gradient(dy, x, dx, panels.down, panels.images, columns, arrays, APART)
                } else {
                    ColumnsF64.gradient(dy, x, dx, panels.down, panels.images, columns, arrays, APART)
                }
                for (c in 0 until channels) {
                    val i = c * panels.length * panels.bytes
                    if ((0 until 5).all { it == 2 || floating(type, arrays + it * APART + i).isFinite() }) continue
                    val at = (first + c) * panels.bytes
                    val level = floating(type, means + at)
                    val root = 1 / Math.sqrt(floating(type, variances + at) + attributes.eps)
                    val weight = if (weights == 0L) 1.0 else floating(type, weights + at)
                    val n = panels.length
                    if (type == DType.F32) {
                        BatchNormF32.special(dy + i, x + i, dx + i, panels.images, panels.down, n, level.toFloat(), root, weight)
                    } else {
                        BatchNormF64.special(dy + i, x + i, dx + i, panels.images, panels.down, n, level, root, weight)
                    }
                }
            }
        }
    }
}

/** Whether an image has few numbers of each channel of [x], but some. */
private fun isShort(x: Value): Boolean = (2 until x.rank).fold(1) { product, axis -> product * x.sizes[axis] } in 1 until SHORTEST_LINE

private fun clear(cells: Long, count: Int) {
    for (i in 0 until count) setDoubleCell(cells, i, 0.0)
}

private const val CELL = 8L

/** The most columns of a panel: two sums of each fit the cells, five numbers of each the numbers of [ReduceScratch]. */
private const val WIDTH = 256

/** Bytes between the arrays of numbers of a panel. */
private const val APART = WIDTH * 8L
