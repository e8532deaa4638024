package dev.rankine.kernels.lanes

import dev.rankine.kernels.Workers
import dev.rankine.kernels.address
import dev.rankine.ops.Value
import dev.rankine.shapes.DType
import java.lang.foreign.ValueLayout

/*
 * A tile is four output channels by six elements of kernels: 24 sums of whole vectors, ten loads a step. It goes by all pixels of a block at
 * once: 64 vectors of pixels at a time, so that the arriving planes stay in the first-level cache, was 5 to 10 % slower in the same run.
 *
 * Measured on an AMD EPYC (Zen 4) at 512 bits, one thread, JDK 25, 32 images, the machine shared, in ms and GFLOP/s: 3 x 3, 64 x 32 x 32:
 * 26.8 (90); 128 x 16 x 16: 32.5 (74); 256 x 8 x 8: 37.2 (65); 512 x 4 x 4: 41.2 (59), plain 70.8; stride 2, 64 to 128: 18.7 (65); 256 to 512:
 * 23.9 (51), plain 38.9; 1 x 1, 256 x 8 x 8 to 512: 6.6 (82). 128 images, 1 to 16 channels of 28 x 28: 0.67 (43), plain 12.7; 16 to 32 of 14 x 14:
 * 5.7 (40), plain 31.9. Less disturbed: 64 x 32 x 32 26.9 (90), 128 x 16 x 16 28.0 (86), 256 x 8 x 8 27.8 (87), 512 x 4 x 4 37.4 (65), two threads
 * 20; 16 to 32 of 14 x 14 3.3 (71), two threads 1.8. Stride 2, 64 to 128 x 32 x 32, half the channels a task and all outputs: 14.2 to 16.0 ms instead of 15.8 to
 * 16.5; 7 x 7, 4 images of 224 x 224, strips of 640 instead of 400 KiB: 12.0 to 12.8 instead of 12.6 to 13.1.
 */

/**
 * The gradient of a convolution for its weight: for every output channel and kernel element the sum of products of the arriving plane and
 * what the element meets. Vectors run along the pixels of both, so nothing is turned round; lanes are added up at the end.
 * A task has some channels, some outputs and some images. The cut depends on sizes alone, and so do the sums.
 */
internal class WeightGradientRun(private val c: Slide, private val dy: Planes, private val dw: Value) {
    private val channels = channelsOfTask()
    private val channelBlocks = (c.channels + channels - 1) / channels
    private val across = across(channels)
    private val outputs = minOf(c.outputs, maxOf(1, TILES / across) * PlaneProductsF32.OUTPUTS)
    private val outputBlocks = (c.outputs + outputs - 1) / outputs
    private val imageParts =
        if (c.groups * channelBlocks * outputBlocks >= PARTS || dw.elements > FEW) 1 else minOf(PARTS, c.images)

    private val shifts = Shifts(c.downs, c.rights, c.strideDown, c.strideRight, c.columns)

    /** Rows laid out at once, and images of which all rows are. */
    private val rows = rowsOfBlock()
    private val images = if (rows < c.rows) 1 else imagesOfBlock()
    private val run = (images.toLong() * rows * c.columns + ROOM + 15) / 16 * 16
    private val planeOfDy = (rows * c.columns + c.lanes - 1) / c.lanes * c.lanes.toLong()
    private val channelElements =
        if (c.isInPlace) {
            0
        } else if (c.isPacked) {
            c.taps * run
        } else {
            shifts.channel(rows)
        }
    private val imageElements = channels * channelElements
    private val elementsOfX = if (c.isPacked) imageElements else imageElements * images
    private val rowOfDy = if (c.isPacked) run else planeOfDy * images

    /** Whether all images of a task are laid out at once: then they serve all its outputs. */
    private val isWhole = rows == c.rows && images >= (c.images + imageParts - 1) / imageParts
    private val cuts = c.groups * channelBlocks * imageParts
    private val outputParts =
        if (isWhole) ((2 * Workers.count + cuts - 1) / cuts).coerceAtMost(outputBlocks) else outputBlocks

    private val partBytes = Scratch.lines(dw.elements * c.bytes)
    private val tapBytes = Scratch.lines(8L * channels * c.taps)
    private val table = TABLES.get().take(tapBytes + if (imageParts > 1) partBytes * imageParts else 0)
    private val partSums = table + tapBytes

