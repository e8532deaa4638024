package dev.rankine.kernels.lanes

import dev.rankine.kernels.Workers
import dev.rankine.kernels.address
import dev.rankine.ops.Value
import dev.rankine.shapes.DType
import java.lang.foreign.ValueLayout

/*
 * Blocks of tiles (10 MiB of values) are turned by all threads, then each thread takes kernels: 32 output channels by two vectors of input channels. Sums of a
 * block become kernels at once, nine numbers instead of 36, and those are added. Blocks and order depend on sizes alone.
 *
 * Measured on an AMD EPYC (Zen 4) at 512 bits, one thread, JDK 25, 32 images, in ms, and by WeightGradientRun: 64 x 32 x 32: 11.5, 29.0; 128 x 16 x 16:
 * 11.9, 25.4; 256 x 8 x 8: 9.8, 27.9; 512 x 4 x 4: 12.8, 38.5 ms.
 */

/**
 * The gradient of a convolution of 3 x 3 for its weight by the adjoint of Winograd's F(4 x 4, 3 x 3): the values of what a tile sees and of the tile of
 * the arriving gradient are multiplied at each point and summed over all tiles; the sums become kernels.
 */
internal class WinogradGradientRun(private val c: Slide, private val dy: Planes, private val dw: Value) {
    private val seen = WinogradTiles(c.input.h, c.input.w, c.rows, c.columns, -c.downs.min(), -c.rights.min(), 2)
    private val arriving = WinogradTiles(c.rows, c.columns, c.rows, c.columns, 0, 0, 0)
    private val chunks = c.channels / LANES
    private val outputChunks = c.outputs / LANES
    private val units = c.images * seen.strips

    private val unitsOfBlock =
        (NEAR / (POINTS * (c.channels + c.outputs) * 4L * seen.tiles)).coerceIn(1, units.toLong()).toInt()
    private val blocks = (units + unitsOfBlock - 1) / unitsOfBlock
    private val tiles = unitsOfBlock * seen.tiles

    /** Bytes from a point to the next; a line more, so that points do not push each other out of the cache. */
    private val seenStep = chunks * tiles * VECTOR + VECTOR
    private val arrivingStep = outputChunks * tiles * VECTOR + VECTOR
    private val sumStep = OUTPUTS * 2 * VECTOR + VECTOR

    // parts of the result: some output channels by two vectors of input channels
    private val outputParts = (c.outputs + OUTPUTS - 1) / OUTPUTS
    private val channelParts = (chunks + 1) / 2

    // what all threads read: places of pixels, offsets of channels and of kernels
    private val lineBytes = 8L * LANES
    private val places = TABLES.get().take(seen.placeBytes + arriving.placeBytes + 3 * lineBytes)
    private val arrivingPlaces = places + seen.placeBytes
    private val channels = arrivingPlaces + arriving.placeBytes
    private val outputs = channels + lineBytes
    private val kernels = outputs + lineBytes

    fun run() {
        seen.writePlaces(places)
        arriving.writePlaces(arrivingPlaces)
        for (i in 0 until LANES) {
            put(channels + 8L * i, i * c.input.channelStep)
            put(outputs + 8L * i, i * dy.channelStep)
            put(kernels + 8L * i, i * TAPS * 4L)
        }
        val kept = if (blocks > 1) c.outputs * c.channels * TAPS else 0
        val storage = Scratch.shared(c.input.backend, DType.F32, POINTS * (seenStep + arrivingStep) + 4L * kept)
        try {
            val v = storage.address
            val d = v + POINTS * seenStep
            for (block in 0 until blocks) block(block, v, d, d + POINTS * arrivingStep)
        } finally {
            storage.release("the gradient that worked with it")
        }
    }

    private fun block(block: Int, v: Long, d: Long, kept: Long) {
        val units = minOf(unitsOfBlock, units - block * unitsOfBlock)
        val all = chunks + outputChunks
        Workers.range(units * all, 1) { from, to ->
            val room = Room(SCRATCH.get().take(roomBytes))
            for (i in from until to) {
                val chunk = i % all
                if (chunk < chunks) turnInput(block, i / all, chunk, v, room) else turnArriving(block, i / all, chunk - chunks, d, room)
            }
        }
        val tiles = units * seen.tiles
        Workers.range(outputParts * channelParts, 1) { from, to ->
            for (i in from until to) multiply(i / channelParts, i % channelParts, tiles, v, d, kept, block == 0, block == blocks - 1)
        }
    }

    /** What one thread works in: pixels of both kinds, a square, a row of tiles. */
    private inner class Room(val pixels: Long) {
        val arriving = pixels + seen.bytes
        val square = arriving + this@WinogradGradientRun.arriving.bytes
        val row = square + LANES * VECTOR

        init {
            PoolPlan.clear(pixels, square - pixels)
        }
    }

    private val roomBytes = seen.bytes + arriving.bytes + LANES * VECTOR + ROW_BYTES

