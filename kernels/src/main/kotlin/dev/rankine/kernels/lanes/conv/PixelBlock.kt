package dev.rankine.kernels.lanes

import java.lang.foreign.ValueLayout

/** Some images, or a strip of rows of one, of one group: what its kernels see, laid out in the memory of this thread. */
internal class PixelBlock(
    correlation: Correlation,
    private val blocks: CorrelationBlocks,
    private val scattered: Boolean,
    val group: Int,
    private val image: Int,
    private val images: Int,
    private val row: Int,
    private val rows: Int,
) {
    private val c = correlation.slide
    private val result = correlation.result
    private val lanes = c.lanes
    private val pixels = rows * c.columns
    private val vectorsOfImage = (pixels + lanes - 1) / lanes

    /** How many vectors of pixels the block has. */
    val count: Int = if (c.isPacked) (images * pixels + lanes - 1) / lanes else images * vectorsOfImage

    private val planeBytes = Scratch.lines(blocks.elements * c.bytes) + Scratch.ROOM
    private val vectorBytes = Scratch.lines(count * ConvolutionF32.ENTRY)
    private val placeBytes = if (scattered) Scratch.lines(8L * images * pixels) else 0
    private val planes = SCRATCH.get().take(planeBytes + vectorBytes + placeBytes)

    /** The table of vectors of pixels; see ConvolutionF32. */
    val vectors: Long = planes + planeBytes

    /** Offsets of all pixels of the block from [target], or 0 where those of a vector lie together. */
    val places: Long = if (scattered) vectors + vectorBytes else 0

    /** The address of the first pixel of the block in the first output channel of the group. */
    val target: Long = result.let { it.address + image * it.image + group * it.group + row * it.down }

    init {
        for (i in 0 until count) if (c.isPacked) writePacked(i) else writeVector(i)
        if (scattered) {
            for (i in 0 until images * pixels) {
                val pixel = i % pixels
                val columns = c.columns
                put(places + 8L * i, i / pixels * result.image + pixel / columns * result.down + pixel % columns * result.right)
            }
        }
    }

    private fun writePacked(i: Int) {
        val entry = vectors + i * ConvolutionF32.ENTRY
        put(entry, i.toLong() * lanes * c.bytes)
        put(entry + 8, 0)
        put(entry + 16, minOf(lanes, images * pixels - i * lanes).toLong())
        put(entry + 24, i.toLong() * lanes)
        put(entry + 32, 0)
    }

    private fun writeVector(i: Int) {
        val entry = vectors + i * ConvolutionF32.ENTRY
        val of = i / vectorsOfImage
        val pixel = i % vectorsOfImage * lanes
        val step = if (blocks.isInPlace) c.input.imageStep else blocks.imageElements * c.bytes
        // nothing may be read behind the last plane
        val back = if (blocks.isInPlace) maxOf(0, pixel + lanes - pixels) else 0
        put(entry, of * step + (pixel - back) * c.bytes)
        put(entry + 8, if (scattered) 0 else of * result.image + (pixel - back) * c.bytes)
        put(entry + 16, minOf(lanes, pixels - pixel).toLong())
        put(entry + 24, of.toLong() * pixels + pixel)
        put(entry + 32, back.toLong())
    }

    /** Where what block [block] of channels sees is laid out; in place, that is the input. */
    fun base(block: Int): Long = if (blocks.isInPlace) c.input.at(image, group * c.channels + block * blocks.channels) else planes

    /** How many channels block [block] has. */
    fun channels(block: Int): Int = minOf(blocks.channels, c.channels - block * blocks.channels)

    /** Lays out what kernels see of channels [from] until [to] of block [block], unless that is in place. */
    fun lay(block: Int, from: Int, to: Int) {
        if (blocks.isInPlace) return
        val channel = group * c.channels + block * blocks.channels
        val plane = c.input.plane()
        for (i in 0 until images) {
            for (j in from until to) {
                plane.address = c.input.at(image + i, channel + j)
                if (c.isPacked) {
                    for (t in 0 until c.taps) {
                        val into = planes + ((j * c.taps + t) * blocks.run + i * pixels) * c.bytes
                        plane.lay(row * c.strideDown + c.downs[t], c.strideDown, c.rights[t], c.strideRight, rows, c.columns, into, 0.0)
                    }
                } else {
                    blocks.shifts.lay(
                        plane,
                        row,
                        blocks.rows,
                        planes + (i * blocks.imageElements + j * blocks.channelElements) * c.bytes,
                        0.0,
                    )
                }
            }
        }
    }

    private fun put(at: Long, number: Long) = Lanes.ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, at, number)

    private companion object {
        val SCRATCH: ThreadLocal<Scratch> = ThreadLocal.withInitial { Scratch() }
    }
}
