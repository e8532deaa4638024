package dev.rankine.kernels.lanes

import dev.rankine.kernels.Workers
import dev.rankine.shapes.DType
import java.lang.foreign.ValueLayout
import java.util.concurrent.atomic.AtomicBoolean

/*
 * Pixels are turned so that the lanes of a vector are channels: then a tile of any plane is 36 whole vectors, at borders too, and neither sums nor products
 * need other lanes. Where the values of all kernels are few (3 MiB) and blocks of tiles are not, they come first and each block is worked
 * through by one thread; else the values of the tiles come first, and those of the kernels, 32 output channels at a time, never leave the cache.
 * What is not finite spoils its whole tile, so results are looked at, and computed otherwise if one is not finite.
 *
 * Error, of random numbers, as a part of the largest result: at most 4e-6 against float64 (WinogradTest), for both gradients too.
 *
 * Measured on an AMD EPYC (Zen 4) at 512 bits, one thread, JDK 25, 32 images, in ms, forward, the gradient for the input, and forward by CorrelationRun:
 * 64 x 32 x 32: 9.0, 9.0, 25.1; 128 x 16 x 16: 8.3, 8.1, 23.9; 256 x 8 x 8: 7.9, 7.4, 24.2; 512 x 4 x 4: 10.4, 9.4, 27.2 ms.
 * One image of 16 tiles, 128 x 16 x 16: 0.35, 0.75 by CorrelationRun; of 4 tiles CorrelationRun is used.
 */

/**
 * Runs a correlation of 3 x 3 by Winograd's F(4 x 4, 3 x 3): 36 products for 16 results that have 144.
 */
internal class WinogradRun(private val correlation: Correlation) {
    private val c = correlation.slide
    private val weights = correlation.weights
    private val result = correlation.result
    private val seen = WinogradTiles(c.input.h, c.input.w, c.rows, c.columns, -c.downs.min(), -c.rights.min(), 2)
    private val made = WinogradTiles(c.rows, c.columns, c.rows, c.columns, 0, 0, 0)
    private val isTurned = c.downs[0] > c.downs[8]

    private val chunks = c.channels / LANES
    private val panels = (c.outputs + 2 * LANES - 1) / (2 * LANES)
    private val units = c.images * seen.strips

    /** Bytes from a point to the next; a line more, so that points do not push each other out of the cache. */
    private val panelStep = c.channels * 2 * VECTOR + VECTOR
    private val panelBytes = POINTS * panelStep

    // threads share blocks in the one way and panels in the other: of few small images there are more panels
    private val weightsFirst = panels * panelBytes <= FEW && (units - 1) / unitsIn(NEAR) + 1 >= minOf(Workers.count, panels)
    private val unitsOfBlock = unitsIn(if (weightsFirst) NEAR else FAR)
    private val blocks = (units + unitsOfBlock - 1) / unitsOfBlock
    private val tiles = (unitsOfBlock * seen.tiles + WinogradProductsF32.ROWS - 1) / WinogradProductsF32.ROWS * WinogradProductsF32.ROWS
    private val seenStep = chunks * tiles * VECTOR + VECTOR
    private val seenBytes = POINTS * seenStep
    private val sumStep = tiles * 2 * VECTOR + VECTOR

    // what all threads read: places of pixels, offsets of channels and outputs and weights, what sums start with
    private val lines = KernelLines(weights, c.taps)
    private val lineBytes = 8L * LANES
    private val startBytes = panels * 4 * VECTOR
    private val places = TABLES.get().take(seen.placeBytes + made.placeBytes + 3 * lineBytes + startBytes)
    private val madePlaces = places + seen.placeBytes
    private val channels = madePlaces + made.placeBytes
    private val outputs = channels + lineBytes
    private val kernels = outputs + lineBytes
    private val starts = kernels + lineBytes

    private val isFinite = AtomicBoolean(true)