    private fun turnInput(block: Int, unit: Int, chunk: Int, v: Long, room: Room) {
        val number = block * unitsOfBlock + unit
        val strip = number % seen.strips
        val plane = c.input.at(number / seen.strips, chunk * LANES)
        if (seen.strips > 1) PoolPlan.clear(room.pixels, seen.bytes)
        seen.forSquares(strip, room.pixels) { pixel, base ->
            Square32.transpose(plane + 4L * pixel, channels, base, places + 8L * pixel, room.square)
        }
        val to = v + (chunk.toLong() * tiles + unit * seen.tiles) * VECTOR
        if (seen.rowsOf(strip) < seen.rowsOf(0)) clear(to, seenStep)
        seen.forRows(strip, AT_ONCE) { tile, at, count ->
            WinogradInputF32.tiles(room.pixels + at, seen.pitch, count, to + tile * VECTOR, seenStep, room.row)
        }
    }

    private fun turnArriving(block: Int, unit: Int, chunk: Int, d: Long, room: Room) {
        val number = block * unitsOfBlock + unit
        val strip = number % seen.strips
        val plane = dy.at(number / seen.strips, chunk * LANES)
        if (seen.strips > 1) PoolPlan.clear(room.arriving, arriving.bytes)
        arriving.forSquares(strip, room.arriving) { pixel, base ->
            Square32.transpose(plane + 4L * pixel, outputs, base, arrivingPlaces + 8L * pixel, room.square)
        }
        val to = d + (chunk.toLong() * tiles + unit * seen.tiles) * VECTOR
        if (seen.rowsOf(strip) < seen.rowsOf(0)) clear(to, arrivingStep)
        arriving.forRows(strip, AT_ONCE) { tile, at, count ->
            WinogradArrivingF32.tiles(room.arriving + at, arriving.pitch, count, to + tile * VECTOR, arrivingStep, room.row)
        }
    }

    /** The places of tiles that the last strip of an image lacks become zeros. */
    private fun clear(to: Long, pointStep: Long) {
        for (p in 0 until POINTS) PoolPlan.clear(to + p * pointStep, seen.tiles * VECTOR)
    }

    /** Some kernels: sums over the tiles of a block, added to those of the blocks before. */
    private fun multiply(outputPart: Int, channelPart: Int, count: Int, v: Long, d: Long, kept: Long, isFirst: Boolean, isLast: Boolean) {
        val output = outputPart * OUTPUTS
        val outputs = minOf(OUTPUTS, c.outputs - output)
        val halves = minOf(2, chunks - 2 * channelPart)
        val sums = SUMS.get().take(POINTS * sumStep + (3 * TAPS + 18 + 3 * LANES) * VECTOR)
        for (p in 0 until POINTS) {
            val b = v + p * seenStep + 2L * channelPart * tiles * VECTOR
            val a = d + p * arrivingStep + output.toLong() / LANES * tiles * VECTOR
            val e = if (halves == 2) b + tiles * VECTOR else b
            WinogradGradientProductsF32.outputs(outputs, count, a, tiles * VECTOR, b, e, sums + p * sumStep)
        }
        val kernel = sums + POINTS * sumStep
        for (o in 0 until outputs) {
            for (half in 0 until halves) {
                val chunk = 2 * channelPart + half
                val before = kept + ((output + o).toLong() * chunks + chunk) * TAPS * VECTOR
                val to = if (isFirst && !isLast) before else kernel
                WinogradGradientF32.kernel(sums + (2L * o + half) * VECTOR, sumStep, to, kernel + 2 * TAPS * VECTOR)
                if (!isFirst) AveragedRowsF32.add(kernel, before, TAPS * LANES)
                if (!isLast) continue
                val weight = dw.address() + ((output.toLong() + o) * c.channels + chunk * LANES) * TAPS * 4
                KernelLines.write(if (isFirst) kernel else before, TAPS, kernels, weight, kernel + 2 * TAPS * VECTOR)
            }
        }
    }

    private fun put(at: Long, number: Long) = Lanes.ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, at, number)

    companion object {
        private const val POINTS = WinogradPoints.COUNT
        private const val TAPS = 9
        private val LANES = WinogradTiles.LANES
        private val VECTOR = WinogradTiles.VECTOR

        /** Output channels of a part. */
        private const val OUTPUTS = 32

        /** Tiles of a row that are turned at once, and bytes for them. */
        private const val AT_ONCE = 14
        private val ROW_BYTES = 6 * (4 * AT_ONCE + 2) * VECTOR

        /** Bytes of values of a block. */
        private const val NEAR = 10L shl 20

        private val TABLES: ThreadLocal<Scratch> = ThreadLocal.withInitial { Scratch() }
        private val SCRATCH: ThreadLocal<Scratch> = ThreadLocal.withInitial { Scratch() }
        private val SUMS: ThreadLocal<Scratch> = ThreadLocal.withInitial { Scratch() }

        /** Whether this is the way for the gradient of what slides so. */
        fun suits(c: Slide, dy: Planes): Boolean = LANES >= WinogradGradientProductsF32.ROWS && WinogradTiles.suits(c) && dy.isDense
    }
}
