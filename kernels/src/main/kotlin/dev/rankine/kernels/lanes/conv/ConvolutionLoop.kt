package dev.rankine.kernels.lanes

import dev.rankine.kernels.Workers
import dev.rankine.kernels.address
import dev.rankine.ops.Value
import dev.rankine.shapes.DType
import java.lang.foreign.Arena
import java.lang.foreign.ValueLayout

/** Convolutions by the loops of [ConvolutionLoopF32], shared plane by plane among the threads. */
internal object ConvolutionLoop {
    fun correlate(correlation: Correlation): Unit =
        Arena.ofShared().use { arena ->
            val c = correlation.slide
            val table = arena.allocate(24L * c.taps + 1).address()
            for (t in 0 until c.taps) {
                put(table + 24L * t, c.downs[t].toLong())
                put(table + 24L * t + 8, c.rights[t].toLong())
                put(table + 24L * t + 16, correlation.weights.taps[t])
            }
            Workers.range(c.images * c.groups * c.outputs, 1) { from, to ->
                for (i in from until to) plane(correlation, table, i / (c.groups * c.outputs), i / c.outputs % c.groups, i % c.outputs)
            }
        }

    private fun plane(correlation: Correlation, table: Long, image: Int, group: Int, output: Int) {
        val c = correlation.slide
        val weights = correlation.weights
        val result = correlation.result
        val x = c.input.at(image, group * c.channels)
        val weight = weights.address + (group * weights.group + output * weights.row) * c.bytes
        val start = if (weights.start == 0L) 0 else weights.start + c.bytes * weights.startStep * (group * c.outputs + output)
        val y = result.address + image * result.image + group * result.group + output * result.row
        with(c.input) {
            when (c.dtype) {
                DType.F32 -> {
                    ConvolutionLoopF32.plane(
                        x,
                        channelStep,
                        rowStride,
                        columnStride,
                        h,
                        w,
                        c.channels,
                        table,
                        c.taps,
                        weight,
                        weights.channel,
                        start,
                        c.rows,
                        c.columns,
                        c.strideDown,
                        c.strideRight,
                        y,
                        result.down,
                        result.right,
                    )
                }

                DType.F64 -> {
                    ConvolutionLoopF64.plane(
                        x,
                        channelStep,
                        rowStride,
                        columnStride,
                        h,
                        w,
                        c.channels,
                        table,
                        c.taps,
                        weight,
                        weights.channel,
                        start,
                        c.rows,
                        c.columns,
                        c.strideDown,
                        c.strideRight,
                        y,
                        result.down,
                        result.right,
                    )
                }

                else -> {
                    ConvolutionLoopI64.plane(
                        x,
                        channelStep,
                        rowStride,
                        columnStride,
                        h,
                        w,
                        c.channels,
                        table,
                        c.taps,
                        weight,
                        weights.channel,
                        start,
                        c.rows,
                        c.columns,
                        c.strideDown,
                        c.strideRight,
                        y,
                        result.down,
                        result.right,
                    )
                }
            }
        }
    }

    /** Every element of the weight's gradient by itself: the sum over all images, in order. [dy] is dense. */
    fun weightGradient(c: Slide, dy: Long, dw: Value) {
        val into = dw.address()
        Workers.range(dw.elements, 1) { from, to ->
            for (i in from until to) {
                val output = i / c.taps / c.channels
                val channel = output / c.outputs * c.channels + i / c.taps % c.channels
                val t = i % c.taps
                var sum = 0.0
                var whole = 0L
                for (image in 0 until c.images) {
                    val d = dy + (image.toLong() * c.groups * c.outputs + output) * c.pixels * c.bytes
                    val x = c.input.at(image, channel)
                    with(c.input) {
                        when (c.dtype) {
                            DType.F32 -> {
                                sum +=
                                    ConvolutionLoopF32.product(
                                        d,
                                        c.rows,
                                        c.columns,
                                        x,
                                        rowStride,
                                        columnStride,
                                        h,
                                        w,
                                        c.downs[t],
                                        c.rights[t],
                                        c.strideDown,
                                        c.strideRight,
                                    )
                            }

                            DType.F64 -> {
                                sum +=
                                    ConvolutionLoopF64.product(
                                        d,
                                        c.rows,
                                        c.columns,
                                        x,
                                        rowStride,
                                        columnStride,
                                        h,
                                        w,
                                        c.downs[t],
                                        c.rights[t],
                                        c.strideDown,
                                        c.strideRight,
                                    )
                            }

                            else -> {
                                whole +=
                                    ConvolutionLoopI64.product(
                                        d,
                                        c.rows,
                                        c.columns,
                                        x,
                                        rowStride,
                                        columnStride,
                                        h,
                                        w,
                                        c.downs[t],
                                        c.rights[t],
                                        c.strideDown,
                                        c.strideRight,
                                    )
                            }
                        }
                    }
                }
                when (c.dtype) {
                    DType.F32 -> Lanes.ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, into + 4L * i, sum.toFloat())
                    DType.F64 -> Lanes.ALL.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, into + 8L * i, sum)
                    else -> put(into + 8L * i, whole)
                }
            }
        }
    }

    private fun put(at: Long, number: Long) = Lanes.ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, at, number)
}
