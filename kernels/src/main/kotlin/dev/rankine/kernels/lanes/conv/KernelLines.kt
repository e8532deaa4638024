package dev.rankine.kernels.lanes

import java.lang.foreign.ValueLayout

/** Reads the [taps] elements of kernels, as many kernels as a vector has lanes, so that a vector has one element of all. */
internal class KernelLines(private val weights: Weights, private val taps: Int) {
    /** Bytes of the table that [writeTable] writes. */
    val tableBytes: Long = 8L * LANES

    /** Bytes of the vectors of all elements, with what is behind them, and bytes to work in. */
    val lineBytes: Long = (taps + LANES - 1L) / LANES * LANES * VECTOR
    val scratchBytes: Long = LANES * VECTOR

    /** Writes how far the kernels are apart at [to]. */
    fun writeTable(to: Long) {
        for (i in 0 until LANES) Lanes.ALL.set(ValueLayout.JAVA_LONG_UNALIGNED, to + 8L * i, i * weights.row * 4)
    }

    /** Vectors of the elements of the kernels of [channel] for the output channels from [output] on, at [to]; [table] as [writeTable] wrote it. */
    fun read(output: Int, channel: Int, table: Long, to: Long, scratch: Long) {
        val from = weights.address + (output * weights.row + channel * weights.channel) * 4
        for (first in 0 until taps step LANES) {
            val at = from + 4L * first
            if (at + maxOf(0, (LANES - 1) * weights.row * 4) + VECTOR <= weights.limit) {
                Square32.transpose(at, table, to + first * VECTOR, Square32.LINES, scratch)
            } else {
                for (i in 0 until LANES) {
                    for (t in first until minOf(taps, first + LANES)) {
                        RowsF32.every(from + (i * weights.row + t) * 4, 1, to + t * VECTOR + 4L * i, 1)
                    }
                }
            }
        }
    }

    companion object {
        private val LANES = Square32.SIDE
        private val VECTOR = 4L * LANES

        /** Whether the elements of a kernel lie one after another, so that this can read them. */
        fun suits(weights: Weights): Boolean = weights.taps.indices.all { weights.taps[it] == it.toLong() }

        /**
         * Writes vectors of the [taps] elements of as many kernels as a vector has lanes at [to], one kernel after another; [table] has offsets of kernels, [scratch] has room
         * for them and for two squares.
         */
        fun write(from: Long, taps: Int, table: Long, to: Long, scratch: Long) {
            val work = scratch + (taps + LANES) * VECTOR
            // squares reach over the end of a kernel, into what a later row or an earlier square writes
            for (first in (taps - 1) / LANES * LANES downTo 0 step LANES) {
                Square32.transpose(from + first * VECTOR, Square32.LINES, scratch + 4L * first, table, work)
            }
            Square32.copy(scratch, VECTOR, to, VECTOR, taps)
        }
    }
}
