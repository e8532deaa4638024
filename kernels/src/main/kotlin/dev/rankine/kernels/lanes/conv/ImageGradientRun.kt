package dev.rankine.kernels.lanes

import dev.rankine.kernels.Workers
import dev.rankine.kernels.address
import dev.rankine.ops.Value
import dev.rankine.shapes.DType
import java.lang.foreign.ValueLayout

/*
 * Measured on an AMD EPYC (Zen 4) at 512 bits, one thread, JDK 25, 32 images, 3 x 3 at stride 2, in ms, and by WeightGradientRun: 128 to 256 x 16 x 16:
 * 17.0 (19.0); 256 to 512 x 8 x 8: 11.7 ms (23.4).
 */

/**
 * The gradient of a convolution for its weight, many images at once: for each element of the kernels a product of matrices whose K are the images of all
 * pixels that it joins. A task has some output channels by two vectors of input channels, and goes over groups of pixels of the result, whose planes
 * stay in the second-level cache while all elements of the kernels go by.
 */
internal class ImageGradientRun(private val c: Slide, private val dy: Planes, private val dw: Value) {
    private val chunks = c.channels / LANES
    private val outputChunks = c.outputs / LANES
    private val seen = ImageLayout(c.images, chunks, c.input.h * c.input.w)
    private val arriving = ImageLayout(c.images, outputChunks, c.pixels)
    private val eights = seen.images / ROWS
    private val groups = (c.pixels + GROUP - 1) / GROUP
    private val outputParts = (c.outputs + OUTPUTS - 1) / OUTPUTS
    private val channelParts = (chunks + 1) / 2
    private val sumStep = OUTPUTS * 2 * VECTOR + VECTOR

    // what all threads read: places of pixels, offsets of channels and of kernels, for each group and element the pairs that it joins
    private val rowBytes = 16L * GROUP * eights
    private val places = TABLES.get().take(seen.placeBytes + arriving.placeBytes + 3 * 8L * LANES + groups * c.taps * rowBytes)
    private val arrivingPlaces = places + seen.placeBytes
    private val channelSteps = arrivingPlaces + arriving.placeBytes
    private val outputSteps = channelSteps + 8L * LANES
    private val kernels = outputSteps + 8L * LANES
    private val table = kernels + 8L * LANES
    private val lengths = IntArray(groups * c.taps)

    fun run() {
        seen.writePlaces(places)
        arriving.writePlaces(arrivingPlaces)
        for (i in 0 until LANES) {
            put(channelSteps + 8L * i, i * c.input.channelStep)
            put(outputSteps + 8L * i, i * dy.channelStep)
            put(kernels + 8L * i, i * c.taps * 4L)
        }
        for (pixel in 0 until c.pixels) writePairs(pixel)
        val storage = Scratch.shared(c.input.backend, DType.F32, seen.bytes + arriving.bytes)
        try {
            val x = storage.address
            val d = x + seen.bytes
            val all = chunks + outputChunks
            Workers.range(c.images * all, 1) { from, to ->
                for (i in from until to) {
                    val chunk = i % all
                    if (chunk < chunks) {
                        seen.lay(c.input, i / all, chunk, x, places, channelSteps)
                    } else {
                        arriving.lay(dy, i / all, chunk - chunks, d, arrivingPlaces, outputSteps)
                    }
                }
            }
            Workers.range(outputParts * channelParts, 1) { from, to ->
                for (i in from until to) part(i / channelParts, i % channelParts, x, d)
            }
        } finally {
            storage.release("the gradient that worked with it")
        }
    }

    /** Adds what [pixel] of the result joins to the tables of its group. */
    private fun writePairs(pixel: Int) {
        val pairs = c.meets(pixel)
        for (i in pairs.indices step 2) {
            val row = pixel / GROUP * c.taps + pairs[i + 1]
            for (eight in 0 until eights) {
                val at = table + row * rowBytes + 16L * lengths[row]++
                put(at, arriving.at(pixel, eight, 0))
                put(at + 8, seen.at(pairs[i], eight, 0))
            }
        }
    }

    private fun part(outputPart: Int, channelPart: Int, x: Long, d: Long) {
        val output = outputPart * OUTPUTS
        val outputs = minOf(OUTPUTS, c.outputs - output)
        val halves = minOf(2, chunks - 2 * channelPart)
        val step = ImageLayout.CHUNK
        val b = x + 2L * channelPart * step
        val a = d + output.toLong() / LANES * step
        val sums = SUMS.get().take(c.taps * sumStep + (2 * ROWS + 2 * c.taps + 3 * LANES) * VECTOR)
        val tile = sums + c.taps * sumStep
        for (group in 0 until groups) {
            for (t in 0 until c.taps) {
                val row = group * c.taps + t
                val k = lengths[row] * ROWS
                if (k == 0 && group > 0) continue
                val e = if (halves == 2) b + step else b
                ImageGradientProductsF32.outputs(outputs, k, table + row * rowBytes, a, step, b, e, sums + t * sumStep, group > 0, tile)
            }
        }
        val kernel = tile + 2 * ROWS * VECTOR
        for (o in 0 until outputs) {
            for (half in 0 until halves) {
                Square32.copy(sums + (2L * o + half) * VECTOR, sumStep, kernel, VECTOR, c.taps)
                val to = dw.address() + ((output.toLong() + o) * c.channels + (2 * channelPart + half) * LANES) * c.taps * 4
                KernelLines.write(kernel, c.taps, kernels, to, kernel + c.taps * VECTOR)
            }
        }
    }

    private fun put(at: Long, number: Long) = Lanes.ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, at, number)

    companion object {
        private val LANES = Square32.SIDE
        private val VECTOR = 4L * LANES
        private const val ROWS = ImageGradientProductsF32.ROWS

        /** Output channels of a part, and pixels of a group. */
        private const val OUTPUTS = 32
        private const val GROUP = 16

        private val TABLES: ThreadLocal<Scratch> = ThreadLocal.withInitial { Scratch() }
        private val SUMS: ThreadLocal<Scratch> = ThreadLocal.withInitial { Scratch() }

        /** Whether this is the way for the gradient of what slides so. */
        fun suits(c: Slide, dy: Planes): Boolean =
            c.dtype == DType.F32 && c.groups == 1 && c.strideDown * c.strideRight > 1 && c.taps > 1 && LANES >= ROWS &&
                c.channels >= ImageLayout.DEPTH &&
                ImageLayout.suits(c.input, c.channels) && ImageLayout.suits(dy, c.outputs) && c.outputs >= ImageLayout.CHANNELS
    }
}
