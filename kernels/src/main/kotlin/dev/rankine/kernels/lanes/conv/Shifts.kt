package dev.rankine.kernels.lanes

import dev.rankine.shapes.DType

/**
 * How the elements that windows or kernels see are laid out in scratch memory, so that element t of neighbouring windows is one run.
 * For each column of the kernel, and each remainder of its rows divided by the vertical stride, the rows of the plane are laid one after
 * another as that column sees them, with the surroundings in place: a plane. An element of the kernel is the run of one plane from
 * some row on. So three planes serve the nine elements of a 3 x 3 kernel.
 *
 * @property downs the rows of the elements, from the place `row * strideDown`.
 * @property rights their columns.
 * @property columns how many columns of windows there are.
 */
internal class Shifts(
    private val downs: IntArray,
    private val rights: IntArray,
    private val strideDown: Int,
    private val strideRight: Int,
    val columns: Int,
) {
    private val across = rights.distinct().sorted().toIntArray()
    private val remainders =
        downs
            .map { Math.floorMod(it, strideDown) }
            .distinct()
            .sorted()
            .toIntArray()
    private val least = downs.minOfOrNull { Math.floorDiv(it, strideDown) } ?: 0

    /** How many rows more than those of the result a plane has. */
    val span: Int = (downs.maxOfOrNull { Math.floorDiv(it, strideDown) } ?: 0) - least

    /** How many planes a channel has. */
    val planes: Int = across.size * remainders.size

    /** Elements of one plane for [rows] rows of windows, room at its end included. */
    fun plane(rows: Int): Long = ((rows + span).toLong() * columns + ROOM + 15) / 16 * 16

    /** Elements of all planes of a channel. */
    fun channel(rows: Int): Long = planes * plane(rows)

    /** Where the run of element [t] of the kernel begins among the planes of a channel, in elements. */
    fun offset(t: Int, rows: Int): Long {
        val plane = remainders.indexOf(Math.floorMod(downs[t], strideDown)) * across.size + across.indexOf(rights[t])
        return plane * plane(rows) + (Math.floorDiv(downs[t], strideDown) - least).toLong() * columns
    }

    /** Lays out [source] for rows [row] until `row + rows` of windows at the address [to]. */
    fun lay(source: PlaneOfElements, row: Int, rows: Int, to: Long, outside: Double) {
        var at = to
        for (remainder in remainders) {
            val first = (row + least) * strideDown + remainder
            for (right in across) {
                source.lay(first, strideDown, right, strideRight, rows + span, columns, at, outside)
                source.fill(at + (rows + span).toLong() * columns * source.dtype.bytes, outside)
                at += plane(rows) * source.dtype.bytes
            }
        }
    }

    private companion object {
        /** Elements behind a plane that may be written: two vectors of the widest kind. */
        const val ROOM = 32
    }
}

/** A plane of [h] rows and [w] columns somewhere in memory; nothing at [limit] or behind may be read. */
internal class PlaneOfElements(val dtype: DType, val h: Int, val w: Int, val rowStride: Int, val columnStride: Int, val limit: Long) {
    /** The address of its first element. */
    var address: Long = 0

    /**
     * Lays [rows] rows of [columns] elements one after another at [to]: element (r, c) is that of row `row + r * down` and column
     * `column + c * right`, or [outside] where there is none.
     */
    fun lay(row: Int, down: Int, column: Int, right: Int, rows: Int, columns: Int, to: Long, outside: Double): Unit =
        if (dtype == DType.F32) {
            RowsF32.plane(
                address,
                rowStride,
                columnStride,
                h,
                w,
                row,
                down,
                column,
                right,
                rows,
                columns,
                to,
                outside.toFloat(),
                limit,
            )
        } else {
            RowsF64.plane(address, rowStride, columnStride, h, w, row, down, column, right, rows, columns, to, outside, limit)
        }

    /** Writes a vector of [number] at [to]. */
    fun fill(to: Long, number: Double): Unit =
        if (dtype ==
            DType.F32
        ) {
            RowsF32.fill(to, 1, number.toFloat())
        } else {
            RowsF64.fill(to, 1, number)
        }
}
