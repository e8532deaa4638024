package dev.rankine.kernels.lanes

import dev.rankine.kernels.SegmentStorage
import dev.rankine.kernels.Workers
import dev.rankine.shapes.DType
import java.lang.foreign.ValueLayout

/*
 * Convolutions as products of matrices of which one, what kernels see, is never written out: rows are output channels, columns pixels,
 * K the elements of a kernel (channels times taps). A tile of 8 or 4 output channels and two vectors of pixels stays in registers; the weights
 * of 8 rows and at most 288 elements (9 KiB) stay in the first-level cache while the tiles of a block of pixels (at most 400 KiB, in the
 * second-level cache) go by. Blocks of K are added in order.
 *
 * Measured on an AMD EPYC (Zen 4) at 512 bits, one thread, JDK 25, 32 images, the machine shared, in ms and GFLOP/s; forward, then the gradient
 * for the input: 3 x 3, 64 x 32 x 32: 25.9 (93), 26.5 (91); 128 x 16 x 16: 25.4 (95), 25.4 (95); 256 x 8 x 8: 30.3 (80), 30.0 (81);
 * 512 x 4 x 4: 32.3 (75), 31.6 (77); stride 2, 64 to 128: 13.7 (88), 21.4 (56); 256 to 512: 17.4 (69), 22.6 (54); 1 x 1, 256 x 8 x 8 to 512:
 * 5.7 (94), 6.0 (89). 128 images, 1 to 16 channels of 28 x 28: 0.70 (41), plain 9.2; 16 to 32 of 14 x 14: 3.0 (76) and 3.4 (67), plain 6.8 and 13.8.
 * One image, weights read where they lie by tiles of 8, packed in brackets, in us: 3 x 3, 256 x 8 x 8 780 (1310); 512 x 4 x 4 1130 (4100); stride 2,
 * 256 to 512 x 8 x 8 635 (1860); 1 x 1, stride 2, 256 to 512 x 8 x 8 75 (206); with 784 pixels packing is 5 % better: 1080 and 1020 us, 128 to 512 x 28 x 28.
 * Then blocks of channels are as large as the cache allows: 400 or 800 KiB are alike, 1600 KiB are up to 1.3 times as slow. 1 x 1 without stride, read where it
 * lies, the last vector of a plane reaching back over the one before, and single pixels at the end as columns: 2048 to 512 x 7 x 7 1.06 to 1.12 ms (laid out, four
 * vectors for 49 pixels: 1.42 to 1.48), two threads 0.57 to 0.60 (0.84 to 0.94); 1024 to 256 x 14 x 14 1.08 to 1.12 (1.21 to 1.23).
 * Where 12 or more tiles of output channels go by, what two vectors see is first copied side by side to a panel, and up to 1024 pixels weights are not packed
 * either: 3 x 3, stride 2, 128 x 56 x 56 2.5 to 2.8 ms instead of 2.8 to 3.7; 8 tiles, 7 x 7 at 3 to 64 channels: no difference. Few blocks of pixels are laid out by
 * all threads together, once: two threads 3 x 3, stride 2, 256 to 512 x 8 x 8 0.36 ms instead of 0.39 to 0.50.
 * Two threads: 512 x 4 x 4 27.8 and 27.9 become 16.3 and 16.5; 16 to 32 of 14 x 14 3.0 and 3.2 become 1.7 and 1.7. In float16, 128 x 16 x 16: 30, 29.
 */

/** Runs a correlation: packs the weights once, then shares blocks of pixels and output channels among the threads. */
internal class CorrelationRun(private val correlation: Correlation) {
    private val c = correlation.slide
    private val weights = correlation.weights
    private val blocks = CorrelationBlocks(correlation)
    private val slivers = blocks.slivers
    private val result = correlation.result
    private val scattered = !result.isDense(c) || c.isPacked

    /** Elements of kernels in a block of channels. */
    private val depth = blocks.channels * c.taps

    // what all threads read: offsets of runs, of weights and of the rows of a panel, what sums start with, packed weights
    private val listBytes = Scratch.lines(8L * depth)
    private val startBytes = Scratch.lines(c.bytes * c.groups * slivers.padded)
    private val packedBytes = if (blocks.isUnpacked) 0 else Scratch.lines(c.bytes * c.groups * slivers.padded * c.depth)
    private val runs = TABLES.get().take(3 * listBytes + startBytes + if (packedBytes > SMALL) 0 else packedBytes)
    private val sources = runs + listBytes
    private val even = sources + listBytes
    private val starts = even + listBytes
    private var packed = starts + startBytes

    fun run() {
        if (c.dtype == DType.I64) return ConvolutionLoop.correlate(correlation)
        if (packedBytes <= SMALL) return compute()
        // many weights: from the pool of the backend, not from memory that this thread would keep
        val storage = c.input.backend.allocate(c.dtype, Math.toIntExact(packedBytes / c.bytes))
        try {
            packed = (storage as SegmentStorage).address
            compute()
        } finally {
            storage.release("the convolution that packed its weights")
        }
    }