    /** False if some result is not finite: then the results are to be computed otherwise. */
    fun run(): Boolean {
        writeTables()
        val bytes = if (weightsFirst) panels * panelBytes else seenBytes
        val storage = Scratch.shared(c.input.backend, DType.F32, bytes)
        try {
            val shared = storage.address
            if (weightsFirst) shareBlocks(shared) else sharePanels(shared)
        } finally {
            storage.release("the convolution that worked with it")
        }
        return isFinite.get()
    }

    private fun shareBlocks(values: Long) {
        Workers.range(panels, 1) { from, to -> for (panel in from until to) turnWeights(panel, values + panel * panelBytes) }
        Workers.range(blocks, 1) { from, to ->
            val v = SCRATCH.get().take(seenBytes + roomBytes())
            val room = Room(v + seenBytes)
            for (block in from until to) {
                for (unit in 0 until unitsOf(block)) for (chunk in 0 until chunks) turnInput(block, unit, chunk, v, room)
                for (panel in 0 until panels) multiply(block, panel, v, values + panel * panelBytes, room)
            }
        }
    }

    private fun sharePanels(v: Long) {
        for (block in 0 until blocks) {
            Workers.range(unitsOf(block) * chunks, 1) { from, to ->
                val room = Room(SCRATCH.get().take(roomBytes()))
                for (i in from until to) turnInput(block, i / chunks, i % chunks, v, room)
            }
            Workers.range(panels, 1) { from, to ->
                val values = SCRATCH.get().take(panelBytes + roomBytes())
                val room = Room(values + panelBytes)
                for (panel in from until to) {
                    turnWeights(panel, values)
                    multiply(block, panel, v, values, room)
                }
            }
        }
    }

    /** How many units have values of so many [bytes]. */
    private fun unitsIn(bytes: Long): Int = (bytes / (POINTS * c.channels * 4L * seen.tiles)).coerceIn(1, units.toLong()).toInt()

    private fun unitsOf(block: Int): Int = minOf(unitsOfBlock, units - block * unitsOfBlock)

    /** What one thread works in: sums of products, pixels, a square, a row of tiles. */
    private inner class Room(val sums: Long) {
        val pixels = sums + POINTS * sumStep
        val madePixels = pixels + seen.bytes
        val square = madePixels + made.bytes
        val row = square + LANES * VECTOR

        init {
            PoolPlan.clear(pixels, seen.bytes)
        }
    }

    private fun roomBytes(): Long = POINTS * sumStep + seen.bytes + made.bytes + LANES * VECTOR + ROW_BYTES

    private fun writeTables() {
        seen.writePlaces(places)
        made.writePlaces(madePlaces)
        for (i in 0 until LANES) {
            put(channels + 8L * i, i * c.input.channelStep)
            put(outputs + 8L * i, i * result.row)
        }
        lines.writeTable(kernels)
        PoolPlan.clear(starts, startBytes)
        if (weights.start == 0L) return
        for (i in 0 until c.outputs) {
            RowsF32.every(weights.start + i * weights.startStep * 4L, 1, starts + i / LANES * 2 * VECTOR + i % LANES * 4, 1)
        }
    }

    /** The values of the kernels of [panel], two vectors of output channels, at [to]. */
    private fun turnWeights(panel: Int, to: Long) {
        val read = KERNELS.get().take(lines.lineBytes + lines.scratchBytes + 18 * VECTOR)
        val scratch = read + lines.lineBytes
        for (half in 0 until minOf(2, c.outputs / LANES - 2 * panel)) {
            for (channel in 0 until c.channels) {
                lines.read((2 * panel + half) * LANES, channel, kernels, read, scratch)
                WinogradWeightF32.kernel(read, isTurned, to + (2L * channel + half) * VECTOR, panelStep, scratch + lines.scratchBytes)
            }
        }
    }

