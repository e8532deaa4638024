package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.kernels.address
import dev.rankine.ops.Conv2dAttributes
import dev.rankine.ops.Conv2dGradientAttributes
import dev.rankine.ops.Value
import dev.rankine.shapes.Sizes

/** [dev.rankine.ops.conv2d]. Figures: [CorrelationRun]. */
internal object Conv2d : VectorKernel<Conv2dAttributes>() {
    override fun accepts(attributes: Conv2dAttributes, inputs: Array<Value>): Boolean = isConvolved(inputs[0].dtype)

    override fun compute(attributes: Conv2dAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        if (outputs[0].elements == 0) return
        val weight = inputs[1]
        val slide = slide(attributes, inputs[0], weight.sizes, outputs[0].sizes)
        val taps = slide.taps
        val bias = inputs.getOrNull(2)
        val layout = weight.layout
        val weights =
            Weights(
                weight.address(),
                group = layout.stride(0).toLong() * slide.outputs,
                row = layout.stride(0).toLong(),
                channel = layout.stride(1).toLong(),
                taps =
                    LongArray(
                        taps,
                    ) { it / weight.sizes[3] * layout.stride(2).toLong() + it % weight.sizes[3] * layout.stride(3).toLong() },
                limit = Planes(weight).limit,
                start = bias?.address() ?: 0,
                startStep = bias?.layout?.stride(0) ?: 0,
            )
        correlate(Correlation(slide, weights, target(outputs[0], slide.outputs)))
    }

    /** All pixels of [y], whose elements lie together, with [outputs] channels a group. */
    private fun target(y: Value, outputs: Int): Target {
        val bytes = y.dtype.bytes.toLong()
        val plane = y.sizes[-1] * y.sizes[-2] * bytes
        return Target(y.address(), plane * y.sizes[-3], plane * outputs, plane, y.sizes[-1] * bytes, bytes)
    }
}

private fun correlate(correlation: Correlation) {
    if (DepthwiseRun.suits(correlation.slide)) return DepthwiseRun(correlation).run()
    // what is not finite spoils a whole tile there, and only what sees it here
    if (WinogradRun.suits(correlation) && WinogradRun(correlation).run()) return
    val c = correlation.slide
    if (c.strideDown * c.strideRight > 1 &&
        ImageRun.suits(c.input, c.dtype, c.groups, c.channels, c.outputs, correlation.weights, c.pixels)
    ) {
        return ImageRun(c.input, c.channels, c.outputs, correlation.weights, correlation.result, c.pixels, c::meets).run()
    }
    CorrelationRun(correlation).run()
}

/** How kernels of sizes [weight] slide over the planes of [x] to give planes of sizes [y]. */
internal fun slide(attributes: Conv2dAttributes, x: Value, weight: Sizes, y: Sizes): Slide {
    val (strideDown, strideRight) = attributes.stride
    val taps = weight[2] * weight[3]
    val downs = IntArray(taps) { it / weight[3] * attributes.dilation[0] - attributes.padding[0] }
    val rights = IntArray(taps) { it % weight[3] * attributes.dilation[1] - attributes.padding[1] }
    val outputs = weight[0] / attributes.groups
    return Slide(Planes(x), x.dtype, attributes.groups, weight[1], outputs, downs, rights, strideDown, strideRight, y[-2], y[-1])
}

/**
 * [dev.rankine.ops.conv2dInputGradient]: for each remainder of the places of the input divided by the strides, a correlation of the
 * arriving planes with those elements of the kernels that meet such places, channels and outputs changed.
 */
internal object Conv2dInputGradient : VectorKernel<Conv2dGradientAttributes>() {
    override fun accepts(attributes: Conv2dGradientAttributes, inputs: Array<Value>): Boolean = isConvolved(inputs[0].dtype)

    override fun compute(attributes: Conv2dGradientAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val (strideDown, strideRight) = attributes.convolution.stride
        val dx = outputs[0]
        if (dx.elements == 0) return
        // a place that no kernel element meets stays zero
        val kernel = inputs[1].sizes
        val meetsAll = kernel[2] >= strideDown && kernel[3] >= strideRight && attributes.convolution.dilation.all { it == 1 }
        if (!meetsAll) PoolPlan.clear(dx.address(), dx.elements.toLong() * dx.dtype.bytes)
        if (strideDown * strideRight > 1 && atOnce(attributes, inputs, dx)) return
        for (y in 0 until minOf(strideDown, attributes.height)) {
            for (x in 0 until minOf(strideRight, attributes.width)) phase(attributes, y, x, inputs, dx)
        }
    }

