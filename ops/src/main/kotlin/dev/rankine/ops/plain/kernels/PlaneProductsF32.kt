package dev.rankine.ops.plain.kernels

import dev.rankine.ops.Value
import dev.rankine.ops.plain.Workers

/*
 * The gradient of a convolution for its weight where planes are large. All products are added up pixel by pixel in a row of sums for each
 * kernel element and output, with every row an array of its own: that is what the compiler needs to use vectors. The rows are summed at
 * the very end. A sum is made by one thread in a fixed order.
 *
 * Measured on an AMD EPYC (Zen 4) at 512 bits, one thread, JDK 25, processor time: 128 images, 1 to 16 channels of 28 x 28, kernels
 * 3 x 3: 3.2 ms, 9 GFLOP/s (6.5 ms as a product of matrices, whose rows are too short here). The loop alone reaches 20, a product of large
 * matrices 43: from some 48 kernel elements on, that is faster.
 */

/** The sums of products of planes: arriving gradients [dy] by what the kernel elements see of [x]. */
internal class PlaneProductsF32(private val plan: ConvolutionPlan, private val x: DenseF32, private val dy: DenseF32) {
    private val blocks = (plan.pixels + GEMM_WIDTH - 1) / GEMM_WIDTH
    private val width = (plan.pixels + blocks - 1) / blocks
    private val padded = (width + 15) and -16

    /** How many channels a tile takes. */
    private val channels = maxOf(1, TAPS / plan.area)

    /** Rows of numbers of one thread: of sums, of arriving gradients, of what is seen. */
    private class Scratch {
        val sums = Array(OUTPUTS * MOST_TAPS) { FloatArray(GEMM_WIDTH) }
        val dy = Array(SLABS * OUTPUTS) { FloatArray(GEMM_WIDTH) }
        val x = Array(SLABS * MOST_TAPS) { FloatArray(GEMM_WIDTH) }
    }

    /** Adds up all images. */
    fun sum(dw: Value) {
        val down = (plan.channels + channels - 1) / channels
        // no sum depends on how many outputs go into a tile: as many as leave work for every thread
        val share = (plan.outputs * down * plan.groups + 4 * Workers.count - 1) / (4 * Workers.count)
        val outputs = share.coerceIn(LEAST, OUTPUTS)
        val across = (plan.outputs + outputs - 1) / outputs
        Workers.range(plan.groups * down * across, 1) { from, to ->
            val scratch = SCRATCH.get()
            for (tile in from until to) {
                val output = tile % across * outputs
                val channel = tile / across % down * channels
                tile(tile / across / down, output, minOf(plan.outputs - output, outputs), channel, scratch, dw)
            }
        }
    }

    private fun tile(group: Int, output: Int, outputs: Int, channel: Int, scratch: Scratch, dw: Value) {
        val taps = minOf(plan.channels - channel, channels) * plan.area
        val pairs = (taps + 1) and -2
        for (i in 0 until outputs * pairs) scratch.sums[i].fill(0f, 0, padded)
        val slabs = plan.images * blocks
        for (first in 0 until slabs step SLABS) {
            val count = minOf(SLABS, slabs - first)
            for (slab in 0 until count) pack(group, first + slab, slab, output, outputs, channel, taps, scratch)
            if (count % 2 == 1) clear(count, outputs, taps, scratch)
            for (o in 0 until outputs) {
                for (t in 0 until taps step 2) {
                    for (slab in 0 until count step 2) multiply(scratch, o, t, o * pairs + t, slab)
                }
            }
        }
        val into = dw.floats()
        for (o in 0 until outputs) {
            val at = dw.layout.offset + plan.weightStart(group) + (output + o) * plan.taps + channel * plan.area
            for (t in 0 until taps) into[at + t] = total(scratch.sums[o * pairs + t])
        }
    }

