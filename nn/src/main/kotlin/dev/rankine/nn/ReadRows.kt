package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.indexSelect
import dev.rankine.ops.toLongArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

/**
 * The rows of a table that are read, each once: what is done to all of them costs nothing for the others.
 *
 * @property places where each index finds its row among them.
 * @property padding where the row for padding is among them; null if it is not read.
 */
internal class ReadRows private constructor(private val rows: LongArray, val places: Value, val padding: Int?) {
    /** They themselves. `[Words, F] -> [rows, F]` */
    fun of(table: Value): Value = indexSelect(table, 0, valueOf(rows, DType.I64, Sizes.of(rows.size), table.backend))

    companion object {
        /** Of a table of [count] rows those that [indices] name; null if nothing is read, or what cannot be: who reads it says so. */
        fun of(count: Int, indices: Value, paddingIndex: Int?): ReadRows? {
            if (!indices.dtype.isInteger) return null
            val numbers = indices.toLongArray()
            if (numbers.isEmpty() || numbers.any { it !in 0 until count }) return null
            val rows = numbers.distinct()
            val place = HashMap<Long, Int>().also { rows.forEachIndexed { i, row -> it[row] = i } }
            val places = LongArray(numbers.size) { place.getValue(numbers[it]).toLong() }
            val padding = paddingIndex?.let { if (it < 0) it + count else it }
            return ReadRows(
                rows.toLongArray(),
                valueOf(places, DType.I64, indices.sizes, indices.backend),
                padding?.let { place[it.toLong()] },
            )
        }
    }
}
