package dev.rankine.kernels.lanes

/** Rows cut into tiles of 8, and one of 4 where that leaves fewer empty; or, [ofEight], all of 8. */
internal class Slivers(rows: Int, ofEight: Boolean = false) {
    private val units = (rows + 3) / 4
    private val sizes: IntArray = IntArray((units + 1) / 2) { if (ofEight || 2 * it + 1 < units) 8 else 4 }

    /** The first row of each tile, and at the end the number of rows with the empty ones. */
    val starts: IntArray = IntArray(sizes.size + 1).also { for (i in sizes.indices) it[i + 1] = it[i] + sizes[i] }

    val count: Int get() = sizes.size

    val padded: Int get() = starts[count]

    /** The rows of tile [i], empty ones too. */
    fun tile(i: Int): Int = sizes[i]
}
