package dev.rankine.ops.plain.kernels

import dev.rankine.ops.Conv2dGradientAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.plain.Workers
import dev.rankine.shapes.DType

/*
 * The gradient of a convolution for its weight: for every kernel element and output the sum, over all images, of products of two planes.
 * Large planes have a kernel of their own, PlaneProducts; here, where they are small, it is a product of matrices. Image after image is
 * added, in order; threads share the elements of the kernels.
 */

/** [dev.rankine.ops.conv2dWeightGradient]. */
internal object Conv2dWeightGradientF32 : PlainKernel<Conv2dGradientAttributes> {
    override fun accepts(attributes: Conv2dGradientAttributes, inputs: Array<Value>): Boolean = inputs.all { it.dtype == DType.F32 }

    override fun run(attributes: Conv2dGradientAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val dw = outputs[0]
        if (dw.elements == 0) return
        val plan = ConvolutionPlan(attributes.convolution, inputs[0].sizes, dw.sizes, inputs[1].sizes)
        val x = DenseF32.of(inputs[0])
        val dy = DenseF32.of(inputs[1])
        when {
            PlaneProductsF32.suit(plan) -> PlaneProductsF32(plan, x, dy).sum(dw)
            plan.taps < plan.outputs || plan.images == 0 -> byOutputs(plan, x, dy, dw)
            else -> byTaps(plan, x, dy, dw)
        }
    }

    /** Elements of the kernels to the right. */
    private fun byTaps(plan: ConvolutionPlan, x: DenseF32, dy: DenseF32, dw: Value) {
        val blocks = (plan.taps + GEMM_WIDTH - 1) / GEMM_WIDTH
        val small = plan.work < 2e5
        // no sum depends on how many rows go into a tile: as many as leave work for every thread
        val share = if (small) plan.outputs else (plan.outputs * blocks * plan.groups + Workers.count - 1) / Workers.count
        val rows = minOf(plan.outputs, (share + 2) / 3 * 3).coerceAtLeast(minOf(plan.outputs, 6))
        val down = (plan.outputs + rows - 1) / rows
        val count = plan.groups * blocks * down
        Workers.range(count, if (small) maxOf(1, count) else 1) { from, to ->
            val image = PixelsF32(plan, x.array)
            for (tile in from until to) {
                val row = tile % down * rows
                val column = tile / down % blocks * GEMM_WIDTH
                tile(plan, image, x, dy, dw, tile / down / blocks, row, minOf(rows, plan.outputs - row), column)
            }
        }
    }

    private fun tile(
        plan: ConvolutionPlan,
        image: PixelsF32,
        x: DenseF32,
        dy: DenseF32,
        dw: Value,
        group: Int,
        row: Int,
        rows: Int,
        column: Int,
    ) {
        val width = minOf(GEMM_WIDTH, plan.taps - column)
        val total = FloatArray(rows * width)
        val sums = MatrixF32(total, -row * width - column, width, 1)
        for (i in 0 until plan.images) {
            image.read(x.offset + plan.inputStart(i, group))
            val upstream = MatrixF32(dy.array, dy.offset + plan.resultStart(i, group), plan.pixels, 1)
            GemmF32.block(row, row + rows, column, column + width, plan.pixels, upstream, image, sums, fresh = i == 0)
        }
        val into = dw.floats()
        val start = dw.layout.offset + plan.weightStart(group)
        for (i in total.indices) into[start + (row + i / width) * plan.taps + image.tap(column + i % width)] = total[i]
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
