package dev.rankine.kernels.lanes

/** Rows cut into tiles of 12, 8 or 4 so that as few as possible are empty; or, [ofEight], all of 8. */
internal class Slivers(rows: Int, ofEight: Boolean = false) {
    private val units = (rows + 3) / 4
    private val eights =
        if (units % 3 == 1 && units > 1) {
            2
        } else if (units % 3 == 2) {
            1
        } else {
            0
        }
    private val sizes: IntArray =
        when {
            ofEight -> IntArray((rows + 7) / 8) { 8 }
            units == 1 -> intArrayOf(4)
            else -> IntArray((units - 2 * eights) / 3 + eights) { if (it < (units - 2 * eights) / 3) 12 else 8 }
        }

    /** The first row of each tile, and at the end the number of rows with the empty ones. */
    val starts: IntArray = IntArray(sizes.size + 1).also { for (i in sizes.indices) it[i + 1] = it[i] + sizes[i] }

    val count: Int get() = sizes.size

    val padded: Int get() = starts[count]

    /** The rows of tile [i], empty ones too. */
    fun tile(i: Int): Int = sizes[i]
}
