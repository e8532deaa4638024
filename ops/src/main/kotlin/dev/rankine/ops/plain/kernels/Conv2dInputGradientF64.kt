package dev.rankine.ops.plain.kernels

import dev.rankine.ops.Conv2dGradientAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.plain.Workers
import dev.rankine.shapes.DType

// As Conv2dInputGradientF32, for float64.

/** [dev.rankine.ops.conv2dInputGradient]. */
internal object Conv2dInputGradientF64 : PlainKernel<Conv2dGradientAttributes> {
    override fun accepts(attributes: Conv2dGradientAttributes, inputs: Array<Value>): Boolean = inputs.all { it.dtype == DType.F64 }

    override fun run(attributes: Conv2dGradientAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val dx = outputs[0]
        val plan = ConvolutionPlan(attributes.convolution, dx.sizes, inputs[1].sizes, inputs[0].sizes)
        val dy = DenseF64.of(inputs[0])
        val weight = DenseF64.of(inputs[1])
        val turned = plan.turned(dx.sizes, inputs[0].sizes, inputs[1].sizes)
        val kernels = if (turned != null) turn(plan, weight) else null
        if (turned != null && kernels != null) Conv2dF64.slide(turned, dy, kernels, null, dx) else addBack(plan, dy, weight, dx)
    }

    /**
     * The kernels by channel and output instead of by output and channel, upside down and mirrored; null if one of their numbers is not
     * finite: times the zeros of the padding it would be NaN.
     */
    private fun turn(plan: ConvolutionPlan, weight: DenseF64): DenseF64? {
        val turned = DoubleArray(plan.groups * plan.outputs * plan.taps)
        for (group in 0 until plan.groups) {
            for (channel in 0 until plan.channels) {
                for (output in 0 until plan.outputs) {
                    val from = weight.offset + plan.weightStart(group) + output * plan.taps + channel * plan.area
                    val last = plan.weightStart(group) + (channel * plan.outputs + output + 1) * plan.area - 1
                    for (i in 0 until plan.area) {
                        val number = weight.array[from + i]
                        if (!number.isFinite()) return null
                        turned[last - i] = number
                    }
                }
            }
        }
        return DenseF64(turned, 0)
    }

    /** A thread owns whole channels of an image, so that nothing is added from two sides. */
    private fun addBack(plan: ConvolutionPlan, dy: DenseF64, weight: DenseF64, dx: Value) {
        val into = dx.doubles()
        into.fill(0.0, dx.layout.offset, dx.layout.offset + dx.elements)
        val parts = plan.images * plan.groups
        val chunks = if (plan.work < 2e5 || parts >= 2 * Workers.count) 1 else minOf(plan.channels, 2 * Workers.count)
        val channels = (plan.channels + maxOf(chunks, 1) - 1) / maxOf(chunks, 1)
        val grain = if (plan.work < 2e5) maxOf(1, parts) else 1
        Workers.range(parts * chunks, grain) { from, to ->
            for (task in from until to) {
                val (image, group) = task / chunks / plan.groups to task / chunks % plan.groups
                val first = task % chunks * channels
                val taps = first * plan.area until minOf(plan.channels, first + channels) * plan.area
                if (taps.isEmpty()) continue
                val kernels = MatrixF64(weight.array, weight.offset + plan.weightStart(group) + taps.first, 1, plan.taps)
                val columns = DoubleArray((taps.last + 1 - taps.first) * minOf(GEMM_WIDTH, plan.pixels))
                for (pixel in 0 until plan.pixels step GEMM_WIDTH) {
                    val count = minOf(GEMM_WIDTH, plan.pixels - pixel)
                    val source = MatrixF64(dy.array, dy.offset + plan.resultStart(image, group) + pixel, plan.pixels, 1)
                    val product = MatrixF64(columns, 0, count, 1)
                    GemmF64.block(0, taps.last + 1 - taps.first, 0, count, plan.outputs, kernels, source, product)
                    ColumnsF64.addBack(plan, columns, taps, pixel, count, into, dx.layout.offset + plan.inputStart(image, group))
                }
            }
        }
    }
}
