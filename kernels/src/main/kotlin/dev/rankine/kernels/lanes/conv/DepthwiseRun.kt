package dev.rankine.kernels.lanes

import dev.rankine.kernels.Workers
import dev.rankine.shapes.DType
import java.lang.foreign.ValueLayout

/*
 * Tiles of several output channels would be empty but for one, so that here four vectors of pixels of one channel stay in registers. A strip
 * of rows (at most 128 KiB) is laid out, summed and forgotten: the work is that of reading and writing planes. At most 288 elements a kernel, as
 * in CorrelationRun: longer sums are cut into blocks there.
 *
 * Measured on an AMD EPYC (Zen 4) at 512 bits, one thread, JDK 25, 32 images, the machine shared, in ms; forward, the gradient for the
 * input, for the weight, and before as tiles: 3 x 3, 64 x 56 x 56: 9.4, 8.4, 10.4 (17.9, 16.4, 17.7); 128 x 28 x 28: 4.5, 4.4, 6.7 (9.8, 11.1, 9.9);
 * 512 x 7 x 7: 4.3, 4.3, 5.1 (14.6, 13.8, 10.2); 64 x 56 x 56 at stride 2: 5.1, 11.4, 5.8 (7.8, 45.2, 7.0); 5 x 5, 128 x 14 x 14: 3.4, 3.4, 4.3
 * (5.4, 5.5, 5.1); two threads, 128 x 28 x 28: 1.8, 1.9, 2.5 ms against 3.9, 3.7, 4.7 ms.
 */

/**
 * Runs a correlation with one output channel a group, plane after plane of results.
 */
internal class DepthwiseRun(private val correlation: Correlation) {
    private val c = correlation.slide
    private val weights = correlation.weights
    private val result = correlation.result
    private val strips = PlaneStrips(c)
    private val isDense = result.isDense(c)

    private val weightBytes = Scratch.lines(c.groups.toLong() * c.depth * c.bytes)
    private val runs = TABLES.get().take(strips.tableBytes + weightBytes)
    private val packed = runs + strips.tableBytes

    fun run() {
        strips.writeRuns(runs)
        pack()
        if (c.hasOutside && !isFinite()) return ConvolutionLoop.correlate(correlation)
        val grain = (GRAIN / maxOf(1L, c.pixels.toLong() * c.depth)).coerceIn(1, Int.MAX_VALUE.toLong()).toInt()
        Workers.range(c.images * c.groups, grain) { from, to -> planes(from, to) }
    }

    private fun pack() {
        for (i in 0 until c.groups * c.depth) {
            val element = i % c.depth
            val offset = i / c.depth * weights.group + element / c.taps * weights.channel + weights.taps[element % c.taps]
            val from = weights.address + offset * c.bytes
            val to = packed + i * c.bytes
            if (c.dtype == DType.F32) RowsF32.every(from, 1, to, 1) else RowsF64.every(from, 1, to, 1)
        }
    }

    private fun isFinite(): Boolean {
        val count = c.groups.toLong() * c.depth
        return if (c.dtype == DType.F32) FiniteF32.all(packed, count) else FiniteF64.all(packed, count)
    }

    private fun planes(from: Int, to: Int) {
        val sumBytes = if (isDense) 0 else Scratch.lines(strips.rows.toLong() * c.columns * c.bytes)
        val laid = SCRATCH.get().take(strips.bytes + sumBytes + Scratch.ROOM)
        val sums = laid + strips.bytes
        val spare = sums + sumBytes
        val plane = c.input.plane()
        for (i in from until to) {
            val image = i / c.groups
            val group = i % c.groups
            val y = result.address + image * result.image + group * result.group
            for (row in 0 until c.rows step strips.rows) {
                strips.lay(plane, image, group, row, laid)
                val rows = minOf(strips.rows, c.rows - row)
                val into = y + row * result.down
                sum(laid, group, if (isDense) into else sums, rows * c.columns, spare)
                if (!isDense) scatter(sums, rows, into)
            }
        }
    }

    private fun sum(laid: Long, group: Int, y: Long, count: Int, spare: Long) {
        val kernel = packed + group.toLong() * c.depth * c.bytes
        val start = weights.start + c.bytes * weights.startStep * group
        if (c.dtype == DType.F32) {
            val first = if (weights.start == 0L) 0f else Lanes.ALL.get(ValueLayout.JAVA_FLOAT_UNALIGNED, start)
            DepthwiseF32.plane(laid, runs, kernel, c.depth, first, y, count, spare)
        } else {
            val first = if (weights.start == 0L) 0.0 else Lanes.ALL.get(ValueLayout.JAVA_DOUBLE_UNALIGNED, start)
            DepthwiseF64.plane(laid, runs, kernel, c.depth, first, y, count, spare)
        }
    }

    private fun scatter(sums: Long, rows: Int, y: Long): Unit =
        if (c.dtype == DType.F32) {
            DepthwiseF32.scatter(sums, rows, c.columns, y, result.down, result.right)
        } else {
            DepthwiseF64.scatter(sums, rows, c.columns, y, result.down, result.right)
        }

    companion object {
        /** Products that make a share for a thread. */
        private const val GRAIN = 1L shl 16

        /** The longest sum in one go. */
        private const val DEPTH = 288

        private val TABLES: ThreadLocal<Scratch> = ThreadLocal.withInitial { Scratch() }
        private val SCRATCH: ThreadLocal<Scratch> = ThreadLocal.withInitial { Scratch() }

        /** Whether this is the way for a correlation that slides so. */
        fun suits(slide: Slide): Boolean = slide.outputs == 1 && slide.depth in 1..DEPTH && slide.dtype != DType.I64
    }
}