    private fun compute() {
        writeTables()
        if (!blocks.isUnpacked) pack()
        if (c.hasOutside && !blocks.isUnpacked && !isFinite()) return ConvolutionLoop.correlate(correlation)
        if (blocks.parts > 1) {
            for (task in 0 until blocks.tasks) share(pixels(task))
        } else {
            Workers.range(blocks.tasks, blocks.grain) { from, to -> for (task in from until to) alone(pixels(task)) }
        }
        if (c.hasOutside && blocks.isUnpacked && !isResultFinite()) ConvolutionLoop.correlate(correlation)
    }

    private fun writeTables() {
        for (i in 0 until depth) {
            val channel = i / c.taps
            val tap = i % c.taps
            val run =
                if (blocks.isInPlace) {
                    channel * c.input.channelStep
                } else if (c.isPacked) {
                    i * blocks.run * c.bytes
                } else {
                    (channel * blocks.channelElements + blocks.shifts.offset(tap, blocks.rows)) * c.bytes
                }
            Lanes.ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, runs + 8L * i, run)
            Lanes.ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, sources + 8L * i, channel * weights.channel + weights.taps[tap])
            Lanes.ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, even + 8L * i, i * PANEL)
        }
        if (weights.start == 0L) return
        PoolPlan.clear(starts, startBytes)
        for (i in 0 until c.groups * c.outputs) {
            val from = weights.start + i.toLong() * weights.startStep * c.bytes
            val to = starts + c.bytes * (i / c.outputs * slivers.padded + i % c.outputs)
            if (c.dtype == DType.F32) RowsF32.every(from, 1, to, 1) else RowsF64.every(from, 1, to, 1)
        }
    }

    /** Where the weights of tile [sliver] and block [block] of channels of [group] are packed. */
    private fun packed(group: Int, block: Int, sliver: Int): Long {
        val before = block * depth
        val of = minOf(depth, c.depth - before)
        return packed + c.bytes * (slivers.padded * (group.toLong() * c.depth + before) + slivers.starts[sliver].toLong() * of)
    }

    private fun pack() {
        val count = c.groups * blocks.depths * slivers.count
        val grain = (GRAIN / maxOf(1, TILE * depth)).coerceAtLeast(1)
        val areLines = KernelLines.suits(weights) && weights.channel == c.taps.toLong()
        Workers.range(count, grain) { begin, end ->
            for (i in begin until end) {
                val sliver = i % slivers.count
                val block = i / slivers.count % blocks.depths
                val group = i / slivers.count / blocks.depths
                val row = slivers.starts[sliver]
                val tile = slivers.tile(sliver)
                val rows = minOf(tile, c.outputs - row)
                val of = minOf(depth, c.depth - block * depth)
                val offset = group * weights.group + row * weights.row + block * blocks.channels * weights.channel
                val from = weights.address + offset * c.bytes
                val into = packed(group, block, sliver)
                if (areLines && rows == TILE) {
                    val spare = SPARE.get().take(ConvolutionRowsF32.SCRATCH)
                    if (c.dtype == DType.F32) {
                        ConvolutionF32.packLines(from, weights.row, of, tile, into, spare)
                    } else {
                        ConvolutionF64.packLines(from, weights.row, of, tile, into, spare)
                    }
                } else if (c.dtype == DType.F32) {
                    ConvolutionF32.pack(from, weights.row, sources, of, rows, tile, into)
                } else {
                    ConvolutionF64.pack(from, weights.row, sources, of, rows, tile, into)
                }
            }
        }
    }

    /** Whether all weights are finite: others, times the zeros outside a plane, would be NaN. */
    private fun isFinite(): Boolean {
        val count = c.groups.toLong() * slivers.padded * c.depth
        return if (c.dtype == DType.F32) FiniteF32.all(packed, count) else FiniteF64.all(packed, count)
    }

    /** Whether all results are finite: weights that are not, times zeros outside a plane, have spoilt some result. Cheaper than to read all weights. */
    private fun isResultFinite(): Boolean {
        val isDense = result.row == c.pixels * c.bytes
        val (planes, pixels) = if (isDense) 1 to c.outputs * c.pixels else c.outputs to c.pixels
        return (0 until c.images * planes).all {
            FiniteF32.all(result.address + it / planes * result.image + it % planes * result.row, pixels.toLong())
        }
    }

    private fun pixels(task: Int): PixelBlock {
        val group = task % c.groups
        val number = task / c.groups
        val image = if (blocks.strips > 1) number / blocks.strips else number * blocks.images
        val images = minOf(blocks.images, c.images - image)
        val row = if (blocks.strips > 1) number % blocks.strips * blocks.rows else 0
        val rows = minOf(blocks.rows, c.rows - row)
        return PixelBlock(correlation, blocks, scattered, group, image, images, row, rows)
    }

    private fun alone(pixels: PixelBlock) {
        for (block in 0 until blocks.depths) {
            pixels.lay(block, 0, pixels.channels(block))
            pixels.products(block, 0, slivers.count, 0, pixels.count)
        }
    }

    /** All threads lay out a block of channels, then each computes some output channels. */
    private fun share(pixels: PixelBlock) {
        val grain = (LAID / maxOf(1, blocks.images * blocks.channelElements)).toInt().coerceAtLeast(1)
        for (block in 0 until blocks.depths) {
            if (!blocks.isInPlace) Workers.range(pixels.channels(block), grain) { from, to -> pixels.lay(block, from, to) }
            val pairs = (pixels.count + 1) / 2
            if (blocks.hasPanels && pairs >= blocks.parts) {
                Workers.range(blocks.parts, 1) { from, to ->
                    pixels.products(
                        block,
                        0,
                        slivers.count,
                        pairs * from / blocks.parts * 2,
                        minOf(
                            pixels.count,
                            pairs * to / blocks.parts * 2,
                        ),
                    )
                }
            } else {
                Workers.range(blocks.parts, 1) { from, to ->
                    pixels.products(block, slivers.count * from / blocks.parts, slivers.count * to / blocks.parts, 0, pixels.count)
                }
            }
        }
    }

    /** Calls the tiles of a block of channels, of slivers [from] until [to], for vectors [first] until [last] of pixels. */
    private fun PixelBlock.products(block: Int, from: Int, to: Int, first: Int, last: Int) {
        val of = minOf(depth, c.depth - block * depth)
        val begin = vectors + first * ConvolutionF32.ENTRY
        if (!blocks.hasPanels) return products(block, from, to, begin, last - first, runs, base(block))
        val entries = PANEL_SCRATCH.get().take(PANELS * ConvolutionF32.ENTRY + PANELS / 2 * PANEL * of)
        val panels = entries + PANELS * ConvolutionF32.ENTRY
        for (i in 0 until last - first step PANELS) {
            val count = minOf(PANELS, last - first - i)
            val at = begin + i * ConvolutionF32.ENTRY
            if (c.dtype == DType.F32) {
                ConvolutionF32.panels(at, count, runs, of, base(block), entries, panels)
            } else {
                ConvolutionF64.panels(at, count, runs, of, base(block), entries, panels)
            }
            products(block, from, to, entries, count, even, panels)
        }
    }

    /** The same for [count] vectors of pixels. */
    private fun PixelBlock.products(block: Int, from: Int, to: Int, vectors: Long, count: Int, runs: Long, base: Long) {
        val of = minOf(depth, c.depth - block * depth)
        val points = if (blocks.isUnpacked) ConvolutionRowsF32.points(vectors, count) else 0
        val spare = SPARE.get().take(ConvolutionRowsF32.SCRATCH + points * 4L * of)
        val columns = spare + ConvolutionRowsF32.SCRATCH
        for (point in 0 until points) ConvolutionRowsF32.column(vectors, count, point, runs, of, base, columns + point * 4L * of)
        for (sliver in from until to) {
            val tile = slivers.tile(sliver)
            val first = slivers.starts[sliver]
            val rows = minOf(tile, c.outputs - first)
            val a = packed(group, block, sliver)
            val start = if (block > 0 || weights.start == 0L) 0 else starts + c.bytes * (group * slivers.padded + first)
            val y = target + first * result.row
            if (blocks.isUnpacked) {
                val from = weights.address + c.bytes * (first * weights.row + block * depth)
                ConvolutionRowsF32.sliver(
                    from,
                    weights.row * c.bytes,
                    runs,
                    of,
                    start,
                    vectors,
                    count,
                    base,
                    y,
                    result.row,
                    places,
                    block > 0,
                    columns,
                    spare,
                )
            } else if (c.dtype == DType.F32) {
                ConvolutionF32.sliver(a, tile, rows, runs, of, start, vectors, count, base, y, result.row, places, block > 0, spare)
            } else {
                ConvolutionF64.sliver(a, tile, rows, runs, of, start, vectors, count, base, y, result.row, places, block > 0, spare)
            }
        }
    }

    private companion object {
        const val TILE = 8

        /** Bytes of weights that the thread has memory for. */
        const val SMALL = 1L shl 20

        /** Weights that make a share for a thread. */
        const val GRAIN = 1 shl 15

        /** Elements laid out that make one. */
        const val LAID = 1L shl 14

        /** Bytes of a row of a panel, which has two vectors, and vectors whose panels lie side by side: a third of the second-level cache. */
        val PANEL = 2L * Lanes.BITS / 8
        const val PANELS = 8

        val SPARE: ThreadLocal<Scratch> = ThreadLocal.withInitial { Scratch() }

        val PANEL_SCRATCH: ThreadLocal<Scratch> = ThreadLocal.withInitial { Scratch() }

        val TABLES: ThreadLocal<Scratch> = ThreadLocal.withInitial { Scratch() }
    }
}
