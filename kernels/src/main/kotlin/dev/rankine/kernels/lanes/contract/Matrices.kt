package dev.rankine.kernels.lanes

import dev.rankine.kernels.address
import dev.rankine.ops.Value
import dev.rankine.shapes.Layout

/**
 * The matrices in two axes of a value, one for each index of the leading axes.
 *
 * @property down the distance of rows in elements.
 * @property right the distance of columns in elements.
 */
internal class Matrices private constructor(
    private val address: Long,
    private val bytes: Int,
    private val layout: Layout,
    private val leading: Int,
    val down: Long,
    val right: Long,
) {
    /** Where matrix [index] starts; leading axes in row-major order. */
    fun at(index: Int): Long {
        var rest = index
        var at = 0L
        for (axis in leading - 1 downTo 0) {
            val size = layout.sizes[axis]
            at += rest % size * layout.stride(axis).toLong()
            rest /= size
        }
        return address + bytes * at
    }

    fun transposed(): Matrices = Matrices(address, bytes, layout, leading, right, down)

    companion object {
        /** The matrices in the last two axes of [x]. */
        fun of(x: Value): Matrices {
            val rows = x.rank - 2
            return Matrices(x.address(), x.dtype.bytes, x.layout, rows, x.layout.stride(rows).toLong(), x.layout.stride(rows + 1).toLong())
        }

        /** All axes of [x] but the last as the rows of one matrix; for layouts that [areRows]. */
        fun rows(x: Value): Matrices {
            val axis = (x.rank - 2 downTo 0).firstOrNull { x.sizes[it] != 1 }
            val down = if (axis == null) 0 else x.layout.stride(axis).toLong()
            return Matrices(x.address(), x.dtype.bytes, x.layout, 0, down, x.layout.stride(x.rank - 1).toLong())
        }

        /** Whether all axes of [layout] but the last are evenly spaced. */
        fun areRows(layout: Layout): Boolean {
            var rows = 1L
            var down = 0L
            for (axis in layout.rank - 2 downTo 0) {
                val size = layout.sizes[axis]
                val stride = layout.stride(axis).toLong()
                if (size == 1) continue
                if (rows == 1L) {
                    down = stride
                } else if (stride != down * rows) {
                    return false
                }
                rows *= size
            }
            return true
        }
    }
}
