package dev.rankine.ops.plain.kernels

import dev.rankine.ops.AvgPoolAttributes
import dev.rankine.ops.AvgPoolGradientAttributes
import dev.rankine.ops.PlaneAttributes
import dev.rankine.ops.PoolWindows
import dev.rankine.ops.Value
import dev.rankine.shapes.DType

/** [dev.rankine.ops.maxPool2d], plane by plane. */
internal object MaxPool2dF64 : PlainKernel<PoolWindows> {
    override fun accepts(attributes: PoolWindows, inputs: Array<Value>): Boolean = inputs[0].dtype == DType.F64

    override fun run(attributes: PoolWindows, inputs: Array<Value>, outputs: Array<Value>) {
        val (y, places) = outputs
        val (h, w) = inputs[0].sizes[-2] to inputs[0].sizes[-1]
        val (oh, ow) = y.sizes[-2] to y.sizes[-1]
        val x = DenseF64.of(inputs[0])
        val values = y.doubles()
        val indices = places.array() as LongArray
        val (kernel, stride, padding, dilation) = attributes
        val windows = intArrayOf(kernel[0], kernel[1], stride[0], stride[1], padding[0], padding[1], dilation[0], dilation[1])
        forPlanes(inputs[0].sizes) { plane ->
            val base = x.offset + plane * h * w
            for (row in 0 until oh) {
                for (column in 0 until ow) {
                    val place = largest(windows, x.array, base, h, w, row, column)
                    val i = (plane * oh + row) * ow + column
                    values[y.layout.offset + i] = if (place < 0) Double.NEGATIVE_INFINITY else x.array[base + place]
                    indices[places.layout.offset + i] = place.toLong()
                }
            }
        }
    }

    private fun largest(windows: IntArray, x: DoubleArray, base: Int, h: Int, w: Int, row: Int, column: Int): Int {
        val kernelDown = windows[0]
        val kernelRight = windows[1]
        val down = windows[6]
        val right = windows[7]
        val top = row * windows[2] - windows[4]
        val left = column * windows[3] - windows[5]
        var best = Double.NEGATIVE_INFINITY
        var place = -1
        for (i in 0 until kernelDown) {
            val y = top + i * down
            if (y < 0 || y >= h) continue
            for (j in 0 until kernelRight) {
                val at = left + j * right
                if (at < 0 || at >= w) continue
                val value = x[base + y * w + at]
                if (value > best || place < 0 || value != value) {
                    best = value
                    place = y * w + at
                }
            }
        }
        return place
    }
}

/** [dev.rankine.ops.maxPool2dGradient], plane by plane. */
internal object MaxPool2dGradientF64 : PlainKernel<PlaneAttributes> {
    override fun accepts(attributes: PlaneAttributes, inputs: Array<Value>): Boolean =
        inputs[0].dtype == DType.F64 && inputs[1].dtype == DType.I64 && inputs[1].layout.isContiguous

    override fun run(attributes: PlaneAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val dx = outputs[0]
        val dy = DenseF64.of(inputs[0])
        val indices = inputs[1].array() as LongArray
        val into = dx.doubles()
        val plane = attributes.height * attributes.width
        val windows = inputs[0].sizes[-1] * inputs[0].sizes[-2]
        forPlanes(dx.sizes) { i ->
            val start = dx.layout.offset + i * plane
            into.fill(0.0, start, start + plane)
            for (window in i * windows until (i + 1) * windows) {
                val place = indices[inputs[1].layout.offset + window].toInt()
                if (place >= 0) into[start + place] += dy.array[dy.offset + window]
            }
        }
    }
}

/** [dev.rankine.ops.avgPool2d], plane by plane. */
internal object AvgPool2dF64 : PlainKernel<AvgPoolAttributes> {
    override fun accepts(attributes: AvgPoolAttributes, inputs: Array<Value>): Boolean = inputs[0].dtype == DType.F64

    override fun run(attributes: AvgPoolAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val y = outputs[0]
        val (h, w) = inputs[0].sizes[-2] to inputs[0].sizes[-1]
        val (oh, ow) = y.sizes[-2] to y.sizes[-1]
        val x = DenseF64.of(inputs[0])
        val into = y.doubles()
        val average = Averages(attributes, h, w, oh, ow)
        forPlanes(inputs[0].sizes) { plane ->
            for (window in 0 until oh * ow) {
                var total = 0.0
                for (row in average.top(window) until average.bottom(window)) {
                    val at = x.offset + (plane * h + row) * w
                    for (column in average.left(window) until average.right(window)) total += x.array[at + column]
                }
                val divisor = average.divisor(window)
                into[y.layout.offset + plane * oh * ow + window] = if (divisor == 0) total else total / divisor
            }
        }
    }
}

/** [dev.rankine.ops.avgPool2dGradient], plane by plane. */
internal object AvgPool2dGradientF64 : PlainKernel<AvgPoolGradientAttributes> {
    override fun accepts(attributes: AvgPoolGradientAttributes, inputs: Array<Value>): Boolean = inputs[0].dtype == DType.F64

    override fun run(attributes: AvgPoolGradientAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val dx = outputs[0]
        val (h, w) = attributes.plane
        val (oh, ow) = inputs[0].sizes[-2] to inputs[0].sizes[-1]
        val dy = DenseF64.of(inputs[0])
        val into = dx.doubles()
        val average = Averages(attributes.pool, h, w, oh, ow)
        forPlanes(dx.sizes) { plane ->
            val start = dx.layout.offset + plane * h * w
            into.fill(0.0, start, start + h * w)
            for (window in 0 until oh * ow) {
                val part = dy.array[dy.offset + plane * oh * ow + window] / average.divisor(window)
                for (row in average.top(window) until average.bottom(window)) {
                    for (column in average.left(window) until average.right(window)) into[start + row * w + column] += part
                }
            }
        }
    }
}
