package dev.rankine.ops.plain.kernels

import dev.rankine.ops.Conv2dAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.plain.Workers
import dev.rankine.shapes.DType

// As ConvolutionF32, for float64.

/** The matrix of columns of one group of one image: `[taps, pixels]`. */
internal class ColumnsF64(private val plan: ConvolutionPlan, private val x: DoubleArray, private val start: Int) :
    LeftF64,
    RightF64 {
    private val stride = plan.attributes.stride[1]

    override fun pack(k: Int, depth: Int, column: Int, width: Int, into: Array<DoubleArray>) {
        if (width == 0 || !plan.rowsAreShared) {
            for (i in 0 until depth) row(k + i, column, width, into[i])
            return
        }
        var tap = k
        while (tap < k + depth) {
            val channel = tap / plan.area
            val end = minOf(k + depth, (channel + 1) * plan.area)
            shifted(channel, tap - channel * plan.area, end - channel * plan.area, column, width, into, tap - k)
            tap = end
        }
    }

    /** Writes [width] pixels from [pixel] on for kernel elements [from] until [to] of [channel] to `into[at]`, `into[at + 1]`, ... */
    fun shifted(channel: Int, from: Int, to: Int, pixel: Int, width: Int, into: Array<DoubleArray>, at: Int) {
        val first = pixel / plan.resultWidth
        val rows = (pixel + width - 1) / plan.resultWidth - first + 1 + plan.reach
        val shifts = shifts(plan.kernelWidth * rows * plan.resultWidth)
        for (j in 0 until plan.kernelWidth) shift(channel, j, first - plan.attributes.padding[0], rows, shifts, j * rows * plan.resultWidth)
        val begin = pixel - first * plan.resultWidth
        for (tap in from until to) {
            val down = tap / plan.kernelWidth * plan.attributes.dilation[0]
            val run = (tap % plan.kernelWidth * rows + down) * plan.resultWidth + begin
            System.arraycopy(shifts, run, into[at + tap - from], 0, width)
        }
    }

    /** Rows [first] to `first + rows` of [channel] as column [j] of its kernels sees them, one after another. */
    private fun shift(channel: Int, j: Int, first: Int, rows: Int, into: DoubleArray, at: Int) {
        val right = j * plan.attributes.dilation[1] - plan.attributes.padding[1]
        val inside = plan.inside(right)
        val outside = plan.outside(right)
        var to = at
        for (y in first until first + rows) {
            val end = to + plan.resultWidth
            if (y < 0 || y >= plan.height || outside <= inside) {
                into.fill(0.0, to, end)
            } else {
                var from = start + channel * plan.plane + y * plan.width + inside * stride + right
                for (i in to until to + inside) into[i] = 0.0
                for (i in to + inside until to + outside) {
                    into[i] = x[from]
                    from += stride
                }
                for (i in to + outside until end) into[i] = 0.0
            }
            to = end
        }
    }

    override fun pack(row: Int, rows: Int, k: Int, depth: Int, into: DoubleArray) {
        val line = DoubleLanes.scratch(0)
        for (r in 0 until rows) {
            row(row + r, k, depth, line)
            for (i in 0 until depth) into[place(i, r, rows)] = line[i]
        }
    }

    private fun row(tap: Int, pixel: Int, count: Int, into: DoubleArray) {
        plan.meet(tap, pixel, pixel + count) { begin, first, last, end, at ->
            into.fill(0.0, begin, first)
            val from = start + at
            if (stride == 1) {
                if (last > first) System.arraycopy(x, from, into, first, last - first)
            } else {
                for (i in first until last) into[i] = x[from + (i - first) * stride]
            }
            into.fill(0.0, last, end)
        }
    }

    companion object {
        private val scratch: ThreadLocal<DoubleArray> = ThreadLocal.withInitial { DoubleArray(Lanes.CHUNK) }

        private fun shifts(elements: Int): DoubleArray {
            val held = scratch.get()
            return if (held.size >= elements) held else DoubleArray(elements).also { scratch.set(it) }
        }

        /** Adds the matrix of columns [columns], some taps of some pixels, to the planes they were cut from. */
        fun addBack(plan: ConvolutionPlan, columns: DoubleArray, taps: IntRange, pixel: Int, count: Int, into: DoubleArray, start: Int) {
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
internal object Conv2dF64 : PlainKernel<Conv2dAttributes> {
    override fun accepts(attributes: Conv2dAttributes, inputs: Array<Value>): Boolean = inputs.all { it.dtype == DType.F64 }

    override fun run(attributes: Conv2dAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val y = outputs[0]
        val plan = ConvolutionPlan(attributes, inputs[0].sizes, inputs[1].sizes, y.sizes)
        slide(plan, DenseF64.of(inputs[0]), DenseF64.of(inputs[1]), inputs.getOrNull(2)?.let { DenseF64.of(it) }, y)
    }

    /** Slides the kernels of [weight] over the planes of [x]. */
    fun slide(plan: ConvolutionPlan, x: DenseF64, weight: DenseF64, bias: DenseF64?, y: Value) {
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
                val kernels = MatrixF64(weight.array, weight.offset + plan.weightStart(group), plan.taps, 1)
                val result = MatrixF64(y.doubles(), y.layout.offset + plan.resultStart(image, group), plan.pixels, 1)
                val source = ColumnsF64(plan, x.array, x.offset + plan.inputStart(image, group))
                GemmF64.block(row, rowEnd, pixel, end, plan.taps, kernels, source, result)
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

/** The elements of a value one after another: its own array, or a copy where they lie otherwise. */
internal class DenseF64(val array: DoubleArray, val offset: Int) {
    companion object {
        fun of(x: Value): DenseF64 {
            if (x.layout.isContiguous) return DenseF64(x.doubles(), x.layout.offset)
            val copy = DoubleArray(x.elements)
            DoubleLanes.gather(x.doubles(), Walk(x.layout), 0, x.elements, copy)
            return DenseF64(copy, 0)
        }
    }
}
