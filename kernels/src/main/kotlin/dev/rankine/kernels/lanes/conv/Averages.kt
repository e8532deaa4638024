package dev.rankine.kernels.lanes

import dev.rankine.ops.AvgPoolAttributes
import dev.rankine.shapes.DType
import java.lang.foreign.ValueLayout

/** The windows of an average over planes of [h] rows and [w] columns, and what their sums are divided by. */
internal class Averages(
    private val attributes: AvgPoolAttributes,
    private val h: Int,
    private val w: Int,
    private val resultRows: Int,
    private val resultColumns: Int,
) {
    private val windows = attributes.windows

    /** The rows of the plane that each row of windows covers; columns likewise. */
    val rows: Array<IntRange> = Array(resultRows) { span(0, it, h) }
    private val columns = Array(resultColumns) { span(1, it, w) }

    /** Whether there is one window and it is the plane. */
    val isWhole: Boolean =
        resultRows == 1 && resultColumns == 1 && rows[0].first == 0 && rows[0].last == h - 1 && columns[0].first == 0 &&
            columns[0].last == w - 1

    /** Whether every row of the plane is covered by exactly one row of windows. */
    val rowsAreParted: Boolean =
        rows.sumOf { maxOf(0, it.last + 1 - it.first) } == h && (1 until resultRows).all { rows[it].first == rows[it - 1].last + 1 }

    /** What the sum of window ([row], [column]) is divided by: 1 for a window of no elements. */
    fun divisor(row: Int, column: Int): Int =
        (attributes.divisorOverride ?: (extent(0, row, h) * extent(1, column, w))).let { if (it == 0) 1 else it }

    /** Bytes of all divisors. */
    fun divisorBytes(dtype: DType): Long = Scratch.lines(resultRows.toLong() * resultColumns * dtype.bytes) + Scratch.ROOM

    /** Writes the divisors of all windows at [to], as numbers of [dtype]. */
    fun writeDivisors(dtype: DType, to: Long) {
        for (i in 0 until resultRows * resultColumns) {
            val divisor = divisor(i / resultColumns, i % resultColumns)
            if (dtype == DType.F32) {
                Lanes.ALL.set(ValueLayout.JAVA_FLOAT_UNALIGNED, to + 4L * i, divisor.toFloat())
            } else {
                Lanes.ALL.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, to + 8L * i, divisor.toDouble())
            }
        }
    }

    /** Writes the first column of each column of windows and the one after its last at [to], as int32. */
    fun writeColumns(to: Long) {
        for (i in 0 until resultColumns) {
            Lanes.ALL.set(ValueLayout.JAVA_INT_UNALIGNED, to + 8L * i, columns[i].first)
            Lanes.ALL.set(ValueLayout.JAVA_INT_UNALIGNED, to + 8L * i + 4, columns[i].last + 1)
        }
    }

    private fun span(axis: Int, i: Int, size: Int): IntRange {
        val start = i * windows.stride[axis] - windows.padding[axis]
        return maxOf(start, 0) until minOf(start + windows.kernel[axis], size)
    }

    private fun extent(axis: Int, i: Int, size: Int): Int {
        val margin = if (attributes.countIncludePad) windows.padding[axis] else 0
        val start = i * windows.stride[axis] - windows.padding[axis]
        return minOf(start + windows.kernel[axis], size + margin) - maxOf(start, -margin)
    }
}
