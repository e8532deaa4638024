package dev.rankine.kernels.lanes

import dev.rankine.kernels.Workers
import dev.rankine.shapes.DType

/**
 * How a correlation is cut: kernels into blocks of whole channels, added one after another, so that a block of weights and what it meets stay in
 * the caches; pixels into blocks of images or strips of rows, output channels into parts, both for threads.
 * No sum depends on how pixels and output channels are cut.
 */
internal class CorrelationBlocks(correlation: Correlation) {
    private val c = correlation.slide
    private val weights = correlation.weights
    private val pixels = c.pixels

    private val all = c.images.toLong() * c.pixels

    /** Whether weights are read where they lie, as they are used for so few pixels. */
    val isUnpacked: Boolean =
        c.dtype == DType.F32 && c.groups == 1 && c.outputs % ConvolutionRowsF32.ROWS == 0 && KernelLines.suits(weights) &&
            (weights.channel == c.taps.toLong() || c.channels == 1) && correlation.result.isDense(c) &&
            (all <= UNPACKED || (all <= PANELED && !c.isInPlace && c.outputs >= TILES * ConvolutionRowsF32.ROWS))

    /** Whether the runs of kernel elements are rows of the input itself; the last vector of a plane may then reach back over the one before. */
    val isInPlace: Boolean = c.isInPlace || (isUnpacked && c.isPointwise && !c.isPacked && c.pixels >= c.lanes)

    val slivers: Slivers = Slivers(c.outputs, ofEight = isUnpacked)

    /** Whether what two vectors of pixels see is copied side by side for all tiles of output channels, where there are tiles enough. */
    val hasPanels: Boolean = !isInPlace && slivers.count >= TILES && (!isUnpacked || all > UNPACKED)

    val shifts: Shifts = Shifts(c.downs, c.rights, c.strideDown, c.strideRight, c.columns)

    /** Blocks of channels, of which the last may be smaller. */
    val depths: Int = (if (isUnpacked && !hasPanels) fitting() else (c.depth + DEPTH - 1) / DEPTH).coerceIn(1, maxOf(1, c.channels))
    val channels: Int = (c.channels + depths - 1) / depths

    private val rowBytes = maxOf(1L, channels.toLong() * shifts.planes * c.columns * c.bytes)

    /** Rows of the result that are laid out at once. */
    val rows: Int =
        if (isInPlace || c.isPacked || laid(c.rows) <= 2 * CACHE) {
            c.rows
        } else {
            ((CACHE / rowBytes).toInt() - shifts.span).coerceIn(1, c.rows)
        }
    val strips: Int = (c.rows + rows - 1) / rows

    /** Images of a block. */
    val images: Int = if (strips > 1) 1 else imagesOfBlock()
    private val imageBlocks = (c.images + images - 1) / images

    /** Blocks of pixels of one group. */
    val blocks: Int = if (strips > 1) c.images * strips else imageBlocks

    /** Into how many parts the tiles of output channels are cut. */
    val parts: Int =
        (2 * Workers.count / maxOf(1, blocks * c.groups)).coerceIn(1, slivers.count).let { if (c.work < SMALL) 1 else it }
    val tasks: Int = blocks * c.groups
    val grain: Int = if (c.work < SMALL) maxOf(1, tasks) else 1

    /** Elements of the run of one kernel element over the images of a block, where each has its own. */
    val run: Long = (images.toLong() * pixels + ROOM + 15) / 16 * 16

    /** Elements that a channel and that an image take in scratch memory. */
    val channelElements: Long = if (c.isPacked) c.taps * run else shifts.channel(rows)
    val imageElements: Long = channels * channelElements

    /** Elements of scratch memory for what kernels see. */
    val elements: Long =
        if (isInPlace) {
            0
        } else if (c.isPacked) {
            imageElements
        } else {
            images * imageElements
        }

    /** Into how many blocks of channels the input must be cut so that one stays in the cache. */
    private fun fitting(): Int {
        val elements =
            when {
                isInPlace -> c.images.toLong() * pixels
                c.isPacked -> c.taps * (c.images.toLong() * pixels + ROOM)
                else -> c.images * shifts.channel(c.rows)
            }
        return ((c.channels * elements * c.bytes + CACHE - 1) / CACHE).toInt()
    }

    private fun laid(rows: Int): Long = channels * shifts.channel(rows) * c.bytes

    private fun imagesOfBlock(): Int {
        val bytes = if (c.isPacked) channels.toLong() * c.taps * pixels * c.bytes else laid(c.rows)
        val fitting = if (isInPlace) FEW_PIXELS * 4 / pixels else (CACHE / maxOf(1, bytes)).toInt()
        val wanted = maxOf((c.images + 2 * Workers.count - 1) / (2 * Workers.count), FEW_PIXELS / pixels)
        return minOf(fitting, wanted, c.images).coerceAtLeast(1)
    }

    companion object {
        /** Elements of kernels in a block: those of 12 output channels take a third of the first-level cache. */
        const val DEPTH = 288

        /** Tiles that a panel must serve. */
        const val TILES = 12

        /** Bytes laid out at once: less than half of the second-level cache. */
        const val CACHE = 400L shl 10

        /** Up to so many pixels weights are not packed. */
        const val UNPACKED = 512L

        /** The same where what they see is copied to panels. */
        const val PANELED = 1024L

        /** Pixels that a block should have, so that weights are not fetched for few of them. */
        const val FEW_PIXELS = 256

        /** Below this many operations threads do not pay. */
        const val SMALL = 2e5

        /** Elements behind a run that may be read and written. */
        const val ROOM = 32
    }
}