    fun run() {
        val into = dw.address()
        for (i in 0 until channels * c.taps) put(table + 8L * i, offset(i / c.taps, i % c.taps))
        val tasks = cuts * outputParts
        Workers.range(tasks, if (c.work < SMALL) tasks else 1) { from, to -> for (i in from until to) Task(i).run() }
        if (imageParts == 1) return
        PoolPlan.clear(into, dw.elements * c.bytes)
        for (i in 0 until imageParts) {
            val part = partSums + i * partBytes
            if (c.dtype == DType.F32) AveragedRowsF32.add(part, into, dw.elements) else AveragedRowsF64.add(part, into, dw.elements)
        }
    }

    private fun offset(channel: Int, tap: Int): Long =
        if (c.isInPlace) {
            channel * c.input.channelStep
        } else if (c.isPacked) {
            (channel * c.taps + tap) * run * c.bytes
        } else {
            (channel * channelElements + shifts.offset(tap, rows)) * c.bytes
        }

    /** Half of them where one task can then have all outputs: what they see is laid out once. */
    private fun channelsOfTask(): Int {
        val most = (TAPS / c.taps).coerceIn(1, c.channels)
        val down = (c.outputs + PlaneProductsF32.OUTPUTS - 1) / PlaneProductsF32.OUTPUTS
        val isBetter = !c.isInPlace && !c.isPacked && most > 1 && down * across(most) > TILES && down * across(most / 2) <= TILES
        return if (isBetter) most / 2 else most
    }

    private fun across(channels: Int): Int = (channels * c.taps + PlaneProductsF32.TAPS - 1) / PlaneProductsF32.TAPS

    private fun rowsOfBlock(): Int {
        if (c.isInPlace || c.isPacked) return c.rows
        val row = (channels * shifts.planes + outputs) * c.columns * c.bytes
        return if (row * (c.rows + shifts.span) <= 2 * CACHE) c.rows else ((STRIP / row).toInt() - shifts.span).coerceIn(1, c.rows)
    }

    private fun imagesOfBlock(): Int {
        val seen =
            if (c.isInPlace) {
                c.pixels.toLong()
            } else if (c.isPacked) {
                c.taps.toLong() * c.pixels
            } else {
                shifts.channel(rows)
            }
        val image = channels * seen * c.bytes
        return (CACHE / maxOf(1, image)).coerceIn(1, maxOf(1L, c.images.toLong())).toInt()
    }

