package dev.rankine.ops.plain.kernels

/** Rows and columns of elements: where they are read and written, in steps per row and per column. */
internal class Plane(
    private val rows: Int,
    private val columns: Int,
    private val read: Int,
    private val readRow: Int,
    private val readColumn: Int,
    private val write: Int,
    private val writeRow: Int,
    private val writeColumn: Int,
) {
    /** Copies the elements from [source] to [target], arrays of the same type. */
    fun copy(source: Any, target: Any): Unit =
        when (source) {
            is FloatArray -> (target as FloatArray).let { each { from, to -> it[to] = source[from] } }
            is DoubleArray -> (target as DoubleArray).let { each { from, to -> it[to] = source[from] } }
            is LongArray -> (target as LongArray).let { each { from, to -> it[to] = source[from] } }
            is IntArray -> (target as IntArray).let { each { from, to -> it[to] = source[from] } }
            is ShortArray -> (target as ShortArray).let { each { from, to -> it[to] = source[from] } }
            is ByteArray -> (target as ByteArray).let { each { from, to -> it[to] = source[from] } }
            else -> error("copy: no array of elements: ${source::class.java.name}")
        }

    private inline fun each(move: (from: Int, to: Int) -> Unit) {
        var start = 0
        while (start < columns) {
            val end = minOf(columns, start + TILE)
            for (row in 0 until rows) {
                var from = read + row * readRow + start * readColumn
                var to = write + row * writeRow + start * writeColumn
                for (column in start until end) {
                    move(from, to)
                    from += readColumn
                    to += writeColumn
                }
            }
            start = end
        }
    }

    private companion object {
        const val TILE = 32
    }
}