    /** All places in one go, each with the elements of the kernels that it meets; false where that is no way. */
    private fun atOnce(attributes: Conv2dGradientAttributes, inputs: Array<Value>, dx: Value): Boolean {
        val (dy, weight) = inputs
        val convolution = attributes.convolution
        val kernel = weight.sizes[3]
        val layout = weight.layout
        val weights =
            Weights(
                weight.address(),
                group = 0,
                row = layout.stride(1).toLong(),
                channel = layout.stride(0).toLong(),
                taps =
                    LongArray(weight.sizes[2] * kernel) {
                        it / kernel * layout.stride(2).toLong() +
                            it % kernel * layout.stride(3).toLong()
                    },
                limit = Planes(weight).limit,
            )
        val input = Planes(dy)
        val (channels, outputs) = weight.sizes[1] to weight.sizes[0]
        val plane = attributes.height * attributes.width
        if (!ImageRun.suits(input, dx.dtype, convolution.groups, outputs, channels, weights, plane)) return false
        val bytes = dx.dtype.bytes.toLong()
        val target = Target(dx.address(), plane * channels * bytes, 0, plane * bytes, attributes.width * bytes, bytes)
        ImageRun(input, outputs, channels, weights, target, plane) { pixel ->
            val found = IntArray(2 * weights.taps.size)
            var n = 0
            for (t in weights.taps.indices) {
                val down = down(convolution, pixel / attributes.width, t / kernel)
                val right = right(convolution, pixel % attributes.width, t % kernel)
                if (down % convolution.stride[0] != 0 || right % convolution.stride[1] != 0) continue
                val (row, column) = down / convolution.stride[0] to right / convolution.stride[1]
                if (row !in 0 until input.h || column !in 0 until input.w) continue
                found[n++] = row * input.w + column
                found[n++] = t
            }
            found.copyOf(n)
        }.run()
        return true
    }

    /** The places `(y, x)` plus multiples of the strides. */
    private fun phase(attributes: Conv2dGradientAttributes, y: Int, x: Int, inputs: Array<Value>, dx: Value) {
        val weight = inputs[1]
        val convolution = attributes.convolution
        val (strideDown, strideRight) = convolution.stride
        val met =
            IntArray(weight.sizes[2] * weight.sizes[3]) { it }.filter {
                Math.floorMod(down(convolution, y, it / weight.sizes[3]), strideDown) == 0 &&
                    Math.floorMod(right(convolution, x, it % weight.sizes[3]), strideRight) == 0
            }
        if (met.isEmpty()) return
        val outputsOfGroup = weight.sizes[0] / convolution.groups
        val layout = weight.layout
        val channels = weight.sizes[1]
        val weights =
            Weights(
                weight.address(),
                group = layout.stride(0).toLong() * outputsOfGroup,
                row = layout.stride(1).toLong(),
                channel = layout.stride(0).toLong(),
                taps =
                    LongArray(met.size) {
                        met[it] / weight.sizes[3] * layout.stride(2).toLong() + met[it] % weight.sizes[3] * layout.stride(3).toLong()
                    },
                limit = Planes(weight).limit,
            )
        val bytes = dx.dtype.bytes.toLong()
        val plane = attributes.height * attributes.width * bytes
        val target =
            Target(
                dx.address() + (y * attributes.width + x) * bytes,
                plane * dx.sizes[-3],
                plane * channels,
                plane,
                strideDown * attributes.width * bytes,
                strideRight * bytes,
            )
        val slide =
            Slide(
                Planes(inputs[0]),
                dx.dtype,
                convolution.groups,
                outputsOfGroup,
                channels,
                IntArray(met.size) { down(convolution, y, met[it] / weight.sizes[3]) / strideDown },
                IntArray(met.size) { right(convolution, x, met[it] % weight.sizes[3]) / strideRight },
                1,
                1,
                (attributes.height - y + strideDown - 1) / strideDown,
                (attributes.width - x + strideRight - 1) / strideRight,
            )
        correlate(Correlation(slide, weights, target))
    }

    /** The row of the arriving plane, times the stride, whose kernel element of row [i] meets row [y] of the input; columns likewise. */
    private fun down(convolution: Conv2dAttributes, y: Int, i: Int): Int = y + convolution.padding[0] - i * convolution.dilation[0]

    private fun right(convolution: Conv2dAttributes, x: Int, j: Int): Int = x + convolution.padding[1] - j * convolution.dilation[1]
}