    /** The values of what the tiles of a unit see in some channels, into those of its block at [v]. */
    private fun turnInput(block: Int, unit: Int, chunk: Int, v: Long, room: Room) {
        val number = block * unitsOfBlock + unit
        val strip = number % seen.strips
        val plane = c.input.at(number / seen.strips, chunk * LANES)
        // zeros around a whole plane stay where they are; strips have rows there
        if (seen.strips > 1) PoolPlan.clear(room.pixels, seen.bytes)
        seen.forSquares(strip, room.pixels) { pixel, base ->
            Square32.transpose(plane + 4L * pixel, channels, base, places + 8L * pixel, room.square)
        }
        val to = v + (chunk.toLong() * tiles + unit * seen.tiles) * VECTOR
        seen.forRows(strip, AT_ONCE) { tile, at, count ->
            WinogradInputF32.tiles(room.pixels + at, seen.pitch, count, to + tile * VECTOR, seenStep, room.row)
        }
    }

    /** The results of [panel] for the tiles of [block], from their values and those of its kernels. */
    private fun multiply(block: Int, panel: Int, v: Long, values: Long, room: Room) {
        for (p in 0 until POINTS) {
            WinogradProductsF32.tiles(
                tiles,
                c.channels,
                v + p * seenStep,
                tiles * VECTOR,
                values + p * panelStep,
                room.sums + p * sumStep,
            )
        }
        for (unit in 0 until unitsOf(block)) {
            for (half in 0 until minOf(2, c.outputs / LANES - 2 * panel)) turnSums(block, unit, 2 * panel + half, room)
        }
    }

    private fun turnSums(block: Int, unit: Int, chunk: Int, room: Room) {
        val number = block * unitsOfBlock + unit
        val strip = number % seen.strips
        val from = room.sums + unit * seen.tiles * 2 * VECTOR + chunk % 2 * VECTOR
        made.forRows(strip, seen.across) { tile, at, count ->
            val start = starts + chunk * 2 * VECTOR
            WinogradOutputF32.tiles(
                from + tile * 2 * VECTOR,
                sumStep,
                2 * VECTOR,
                count,
                start,
                room.madePixels + at,
                made.pitch,
                room.row,
            )
        }
        val numbers = seen.rowsOf(strip) * WinogradTiles.TILE * made.pitch / 4
        if (!FiniteF32.all(room.madePixels, numbers)) isFinite.set(false)
        val y = result.address + number / seen.strips * result.image + chunk * LANES * result.row
        made.forSquares(strip, room.madePixels) { pixel, base ->
            Square32.transpose(base, madePlaces + 8L * pixel, y + 4L * pixel, outputs, room.square)
        }
    }

    private fun put(at: Long, number: Long) = Lanes.ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, at, number)

    companion object {
        private const val POINTS = WinogradPoints.COUNT
        private val LANES = WinogradTiles.LANES
        private val VECTOR = WinogradTiles.VECTOR

        /** Tiles of a row that are turned at once, and bytes for them. */
        private const val AT_ONCE = 14
        private val ROW_BYTES = 6 * (4 * AT_ONCE + 2) * VECTOR

        /** Bytes of values of kernels that are kept; of values of tiles beside them, and where they are what is kept. */
        private const val FEW = 3L shl 20
        private const val NEAR = 600L shl 10
        private const val FAR = 8L shl 20

        private val TABLES: ThreadLocal<Scratch> = ThreadLocal.withInitial { Scratch() }
        private val SCRATCH: ThreadLocal<Scratch> = ThreadLocal.withInitial { Scratch() }
        private val KERNELS: ThreadLocal<Scratch> = ThreadLocal.withInitial { Scratch() }

        /** Whether this is the way for [correlation]. */
        fun suits(correlation: Correlation): Boolean {
            val c = correlation.slide
            val (weights, result) = correlation.weights to correlation.result
            return WinogradTiles.suits(c) && result.isDense(c) && KernelLines.suits(weights)
        }
    }
}