    /** Brings slab [number], a block of pixels of an image, into rows; an odd last kernel element gets a row of zeros beside it. */
    private fun pack(group: Int, number: Int, slab: Int, output: Int, outputs: Int, channel: Int, taps: Int, scratch: Scratch) {
        val image = number / blocks
        val pixel = number % blocks * width
        val count = minOf(width, plan.pixels - pixel)
        val from = dy.offset + plan.resultStart(image, group) + output * plan.pixels + pixel
        for (o in 0 until outputs) System.arraycopy(dy.array, from + o * plan.pixels, scratch.dy[slab * OUTPUTS + o], 0, count)
        val columns = ColumnsF32(plan, x.array, x.offset + plan.inputStart(image, group))
        for (t in 0 until taps step plan.area) {
            columns.shifted(channel + t / plan.area, 0, plan.area, pixel, count, scratch.x, slab * MOST_TAPS + t)
        }
        for (o in 0 until outputs) scratch.dy[slab * OUTPUTS + o].fill(0f, count, padded)
        for (t in 0 until taps) scratch.x[slab * MOST_TAPS + t].fill(0f, count, padded)
        if (taps % 2 == 1) scratch.x[slab * MOST_TAPS + taps].fill(0f, 0, padded)
    }

    private fun clear(slab: Int, outputs: Int, taps: Int, scratch: Scratch) {
        for (o in 0 until outputs) scratch.dy[slab * OUTPUTS + o].fill(0f, 0, padded)
        for (t in 0 until ((taps + 1) and -2)) scratch.x[slab * MOST_TAPS + t].fill(0f, 0, padded)
    }

    /** One output by two kernel elements, from two slabs: more of them in one loop and the compiler gives up on vectors. */
    private fun add(
        s0: FloatArray,
        s1: FloatArray,
        a: FloatArray,
        b: FloatArray,
        a0: FloatArray,
        b0: FloatArray,
        a1: FloatArray,
        b1: FloatArray,
        n: Int,
    ) {
        for (i in 0 until n) {
            s0[i] = s0[i] + a[i] * a0[i] + b[i] * b0[i]
            s1[i] = s1[i] + a[i] * a1[i] + b[i] * b1[i]
        }
    }

    private fun multiply(scratch: Scratch, o: Int, t: Int, sum: Int, slab: Int) {
        val left = slab * OUTPUTS + o
        val right = slab * MOST_TAPS + t
        add(
            scratch.sums[sum],
            scratch.sums[sum + 1],
            scratch.dy[left],
            scratch.dy[left + OUTPUTS],
            scratch.x[right],
            scratch.x[right + MOST_TAPS],
            scratch.x[right + 1],
            scratch.x[right + 1 + MOST_TAPS],
            padded,
        )
    }

    private fun total(row: FloatArray): Float {
        var s0 = 0f
        var s1 = 0f
        var s2 = 0f
        var s3 = 0f
        for (i in 0 until padded step 4) {
            s0 += row[i]
            s1 += row[i + 1]
            s2 += row[i + 2]
            s3 += row[i + 3]
        }
        return (s0 + s2) + (s1 + s3)
    }

    companion object {
        /** Outputs and kernel elements of a tile: sums and rows fit in the second-level cache. */
        private const val OUTPUTS = 32
        private const val LEAST = 8
        private const val TAPS = 12
        private const val MOST_TAPS = 26

        /** How many blocks of pixels are multiplied while a sum is in the first-level cache. */
        private const val SLABS = 8

        /** Below this many pixels rows are too short for vectors; with this many kernel elements a product of matrices is faster. */
        private const val FEW_PIXELS = 96
        private const val MANY_TAPS = 48

        private val SCRATCH: ThreadLocal<Scratch> = ThreadLocal.withInitial { Scratch() }

        /** Whether [plan] has planes large enough, kernel elements few enough, and rows one below another. */
        fun suit(plan: ConvolutionPlan): Boolean =
            plan.images > 0 && plan.pixels >= FEW_PIXELS && plan.taps < MANY_TAPS && plan.area < MOST_TAPS && plan.rowsAreShared
    }
}
