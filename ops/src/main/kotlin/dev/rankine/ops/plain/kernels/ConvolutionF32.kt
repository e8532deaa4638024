package dev.rankine.ops.plain.kernels

import dev.rankine.ops.Conv2dAttributes
import dev.rankine.ops.Conv2dGradientAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.plain.Workers
import dev.rankine.shapes.DType

/*
 * Convolutions as products of matrices. The matrix of columns (kernel elements down, pixels of the result to the right) is never stored:
 * the product asks for blocks of it and they are cut out of the image row by row.
 */

/** The matrix of columns of one group of one image: `[taps, pixels]`. */
internal class ColumnsF32(private val plan: ConvolutionPlan, private val x: FloatArray, private val start: Int) :
    LeftF32,
    RightF32 {
    private val stride = plan.attributes.stride[1]

    override fun pack(k: Int, depth: Int, column: Int, width: Int, into: Array<FloatArray>) {
        for (i in 0 until depth) row(k + i, column, width, into[i])
    }

    override fun pack(row: Int, rows: Int, k: Int, depth: Int, into: FloatArray) {
        val line = FloatLanes.scratch(0)
        for (r in 0 until rows) {
            row(row + r, k, depth, line)
            for (i in 0 until depth) into[place(i, r, rows)] = line[i]
        }
    }

    /** The transposed matrix, `[pixels, taps]`. */
    fun transposed(): RightF32 =
        RightF32 { k, depth, column, width, into ->
            val line = FloatLanes.scratch(0)
            for (j in 0 until width) {
                row(column + j, k, depth, line)
                for (i in 0 until depth) into[i][j] = line[i]
            }
        }

    private fun row(tap: Int, pixel: Int, count: Int, into: FloatArray) {
        plan.meet(tap, pixel, pixel + count) { begin, first, last, end, at ->
            into.fill(0f, begin, first)
            val from = start + at
            if (stride == 1) {
                if (last > first) System.arraycopy(x, from, into, first, last - first)
            } else {
                for (i in first until last) into[i] = x[from + (i - first) * stride]
            }
            into.fill(0f, last, end)
        }
    }

    companion object {
        /** Adds the matrix of columns [columns], of pixels [pixel] until `pixel + count` and some taps, to the planes they were cut from. */
        fun addBack(plan: ConvolutionPlan, columns: FloatArray, taps: IntRange, pixel: Int, count: Int, into: FloatArray, start: Int) {
            val stride = plan.attributes.stride[1]
            for (tap in taps) {
                val row = (tap - taps.first) * count
                plan.meet(tap, pixel, pixel + count) { _, first, last, _, at ->
                    val to = start + at
                    for (i in first until last) into[to + (i - first) * stride] += columns[row + i]
                }
            }
        }
    }
}

/** [dev.rankine.ops.conv2d]. */
internal object Conv2dF32 : PlainKernel<Conv2dAttributes> {
    override fun accepts(attributes: Conv2dAttributes, inputs: Array<Value>): Boolean = inputs.all { it.dtype == DType.F32 }

    override fun run(attributes: Conv2dAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val y = outputs[0]
        val plan = ConvolutionPlan(attributes, inputs[0].sizes, inputs[1].sizes, y.sizes)
        val x = DenseF32.of(inputs[0])
        val weight = DenseF32.of(inputs[1])
        val bias = inputs.getOrNull(2)?.let { DenseF32.of(it) }
        val blocks = (plan.pixels + GEMM_WIDTH - 1) / GEMM_WIDTH
        val columns = plan.images * plan.groups * blocks
        val tiles = Tiles.of(plan.outputs, columns, plan.work)
        Workers.range(tiles.count, tiles.grain) { from, to ->
            for (tile in from until to) {
                val part = tile % columns / blocks
                val (image, group) = part / plan.groups to part % plan.groups
                val pixel = tile % blocks * GEMM_WIDTH
                val end = minOf(plan.pixels, pixel + GEMM_WIDTH)
                val row = tile / columns * tiles.rows
                val rowEnd = minOf(plan.outputs, row + tiles.rows)
                val kernels = MatrixF32(weight.array, weight.offset + plan.weightStart(group), plan.taps, 1)
                val result = MatrixF32(y.floats(), y.layout.offset + plan.resultStart(image, group), plan.pixels, 1)
                val source = ColumnsF32(plan, x.array, x.offset + plan.inputStart(image, group))
                GemmF32.block(row, rowEnd, pixel, end, plan.taps, kernels, source, result)
                if (bias == null) continue
                for (r in row until rowEnd) {
                    val number = bias.array[bias.offset + group * plan.outputs + r]
                    val at = result.offset + r * plan.pixels
                    for (i in at + pixel until at + end) result.array[i] += number
                }
            }
        }
    }
}

/** [dev.rankine.ops.conv2dInputGradient]. A thread owns whole channels of an image, so that nothing is added from two sides. */
internal object Conv2dInputGradientF32 : PlainKernel<Conv2dGradientAttributes> {
    override fun accepts(attributes: Conv2dGradientAttributes, inputs: Array<Value>): Boolean = inputs.all { it.dtype == DType.F32 }

