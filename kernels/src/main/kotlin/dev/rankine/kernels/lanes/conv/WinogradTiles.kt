package dev.rankine.kernels.lanes

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

    companion object {
        const val TILE: Int = WinogradPoints.TILE
        val LANES: Int = Square32.SIDE

        /** Bytes of a vector. */
        val VECTOR: Long = 4L * LANES

        /** Bytes of what a unit sees: with its values it stays in the second-level cache. */
        private const val STRIP = 256L shl 10
    }
}
