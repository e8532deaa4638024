package dev.rankine.ops.plain.kernels

import dev.rankine.ops.BatchNormAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.plain.Workers
import dev.rankine.shapes.DType

// As BatchNormF32, for float64.

/** Channels of a value `[N, C, *d]`: runs of [length] elements, one in each of [images] images. */
internal class ChannelsF64(x: Value) {
    val images: Int = x.sizes[0]
    val channels: Int = x.sizes[1]
    val length: Int = (2 until x.rank).fold(1) { product, axis -> product * x.sizes[axis] }

    /** How many elements a channel has. */
    val count: Double = images.toDouble() * length

    /** Where channel [channel] of image [image] starts. */
    fun start(image: Int, channel: Int): Int = (image * channels + channel) * length

    /** Calls [body] for every channel, shared among threads. */
    inline fun each(crossinline body: (channel: Int) -> Unit) {
        val grain = (CHEAP_GRAIN / maxOf(1.0, count)).toInt().coerceIn(1, maxOf(1, channels))
        Workers.range(channels, grain) { from, to -> for (channel in from until to) body(channel) }
    }
}

/** [dev.rankine.ops.batchNormOp]. */
internal object BatchNormF64 : PlainKernel<BatchNormAttributes> {
    override fun accepts(attributes: BatchNormAttributes, inputs: Array<Value>): Boolean = inputs.all { it.dtype == DType.F64 }

    override fun run(attributes: BatchNormAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val x = DenseF64.of(inputs[0])
        val weight = if (attributes.hasWeight) DenseF64.of(inputs[1]) else null
        val bias = if (attributes.hasBias) DenseF64.of(inputs.last()) else null
        val (y, means, variances) = outputs.map { it.doubles() }
        val (yAt, meanAt, varianceAt) = outputs.map { it.layout.offset }
        val channels = ChannelsF64(inputs[0])
        channels.each { channel ->
            var total = 0.0
            for (image in 0 until channels.images) total += sum(x.array, x.offset + channels.start(image, channel), channels.length)
            val mean = total / channels.count
            var squares = 0.0
            for (image in 0 until channels.images) {
                squares += squares(x.array, x.offset + channels.start(image, channel), channels.length, mean)
            }
            val variance = squares / channels.count
            means[meanAt + channel] = roundedF64(mean)
            variances[varianceAt + channel] = roundedF64(variance)
            val root = 1 / Math.sqrt(variance + attributes.eps)
            val scale = roundedF64(if (weight == null) root else root * weight.array[weight.offset + channel])
            val level = roundedF64(mean)
            // what rounding took off the mean: numbers far from zero stay centred
            val lost = ((mean - level) * scale).let { if (it.isFinite()) it else 0.0 }
            val shift = roundedF64((if (bias == null) 0.0 else bias.array[bias.offset + channel]) - lost)
            for (image in 0 until channels.images) {
                val start = channels.start(image, channel)
                write(x.array, x.offset + start, y, yAt + start, channels.length, level, scale, shift)
            }
        }
    }

    private fun write(x: DoubleArray, from: Int, y: DoubleArray, to: Int, count: Int, level: Double, scale: Double, shift: Double) {
        for (i in 0 until count) y[to + i] = (x[from + i] - level) * scale + shift
    }

    private fun sum(x: DoubleArray, at: Int, count: Int): Double {
        var s0 = 0.0
        var s1 = 0.0
        var s2 = 0.0
        var s3 = 0.0
        var i = at
        while (i + 3 < at + count) {
            s0 += x[i]
            s1 += x[i + 1]
            s2 += x[i + 2]
            s3 += x[i + 3]
            i += 4
        }
        while (i < at + count) s0 += x[i++]
        return (s0 + s2) + (s1 + s3)
    }

    private fun squares(x: DoubleArray, at: Int, count: Int, mean: Double): Double {
        var s0 = 0.0
        var s1 = 0.0
        var s2 = 0.0
        var s3 = 0.0
        var i = at
        while (i + 3 < at + count) {
            val d0 = x[i] - mean
            val d1 = x[i + 1] - mean
            val d2 = x[i + 2] - mean
            val d3 = x[i + 3] - mean
            s0 += d0 * d0
            s1 += d1 * d1
            s2 += d2 * d2
            s3 += d3 * d3
            i += 4
        }
        while (i < at + count) {
            val d = x[i++] - mean
            s0 += d * d
        }
        return (s0 + s2) + (s1 + s3)
    }
}

/** [dev.rankine.ops.batchNormGradientOp]. */
internal object BatchNormGradientF64 : PlainKernel<BatchNormAttributes> {
    override fun accepts(attributes: BatchNormAttributes, inputs: Array<Value>): Boolean = inputs.all { it.dtype == DType.F64 }

    override fun run(attributes: BatchNormAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val (dy, x, means, variances) = inputs.map { DenseF64.of(it) }
        val weight = if (attributes.hasWeight) DenseF64.of(inputs[4]) else null
        val (dx, dw, db) = outputs.map { it.doubles() }
        val (at, dwAt, dbAt) = outputs.map { it.layout.offset }
        val channels = ChannelsF64(inputs[1])
        channels.each { channel ->
            val mean = means.array[means.offset + channel]
            val root = 1 / Math.sqrt(variances.array[variances.offset + channel] + attributes.eps)
            val totals = DoubleArray(2)
            for (image in 0 until channels.images) {
                val start = channels.start(image, channel)
                add(dy.array, dy.offset + start, x.array, x.offset + start, channels.length, mean, totals)
            }
            dw[dwAt + channel] = roundedF64(totals[1] * root)
            db[dbAt + channel] = roundedF64(totals[0])
            // dx = scale (dy - mean(dy) - y mean(dy y)) with y = (x - mean) root
            val scale = if (weight == null) root else root * weight.array[weight.offset + channel]
            val level = roundedF64(scale * totals[0] / channels.count)
            val slope = roundedF64(scale * root * root * totals[1] / channels.count)
            for (image in 0 until channels.images) {
                val start = channels.start(image, channel)
                write(
                    dy.array,
                    dy.offset + start,
                    x.array,
                    x.offset + start,
                    dx,
                    at + start,
                    channels.length,
                    roundedF64(scale),
                    level,
                    mean,
                    slope,
                )
            }
        }
    }

    private fun write(
        dy: DoubleArray,
        dyAt: Int,
        x: DoubleArray,
        xAt: Int,
        dx: DoubleArray,
        to: Int,
        count: Int,
        scale: Double,
        level: Double,
        mean: Double,
        slope: Double,
    ) {
        for (i in 0 until count) dx[to + i] = dy[dyAt + i] * scale - level - (x[xAt + i] - mean) * slope
    }

    /** Adds the sums of dy and of dy times the distance of x from its mean to [totals]. */
    private fun add(dy: DoubleArray, dyAt: Int, x: DoubleArray, xAt: Int, count: Int, mean: Double, totals: DoubleArray) {
        var s0 = 0.0
        var s1 = 0.0
        var p0 = 0.0
        var p1 = 0.0
        var i = 0
        while (i + 1 < count) {
            val g0 = dy[dyAt + i]
            val g1 = dy[dyAt + i + 1]
            s0 += g0
            s1 += g1
            p0 += g0 * (x[xAt + i] - mean)
            p1 += g1 * (x[xAt + i + 1] - mean)
            i += 2
        }
        if (i < count) {
            s0 += dy[dyAt + i]
            p0 += dy[dyAt + i] * (x[xAt + i] - mean)
        }
        totals[0] += s0 + s1
        totals[1] += p0 + p1
    }
}
