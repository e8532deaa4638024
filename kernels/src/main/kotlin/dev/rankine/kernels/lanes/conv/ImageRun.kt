package dev.rankine.kernels.lanes

import dev.rankine.kernels.Workers
import dev.rankine.shapes.DType
import java.lang.foreign.ValueLayout

/*
 * Measured on an AMD EPYC (Zen 4) at 512 bits, one thread, JDK 25, 32 images, 3 x 3 at stride 2, in ms, forward and the gradient for the input, and by
 * CorrelationRun: 128 to 256 x 16 x 16: 12.6, 12.8 (12.9, 18.3); 256 to 512 x 8 x 8: 12.0, 12.6 ms (15.3, 19.1); 64 to 128 x 32 x 32 18.4, 16.0 (13.2, 17.1),
 * hence the least length of sums.
 */

/**
 * Planes of sums over what kernels see, many images at once: for one pixel of the result, rows are images, columns output channels, and only those elements of the
 * kernels take part that meet the plane. So each pixel may have a rule of its own, and the gradient for the input at a stride is one of these.
 *
 * @property pixels how many pixels a plane of the result has; they lie together.
 * @property meets for a pixel of the result: a pixel of the input and the element of the kernel that it meets, pair after pair.
 */
internal class ImageRun(
    private val input: Planes,
    private val k: Int,
    private val outputs: Int,
    private val weights: Weights,
    private val result: Target,
    private val pixels: Int,
    private val meets: (pixel: Int) -> IntArray,
) {
    private val taps = weights.taps.size
    private val chunks = k / LANES
    private val panels = (outputs + 2 * LANES - 1) / (2 * LANES)
    private val layout = ImageLayout(input.images, chunks, input.h * input.w)
    private val images = layout.images

    /** Groups of pixels, as equal as can be, none smaller than a vector. */
    private val groups = maxOf(1, minOf((pixels + GROUP - 1) / GROUP, pixels / LANES))
    private val panelBytes = taps * k * 2 * VECTOR
    private val sumStep = ROWS * 2 * VECTOR + VECTOR
    private val most = (pixels + groups - 1) / groups

    // what all threads read: places of pixels, of sums, offsets of channels, outputs and kernels, what sums start with
    private val lines = KernelLines(weights, taps)
    private val places =
        TABLES.get().take(layout.placeBytes + Scratch.lines(8L * most) + 2 * 8L * LANES + lines.tableBytes + panels * 2 * VECTOR)
    private val sumPlaces = places + layout.placeBytes
    private val channelSteps = sumPlaces + Scratch.lines(8L * most)
    private val outputSteps = channelSteps + 8L * LANES
    private val kernelSteps = outputSteps + 8L * LANES
    private val starts = kernelSteps + lines.tableBytes

    fun run() {
        layout.writePlaces(places)
        for (q in 0 until most) put(sumPlaces + 8L * q, q * sumStep)
        for (i in 0 until LANES) {
            put(channelSteps + 8L * i, i * input.channelStep)
            put(outputSteps + 8L * i, i * result.row)
        }
        lines.writeTable(kernelSteps)
        PoolPlan.clear(starts, panels * 2 * VECTOR)
        if (weights.start != 0L) {
            for (i in 0 until outputs) RowsF32.every(weights.start + i * weights.startStep * 4L, 1, starts + 4L * i, 1)
        }
        val storage = Scratch.shared(input.backend, DType.F32, layout.bytes + panels * panelBytes)
        try {
            val x = storage.address
            val w = x + layout.bytes
            Workers.range(input.images * chunks, 1) { from, to ->
                for (i in from until to) layout.lay(input, i / chunks, i % chunks, x, places, channelSteps)
            }
            Workers.range(panels * k, PACKED) { from, to -> for (i in from until to) pack(i / k, i % k, w + i / k * panelBytes) }
            // panels first: what the pixels of a group see in eight images stays in the second-level cache
            Workers.range(images / ROWS * groups * panels, 1) { from, to ->
                for (i in from until to) group(i / panels / groups, i / panels % groups, i % panels, x, w + i % panels * panelBytes)
            }
        } finally {
            storage.release("the convolution that worked with it")
        }
    }

    /** The kernels of a channel for the output channels of a panel. */
    private fun pack(panel: Int, channel: Int, to: Long) {
        val read = SCRATCH.get().take(lines.lineBytes + lines.scratchBytes)
        for (half in 0 until minOf(2, outputs / LANES - 2 * panel)) {
            lines.read((2 * panel + half) * LANES, channel, kernelSteps, read, read + lines.lineBytes)
            Square32.copy(read, VECTOR, to + (2L * channel + half) * VECTOR, 2L * k * VECTOR, taps)
        }
    }

    private fun group(eight: Int, group: Int, panel: Int, x: Long, w: Long) {
        val begin = (pixels.toLong() * group / groups).toInt()
        val count = (pixels.toLong() * (group + 1) / groups).toInt() - begin
        val sums = SCRATCH.get().take(most * sumStep + 16L * taps * chunks + (LANES + 1) * VECTOR)
        val table = sums + most * sumStep
        val square = table + 16L * taps * chunks
        for (q in 0 until count) {
            val length = writeTable(meets(begin + q), table)
            ImageProductsF32.images(ROWS, length * LANES, table, x + layout.at(0, eight, 0), w, sums + q * sumStep)
        }
        for (half in 0 until minOf(2, outputs / LANES - 2 * panel)) {
            val output = (2 * panel + half) * LANES
            for (image in eight * ROWS until minOf(eight * ROWS + ROWS, input.images)) {
                val from = sums + (2L * (image - eight * ROWS) + half) * VECTOR
                if (weights.start != 0L) addStart(from, count, starts + 4L * output)
                val y = result.address + image * result.image + output * result.row + 4L * begin
                for (q in 0 until count step LANES) {
                    val pixel = minOf(q, count - LANES)
                    Square32.transpose(from, sumPlaces + 8L * pixel, y + 4L * pixel, outputSteps, square)
                }
            }
        }
    }

    private fun addStart(sums: Long, count: Int, start: Long) {
        for (q in 0 until count) AveragedRowsF32.add(start, sums + q * sumStep, LANES)
    }

    /** Where the operands of each vector of channels are; says how many there are. */
    private fun writeTable(pairs: IntArray, to: Long): Int {
        var at = to
        for (i in pairs.indices step 2) {
            for (chunk in 0 until chunks) {
                put(at, layout.at(pairs[i], 0, chunk))
                put(at + 8, (pairs[i + 1] * k + chunk * LANES) * 2L * VECTOR)
                at += 16
            }
        }
        return ((at - to) / 16).toInt()
    }

    private fun put(at: Long, number: Long) = Lanes.ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, at, number)

    companion object {
        private val LANES = Square32.SIDE
        private val VECTOR = 4L * LANES
        private const val ROWS = ImageProductsF32.ROWS

        /** Pixels of a group, and channels whose kernels make a share for a thread. */
        private const val GROUP = 16
        private const val PACKED = 64

        private val TABLES: ThreadLocal<Scratch> = ThreadLocal.withInitial { Scratch() }
        private val SCRATCH: ThreadLocal<Scratch> = ThreadLocal.withInitial { Scratch() }

        /** Whether this is the way from planes [input] to results at [result], of [pixels] pixels. */
        fun suits(input: Planes, dtype: DType, groups: Int, k: Int, outputs: Int, weights: Weights, pixels: Int): Boolean =
            dtype == DType.F32 && groups == 1 && weights.taps.size > 1 && KernelLines.suits(weights) && ImageLayout.suits(input, k) &&
                k * weights.taps.size >= ImageLayout.DEPTH * 9 &&
                pixels >= LANES && outputs % LANES == 0 && outputs >= ImageLayout.CHANNELS
    }
}
