package dev.rankine.kernels.lanes

import java.lang.foreign.ValueLayout

/** Planes of one group laid out strip after strip of rows, so that what a strip sees stays in the cache. The cut depends on sizes alone. */
internal class PlaneStrips(private val c: Slide) {
    private val shifts = Shifts(c.downs, c.rights, c.strideDown, c.strideRight, c.columns)

    /** Rows of the result that are laid out at once. */
    val rows: Int =
        (STRIP / maxOf(1L, c.channels.toLong() * shifts.planes * c.columns * c.bytes)).coerceIn(1, maxOf(1L, c.rows.toLong())).toInt()

    /** Bytes of what a strip sees. */
    val bytes: Long = Scratch.lines(c.channels * shifts.channel(rows) * c.bytes) + Scratch.ROOM

    /** Bytes of the table that [writeRuns] writes. */
    val tableBytes: Long = Scratch.lines(8L * c.depth)

    /** Writes where the run of each element of a kernel begins, in bytes from the first. */
    fun writeRuns(to: Long) {
        for (i in 0 until c.depth) {
            val run = i / c.taps * shifts.channel(rows) + shifts.offset(i % c.taps, rows)
            Lanes.ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, to + 8L * i, run * c.bytes)
        }
    }

    /** Lays out what the windows of the rows from [row] on see in [image], at [to]. [plane] belongs to this thread. */
    fun lay(plane: PlaneOfElements, image: Int, group: Int, row: Int, to: Long) {
        for (channel in 0 until c.channels) {
            plane.address = c.input.at(image, group * c.channels + channel)
            shifts.lay(plane, row, rows, to + channel * shifts.channel(rows) * c.bytes, 0.0)
        }
    }

    private companion object {
        /** Bytes of a strip: with the results they stay in the second-level cache. */
        const val STRIP = 1L shl 17
    }
}