    /** Some channels, outputs and images. */
    private inner class Task(number: Int) {
        private val imagePart = number % imageParts
        private val outputPart = number / imageParts % outputParts
        private val channel = number / imageParts / outputParts % channelBlocks * channels
        private val channelCount = minOf(channels, c.channels - channel)
        private val group = number / imageParts / outputParts / channelBlocks
        private val count = channelCount * c.taps

        private val xBytes = Scratch.lines(elementsOfX * c.bytes) + Scratch.ROOM
        private val dyBytes = Scratch.lines(outputs * rowOfDy * c.bytes) + Scratch.ROOM
        private val stepBytes = Scratch.lines(16L * images * (planeOfDy / c.lanes))
        private val tileBytes = PlaneProductsF32.OUTPUTS * PlaneProductsF32.TAPS * (Lanes.BITS / 8L)
        private val tiles = (outputs + PlaneProductsF32.OUTPUTS - 1) / PlaneProductsF32.OUTPUTS * across + 3L
        private val x = SCRATCH.get().take(xBytes + dyBytes + stepBytes + tiles * tileBytes)
        private val laidDy = x + xBytes
        private val steps = laidDy + dyBytes
        private val spare = steps + stepBytes
        private val sums = spare + tileBytes

        fun run() {
            val end = (c.images.toLong() * (imagePart + 1) / imageParts).toInt()
            val begin = (c.images.toLong() * imagePart / imageParts).toInt()
            for (part in outputBlocks * outputPart / outputParts until outputBlocks * (outputPart + 1) / outputParts) {
                val output = part * outputs
                val outputCount = minOf(outputs, c.outputs - output)
                for (image in begin until end step images) {
                    for (row in 0 until c.rows step rows) {
                        val isFirst = image == begin && row == 0
                        if (!isWhole || part == outputBlocks * outputPart / outputParts) {
                            layInput(image, minOf(images, end - image), row, minOf(rows, c.rows - row))
                        }
                        block(image, minOf(images, end - image), row, minOf(rows, c.rows - row), output, outputCount, !isFirst)
                    }
                }
                total(output, outputCount)
            }
        }

        private fun total(output: Int, outputCount: Int) {
            val target = if (imageParts == 1) dw.address() else partSums + imagePart * partBytes
            val to = target + ((group.toLong() * c.outputs + output) * c.channels + channel) * c.taps * c.bytes
            val step = c.depth * c.bytes
            if (c.dtype == DType.F32) {
                PlaneProductsF32.total(sums, outputCount, count, to, step)
            } else {
                PlaneProductsF64.total(sums, outputCount, count, to, step)
            }
        }

        private fun block(image: Int, images: Int, row: Int, rows: Int, output: Int, outputCount: Int, add: Boolean) {
            val from = if (c.isInPlace) c.input.at(image, channel + group * c.channels) else x
            val first = group * c.outputs + output
            val dyInPlace = !c.isPacked && dy.isDense && rows * c.columns % c.lanes == 0
            if (!dyInPlace) layArriving(image, images, row, rows, first, outputCount)
            val d = if (dyInPlace) dy.at(image, first) + row * c.columns * c.bytes else laidDy
            val dRow = if (dyInPlace) dy.channelStep else rowOfDy * c.bytes
            val dyStep = if (dyInPlace) dy.imageStep else planeOfDy * c.bytes
            val xStep = if (c.isInPlace) c.input.imageStep else imageElements * c.bytes
            val count = writeSteps(images, rows * c.columns, dyStep, xStep)
            if (c.dtype == DType.F32) {
                PlaneProductsF32.block(d, dRow, outputCount, from, table, this.count, steps, count, sums, add, spare)
            } else {
                PlaneProductsF64.block(d, dRow, outputCount, from, table, this.count, steps, count, sums, add, spare)
            }
        }

        /** Writes where each vector of pixels is; says how many there are. */
        private fun writeSteps(images: Int, pixels: Int, dyStep: Long, xStep: Long): Int {
            val of = if (c.isPacked) images * pixels else pixels
            val vectors = (of + c.lanes - 1) / c.lanes
            var at = steps
            for (i in 0 until if (c.isPacked) 1 else images) {
                for (v in 0 until vectors) {
                    put(at, i * dyStep + v * c.lanes * c.bytes)
                    put(at + 8, i * xStep + v * c.lanes * c.bytes)
                    at += 16
                }
            }
            return ((at - steps) / 16).toInt()
        }

        private fun layInput(image: Int, images: Int, row: Int, rows: Int) {
            if (c.isInPlace) return
            val plane = c.input.plane()
            for (i in 0 until images) {
                for (j in 0 until channelCount) {
                    plane.address = c.input.at(image + i, group * c.channels + channel + j)
                    if (c.isPacked) {
                        for (t in 0 until c.taps) {
                            val to = x + ((j * c.taps + t) * run + i.toLong() * rows * c.columns) * c.bytes
                            plane.lay(row * c.strideDown + c.downs[t], c.strideDown, c.rights[t], c.strideRight, rows, c.columns, to, 0.0)
                        }
                    } else {
                        shifts.lay(plane, row, this@WeightGradientRun.rows, x + (i * imageElements + j * channelElements) * c.bytes, 0.0)
                    }
                }
            }
            if (!c.isPacked) return
            for (i in 0 until channelCount * c.taps) {
                fill(x + (i * run + images.toLong() * rows * c.columns) * c.bytes, 1)
            }
        }

        /** The arriving planes with zeros behind them, up to a whole vector. */
        private fun layArriving(image: Int, images: Int, row: Int, rows: Int, first: Int, outputCount: Int) {
            val plane = dy.plane()
            val pixels = rows * c.columns
            val step = if (c.isPacked) pixels.toLong() else planeOfDy
            for (o in 0 until outputCount) {
                for (i in 0 until images) {
                    val to = laidDy + (o * rowOfDy + i * step) * c.bytes
                    plane.address = dy.at(image + i, first + o)
                    plane.lay(row, 1, 0, 1, rows, c.columns, to, 0.0)
                    if (!c.isPacked || i == images - 1) fill(to + pixels * c.bytes, 1)
                }
            }
        }

        private fun fill(to: Long, n: Int) = if (c.dtype == DType.F32) RowsF32.fill(to, n, 0f) else RowsF64.fill(to, n, 0.0)
    }

    private fun put(at: Long, number: Long) = Lanes.ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, at, number)

    private companion object {
        /** Kernel elements of a task, and tiles of sums: with what they read they stay in the second-level cache. */
        const val TAPS = 72
        const val TILES = 256

        /** Tasks that there should be; images are shared among tasks where the result has fewer numbers than this. */
        const val PARTS = 8
        const val FEW = 1 shl 16

        /** Bytes laid out at once. */
        const val CACHE = 400L shl 10

        /** Bytes of a strip of rows: few rows are few steps a tile, and each tile's sums are read and written again. */
        const val STRIP = 640L shl 10
        const val ROOM = 32
        const val SMALL = 2e5

        val TABLES: ThreadLocal<Scratch> = ThreadLocal.withInitial { Scratch() }
        val SCRATCH: ThreadLocal<Scratch> = ThreadLocal.withInitial { Scratch() }
    }
}
