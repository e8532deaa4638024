package dev.rankine.kernels.lanes

import java.lang.foreign.ValueLayout

/**
 * Planes of images laid out pixel by pixel: [pixels][eights][chunks][8][V], where eight images are an eight and V channels, the lanes of a vector,
 * are a chunk. Images that are none hold zeros.
 */
internal class ImageLayout(private val count: Int, private val chunks: Int, private val pixels: Int) {
    val images: Int = (count + ROWS - 1) / ROWS * ROWS

    /** Bytes from a pixel to the next; a line more, so that pixels do not push each other out of the cache. */
    private val step = chunks.toLong() * images * VECTOR + VECTOR

    /** Bytes of all. */
    val bytes: Long = pixels * step

    /** Bytes of the table that [writePlaces] writes. */
    val placeBytes: Long = Scratch.lines(8L * pixels)

    /** Where the first image of an [eight] of [chunk] of [pixel] is, in bytes. */
    fun at(pixel: Int, eight: Int, chunk: Int): Long = pixel * step + (eight.toLong() * chunks + chunk) * CHUNK

    /** Writes where each pixel is at [to]. */
    fun writePlaces(to: Long) {
        for (i in 0 until pixels) Lanes.ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, to + 8L * i, i * step)
    }

    /** Lays out a chunk of channels of [image] of [planes]; [places] as [writePlaces] wrote it, [channels] has offsets of channels. */
    fun lay(planes: Planes, image: Int, chunk: Int, to: Long, places: Long, channels: Long) {
        val square = SCRATCH.get().take(LANES * VECTOR)
        val from = planes.at(image, chunk * LANES)
        val base = to + at(0, image / ROWS, chunk) + image % ROWS * VECTOR
        for (q in 0 until pixels step LANES) {
            val pixel = minOf(q, pixels - LANES)
            Square32.transpose(from + 4L * pixel, channels, base, places + 8L * pixel, square)
        }
        if (image < count - 1 || images == count) return
        for (i in 0 until pixels) PoolPlan.clear(base + VECTOR + i * step, (images - count) * VECTOR)
    }

    companion object {
        private val LANES = Square32.SIDE
        private val VECTOR = 4L * LANES
        private const val ROWS = ImageProductsF32.ROWS

        /** Bytes from a chunk of eight images to the next. */
        val CHUNK: Long = ROWS * VECTOR

        /** Channels that sums should go over for this to be faster, output channels, images, and bytes of planes that may be laid out. */
        const val DEPTH: Int = 128
        const val CHANNELS: Int = 32
        private const val IMAGES = 8
        private const val LARGEST = 24L shl 20

        private val SCRATCH: ThreadLocal<Scratch> = ThreadLocal.withInitial { Scratch() }

        /** Whether [channels] channels of [planes] are worth it. */
        fun suits(planes: Planes, channels: Int): Boolean {
            val rounded = (planes.images + ROWS - 1) / ROWS * ROWS
            return planes.isDense && channels % LANES == 0 && channels >= CHANNELS && planes.h * planes.w >= LANES &&
                planes.images >= IMAGES && rounded * 7 <= planes.images * 8 && 4L * rounded * channels * planes.h * planes.w <= LARGEST
        }
    }
}
