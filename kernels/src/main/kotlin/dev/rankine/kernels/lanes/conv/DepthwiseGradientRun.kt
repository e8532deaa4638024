package dev.rankine.kernels.lanes

import dev.rankine.kernels.Workers
import dev.rankine.kernels.address
import dev.rankine.ops.Value
import dev.rankine.shapes.DType

/** The gradient for the weight of a convolution with one input and one output channel a group: a group is a task, its images go by in order. Figures: [DepthwiseRun]. */
internal class DepthwiseGradientRun(private val c: Slide, private val dy: Planes, private val dw: Value) {
    private val strips = PlaneStrips(c)
    private val runs = TABLES.get().take(strips.tableBytes)

    fun run() {
        strips.writeRuns(runs)
        val grain = (GRAIN / maxOf(1L, c.images.toLong() * c.pixels * c.depth)).coerceIn(1, Int.MAX_VALUE.toLong()).toInt()
        Workers.range(c.groups, grain) { from, to -> for (group in from until to) group(group) }
    }

    private fun group(group: Int) {
        val vector = Lanes.BITS / 8L
        val sumBytes = (c.taps + DepthwiseGradientF32.TAPS) * vector
        val arrivingBytes = if (dy.isDense) 0 else Scratch.lines(strips.rows * c.columns * c.bytes) + Scratch.ROOM
        val laid = SCRATCH.get().take(strips.bytes + sumBytes + arrivingBytes + (DepthwiseGradientF32.TAPS + 1) * vector)
        val sums = laid + strips.bytes
        val arriving = sums + sumBytes
        val spare = arriving + arrivingBytes
        PoolPlan.clear(sums, sumBytes)
        val plane = c.input.plane()
        val from = dy.plane()
        for (image in 0 until c.images) {
            for (row in 0 until c.rows step strips.rows) {
                val rows = minOf(strips.rows, c.rows - row)
                strips.lay(plane, image, group, row, laid)
                from.address = dy.at(image, group)
                if (!dy.isDense) from.lay(row, 1, 0, 1, rows, c.columns, arriving, 0.0)
                add(if (dy.isDense) from.address + row * c.columns * c.bytes else arriving, rows * c.columns, laid, sums, spare)
            }
        }
        val to = dw.address() + group * c.taps * c.bytes
        if (c.dtype == DType.F32) DepthwiseGradientF32.total(sums, c.taps, to) else DepthwiseGradientF64.total(sums, c.taps, to)
    }

    private fun add(d: Long, count: Int, laid: Long, sums: Long, spare: Long): Unit =
        if (c.dtype == DType.F32) {
            DepthwiseGradientF32.plane(d, count, laid, runs, c.taps, sums, spare)
        } else {
            DepthwiseGradientF64.plane(d, count, laid, runs, c.taps, sums, spare)
        }

    companion object {
        /** Products that make a share for a thread, and groups that there should be: images are not shared. */
        private const val GRAIN = 1L shl 16
        private const val GROUPS = 8

        private val TABLES: ThreadLocal<Scratch> = ThreadLocal.withInitial { Scratch() }
        private val SCRATCH: ThreadLocal<Scratch> = ThreadLocal.withInitial { Scratch() }

        /** Whether this is the way for a gradient of what slides so. */
        fun suits(slide: Slide): Boolean =
            slide.groups >= GROUPS && slide.outputs == 1 && slide.channels == 1 && slide.taps > 0 && slide.dtype != DType.I64
    }
}
