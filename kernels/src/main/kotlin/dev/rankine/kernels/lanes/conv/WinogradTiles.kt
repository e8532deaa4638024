package dev.rankine.kernels.lanes

import dev.rankine.shapes.DType
import java.lang.foreign.ValueLayout

/**
 * Planes of [h] rows and [w] columns cut into tiles of 4 x 4 results, and how their pixels lie where the lanes of a vector are channels: pixel after pixel, a vector
 * each, row after row, with zeros around. A strip of rows of tiles of one image is a unit.
 *
 * @property top rows of zeros above the plane, [left] columns before it.
 * @property border rows and columns that a tile sees more than it has: 2 for the input of a convolution, 0 for its result.
 */
internal class WinogradTiles(
    private val h: Int,
    private val w: Int,
    rows: Int,
    columns: Int,
    private val top: Int,
    private val left: Int,
    private val border: Int,
) {
    /** Tiles in a row, and rows of tiles of an image. */
    val across: Int = (columns + TILE - 1) / TILE
    private val rowsOfTiles = (rows + TILE - 1) / TILE

    /** Rows of tiles of a unit; the last of an image may have fewer. */
    private val down: Int = (STRIP / ((TILE * across + 2) * VECTOR * TILE)).coerceIn(1, rowsOfTiles.toLong()).toInt()

    /** Units of an image. */
    val strips: Int = (rowsOfTiles + down - 1) / down

    /** Tiles of a unit. */
    val tiles: Int = down * across

    /** Bytes from a row of pixels to the next, and of all that a unit sees. */
    val pitch: Long = (TILE * across + border) * VECTOR
    val bytes: Long = (TILE * down + border) * pitch

    /** Bytes of the table that [writePlaces] writes. */
    val placeBytes: Long = Scratch.lines(8L * h * w)

    /** Rows of tiles of strip [strip]. */
    fun rowsOf(strip: Int): Int = minOf(down, rowsOfTiles - strip * down)

    /** Writes where each pixel of a plane lies, in bytes from the first row of the image, at [to]. */
    fun writePlaces(to: Long) {
        for (q in 0 until h * w) {
            Lanes.ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, to + 8L * q, (q / w + top) * pitch + (q % w + left) * VECTOR)
        }
    }

    /**
     * Calls [square] with the first pixel of every group of pixels of the plane, as many as a vector has lanes, that strip [strip] has, and with the address to which
     * places are relative where the pixels of the strip begin at [pixels]. The last group reaches back into the one before.
     */
    inline fun forSquares(strip: Int, pixels: Long, square: (pixel: Int, base: Long) -> Unit) {
        val first = strip * down * TILE
        val from = maxOf(0, first - top) * w
        val to = minOf(h, first - top + rowsOf(strip) * TILE + border) * w
        val base = pixels - first * pitch
        for (q in from until to step LANES) square(minOf(q, to - LANES), base)
    }

    /**
     * Calls [tiles] for rows of tiles of strip [strip], at most [most] at a time: the first tile's number, where its pixels begin, how many
     * there are.
     */
    inline fun forRows(strip: Int, most: Int, tiles: (tile: Int, at: Long, count: Int) -> Unit) {
        for (row in 0 until rowsOf(strip)) {
            for (tile in 0 until across step most) {
                tiles(row * across + tile, row * TILE * pitch + tile * TILE * VECTOR, minOf(most, across - tile))
            }
        }
    }

    companion object {
        const val TILE: Int = WinogradPoints.TILE
        val LANES: Int = Square32.SIDE

        /** Bytes of a vector. */
        val VECTOR: Long = 4L * LANES

        /** Bytes of what a unit sees: with its values it stays in the second-level cache. */
        private const val STRIP = 256L shl 10

        /** Channels, and tiles in all, from which on it is faster. */
        private const val CHANNELS = 32
        private const val TILES = 16

        /** Whether tiles are faster for the float32 planes that [c] slides over. */
        fun suits(c: Slide): Boolean =
            c.dtype == DType.F32 && c.groups == 1 && c.taps == 9 && c.strideDown == 1 && c.strideRight == 1 && isSquare(c) &&
                c.input.isDense &&
                c.channels % LANES == 0 && c.outputs % LANES == 0 && c.channels >= CHANNELS && c.outputs >= CHANNELS &&
                c.input.h * c.input.w >= LANES && c.pixels >= LANES && c.images * ((c.rows + 3) / 4) * ((c.columns + 3) / 4) >= TILES

        /** Whether the elements of the kernel are a square of neighbours, forwards or backwards, that does not leave the planes by more than itself. */
        private fun isSquare(c: Slide): Boolean {
            val step = c.downs[8].compareTo(c.downs[0])
            val (top, left) = -c.downs.min() to -c.rights.min()
            return (0 until 9).all { c.downs[it] == c.downs[0] + step * (it / 3) && c.rights[it] == c.rights[0] + step * (it % 3) } &&
                top >= 0 && left >= 0 && c.input.h + top <= c.rows + 2 && c.input.w + left <= c.columns + 2
        }
    }
}
