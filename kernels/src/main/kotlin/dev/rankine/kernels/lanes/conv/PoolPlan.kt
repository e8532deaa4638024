package dev.rankine.kernels.lanes

import dev.rankine.kernels.Workers
import dev.rankine.ops.PoolWindows
import dev.rankine.ops.Value
import dev.rankine.shapes.DType
import java.lang.foreign.MemorySegment
import java.lang.foreign.ValueLayout

/** The windows of a pooling over all planes of [x], cut into strips of rows that fit in the cache. Figures: [MaxPool2d]. */
internal class PoolPlan(private val windows: PoolWindows, x: Value, y: Value) {
    val planes: Planes = Planes(x)
    val rows: Int = y.sizes[-2]
    val columns: Int = y.sizes[-1]
    val dtype: DType = x.dtype
    val taps: Int = windows.kernel[0] * windows.kernel[1]
    private val downs = IntArray(taps) { it / windows.kernel[1] * windows.dilation[0] - windows.padding[0] }
    private val rights = IntArray(taps) { it % windows.kernel[1] * windows.dilation[1] - windows.padding[1] }
    private val shifts = Shifts(downs, rights, windows.stride[0], windows.stride[1], columns)

    /** Rows of windows that are laid out at once. */
    val strip: Int = (STRIP / maxOf(1L, shifts.planes.toLong() * columns * dtype.bytes)).coerceIn(1, maxOf(1L, rows.toLong())).toInt()

    /** Bytes of the table of elements. */
    val tableBytes: Long = Scratch.lines(taps * 16L)

    /** Writes offset and step of place of each element of the windows at [to]. */
    fun writeTable(to: Long) {
        for (t in 0 until taps) {
            Lanes.ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, to + 16L * t, shifts.offset(t, strip) * dtype.bytes)
            Lanes.ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, to + 16L * t + 8, downs[t].toLong() * planes.w + rights[t])
        }
    }

    /** The place of the first element of window ([row], [column]) as if the plane had no end. */
    fun origin(row: Int, column: Int): Int = row * windows.stride[0] * planes.w + column * windows.stride[1]

    /** The place of the first element of window ([row], [column]) that lies inside the plane, or -1. */
    fun first(row: Int, column: Int): Int {
        val y = inside(0, row, planes.h)
        val x = inside(1, column, planes.w)
        return if (y < 0 || x < 0) -1 else y * planes.w + x
    }

    private fun inside(axis: Int, i: Int, size: Int): Int {
        val start = i * windows.stride[axis] - windows.padding[axis]
        val dilation = windows.dilation[axis]
        val steps = if (start >= 0) 0 else (dilation - 1 - start) / dilation
        val place = start + steps * dilation
        return if (steps < windows.kernel[axis] && place < size) place else -1
    }

    /**
     * Lays out strip after strip and calls [body] with the scratch address, the number of the plane, the first row, how many windows
     * the strip has, and how many windows may be written from there on.
     */
    inline fun forStrips(outside: Double, crossinline body: (at: Long, plane: Int, row: Int, count: Int, room: Int) -> Unit) {
        val area = rows.toLong() * columns
        val grain = (GRAIN / maxOf(1L, area * taps)).coerceIn(1, Int.MAX_VALUE.toLong()).toInt()
        if (area == 0L) return
        Workers.range(planes.count, grain) { from, to ->
            val scratch = SCRATCH.get().take(shifts.channel(strip) * dtype.bytes + Scratch.ROOM)
            val plane = planes.plane()
            for (i in from until to) {
                plane.address = planes.at(i)
                for (row in 0 until rows step strip) {
                    shifts.lay(plane, row, strip, scratch, outside)
                    val count = minOf(strip, rows - row) * columns
                    val room = (to - i) * area - row.toLong() * columns
                    body(scratch, i, row, count, minOf(room, Int.MAX_VALUE.toLong()).toInt())
                }
            }
        }
    }

    internal companion object {
        /** Bytes of planes that a strip may have, and elements of windows that make a share for a thread. */
        const val STRIP = 1L shl 18
        const val GRAIN = 1L shl 15

        val SCRATCH: ThreadLocal<Scratch> = ThreadLocal.withInitial { Scratch() }

        /** What the thread that calls a kernel prepares for all. */
        val TABLES: ThreadLocal<Scratch> = ThreadLocal.withInitial { Scratch() }

        /** Sets all elements of a value whose elements lie together at [address] to zero bytes. */
        fun clear(address: Long, bytes: Long) {
            MemorySegment.ofAddress(address).reinterpret(bytes).fill(0)
        }
    }
}