    override fun run(attributes: Conv2dGradientAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val dx = outputs[0]
        val plan = ConvolutionPlan(attributes.convolution, dx.sizes, inputs[1].sizes, inputs[0].sizes)
        val dy = DenseF32.of(inputs[0])
        val weight = DenseF32.of(inputs[1])
        val into = dx.floats()
        into.fill(0f, dx.layout.offset, dx.layout.offset + dx.elements)
        val parts = plan.images * plan.groups
        val perChannel = plan.kernelHeight * plan.kernelWidth
        val chunks = if (plan.work < 2e5 || parts >= 2 * Workers.count) 1 else minOf(plan.channels, 2 * Workers.count)
        val channels = (plan.channels + maxOf(chunks, 1) - 1) / maxOf(chunks, 1)
        val grain = if (plan.work < 2e5) maxOf(1, parts) else 1
        Workers.range(parts * chunks, grain) { from, to ->
            for (task in from until to) {
                val (image, group) = task / chunks / plan.groups to task / chunks % plan.groups
                val first = task % chunks * channels
                val taps = first * perChannel until minOf(plan.channels, first + channels) * perChannel
                if (taps.isEmpty()) continue
                val kernels = MatrixF32(weight.array, weight.offset + plan.weightStart(group) + taps.first, 1, plan.taps)
                val columns = FloatArray((taps.last + 1 - taps.first) * minOf(GEMM_WIDTH, plan.pixels))
                for (pixel in 0 until plan.pixels step GEMM_WIDTH) {
                    val count = minOf(GEMM_WIDTH, plan.pixels - pixel)
                    val source = MatrixF32(dy.array, dy.offset + plan.resultStart(image, group) + pixel, plan.pixels, 1)
                    val product = MatrixF32(columns, 0, count, 1)
                    GemmF32.block(0, taps.last + 1 - taps.first, 0, count, plan.outputs, kernels, source, product)
                    ColumnsF32.addBack(plan, columns, taps, pixel, count, into, dx.layout.offset + plan.inputStart(image, group))
                }
            }
        }
    }
}

/** [dev.rankine.ops.conv2dWeightGradient]: image after image is added, in order; threads share the elements of the kernels. */
internal object Conv2dWeightGradientF32 : PlainKernel<Conv2dGradientAttributes> {
    override fun accepts(attributes: Conv2dGradientAttributes, inputs: Array<Value>): Boolean = inputs.all { it.dtype == DType.F32 }

    override fun run(attributes: Conv2dGradientAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val dw = outputs[0]
        val plan = ConvolutionPlan(attributes.convolution, inputs[0].sizes, dw.sizes, inputs[1].sizes)
        val x = DenseF32.of(inputs[0])
        val dy = DenseF32.of(inputs[1])
        if (plan.taps < plan.outputs || plan.images == 0) byOutputs(plan, x, dy, dw) else byTaps(plan, x, dy, dw)
    }

    /** Elements of the kernels to the right: the long axis if kernels are larger than outputs are many. */
    private fun byTaps(plan: ConvolutionPlan, x: DenseF32, dy: DenseF32, dw: Value) {
        val share = (plan.taps + 2 * Workers.count - 1) / (2 * Workers.count)
        val width = ((share + 15) and -16).coerceIn(64, GEMM_WIDTH)
        val blocks = (plan.taps + width - 1) / width
        Workers.range(plan.groups * blocks, if (plan.work < 2e5) maxOf(1, plan.groups * blocks) else 1) { from, to ->
            for (tile in from until to) {
                val (group, column) = tile / blocks to tile % blocks * width
                val end = minOf(plan.taps, column + width)
                val sums = MatrixF32(dw.floats(), dw.layout.offset + plan.weightStart(group), plan.taps, 1)
                for (image in 0 until plan.images) {
                    val source = ColumnsF32(plan, x.array, x.offset + plan.inputStart(image, group)).transposed()
                    val upstream = MatrixF32(dy.array, dy.offset + plan.resultStart(image, group), plan.pixels, 1)
                    GemmF32.block(0, plan.outputs, column, end, plan.pixels, upstream, source, sums, fresh = image == 0)
                }
            }
        }
    }

    /** Outputs to the right. */
    private fun byOutputs(plan: ConvolutionPlan, x: DenseF32, dy: DenseF32, dw: Value) {
        val into = dw.floats()
        val blocks = (plan.outputs + GEMM_WIDTH - 1) / GEMM_WIDTH
        val tiles = Tiles.of(plan.taps, plan.groups * blocks, plan.work)
        Workers.range(tiles.count, tiles.grain) { from, to ->
            for (tile in from until to) {
                val column = tile % blocks * GEMM_WIDTH
                val end = minOf(plan.outputs, column + GEMM_WIDTH)
                val group = tile / blocks % plan.groups
                val row = tile / (blocks * plan.groups) * tiles.rows
                val rows = minOf(plan.taps, row + tiles.rows) - row
                val total = FloatArray(rows * (end - column))
                val sums = MatrixF32(total, -row * (end - column) - column, end - column, 1)
                for (image in 0 until plan.images) {
                    val source = ColumnsF32(plan, x.array, x.offset + plan.inputStart(image, group))
                    val upstream = MatrixF32(dy.array, dy.offset + plan.resultStart(image, group), 1, plan.pixels)
                    GemmF32.block(row, row + rows, column, end, plan.pixels, source, upstream, sums, fresh = image == 0)
                }
                val start = dw.layout.offset + plan.weightStart(group)
                for (i in total.indices) {
                    val (tap, output) = row + i / (end - column) to column + i % (end - column)
                    into[start + output * plan.taps + tap] = total[i]
                }
            }
        }
    }
}

/** The elements of a value one after another: its own array, or a copy where they lie otherwise. */
internal class DenseF32 private constructor(val array: FloatArray, val offset: Int) {
    companion object {
        fun of(x: Value): DenseF32 {
            if (x.layout.isContiguous) return DenseF32(x.floats(), x.layout.offset)
            val copy = FloatArray(x.elements)
            FloatLanes.gather(x.floats(), Walk(x.layout), 0, x.elements, copy)
            return DenseF32(copy, 0)
        }
    }
}
