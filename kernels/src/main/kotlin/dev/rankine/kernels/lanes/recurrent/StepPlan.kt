package dev.rankine.kernels.lanes

import dev.rankine.kernels.Workers
import java.lang.foreign.MemorySegment
import java.lang.foreign.ValueLayout

/**
 * How the steps of a recurrence are computed and shared among threads. A step multiplies what the step before it gave, one row for each sequence,
 * by the recurrent weight. Few rows read the weight as it lies; for more it is packed once, for all steps.
 *
 * Sequences do not know of each other, so threads take some each and walk them to their ends. Where there are too few, they share the units of
 * every step. The bits of a number do not depend on that: it always is one sum over the inner axis. Figures: [Lstm].
 *
 * @property gates how many gates a unit has.
 */
internal class StepPlan(val steps: Int, val rows: Int, val units: Int, val gates: Int) {
    /** Whether the weight is read as it lies. */
    val isThin: Boolean = rows <= THIN

    /** [rows] and [units] in whole tiles. */
    val tall: Int = up(rows, TileF32.UNIT)
    val wide: Int = up(units, TileF32.COLUMNS)

    val byRows: Boolean = Workers.count == 1 || rows >= SEQUENCES * Workers.count

    /** Rows, or units, of a block. */
    val grain: Int =
        if (byRows) up(rows, TileF32.UNIT * Workers.count) / Workers.count else up((LEAST / (gates * units)).coerceAtLeast(1), COLUMNS)

    /**
     * Calls [step] with numbers `0 until count`, in order, and blocks of rows and units that together are all of them. A step begins when all
     * blocks of the step before it that it reads have ended.
     */
    inline fun walk(count: Int, crossinline step: (number: Int, row: Int, lastRow: Int, unit: Int, lastUnit: Int) -> Unit) {
        if (byRows) {
            Workers.range(rows, grain) { from, to -> for (number in 0 until count) step(number, from, to, 0, units) }
        } else {
            for (number in 0 until count) Workers.range(units, grain) { from, to -> step(number, 0, rows, from, to) }
        }
    }

    companion object {
        const val BYTES = 4L
        val WIDTH = TileF32.COLUMNS

        /** Bytes that a tile works in. */
        val TILE = BYTES * TileF32.ROWS * TileF32.COLUMNS + Scratch.ROOM

        /** Bytes that thin products work in, [thinSums]. */
        private const val SUMS = BYTES * 4096
        private val thinScratch: ThreadLocal<Scratch> = ThreadLocal.withInitial { Scratch() }
        private val scratch: ThreadLocal<Scratch> = ThreadLocal.withInitial { Scratch() }

        /** Memory of the thread that calls, for all steps of a recurrence of any kind. */
        fun scratch(): Scratch = scratch.get()

        /** Memory of this thread for thin products. */
        fun thinSums(): Long = thinScratch.get().take(SUMS)

        /** Copies [count] numbers. */
        fun copy(count: Int, from: Long, to: Long): Unit = MemorySegment.copy(Lanes.ALL, from, Lanes.ALL, to, BYTES * count)

        /** Whether a sequence has a step; [at] is the place of that in a mask. */
        fun isSet(at: Long): Boolean = Lanes.ALL.get(ValueLayout.JAVA_BYTE, at) != 0.toByte()

        /** Up to so many rows are products of the weight as it lies. */
        private const val THIN = 3

        /** So many sequences are enough for a thread. */
        private const val SEQUENCES = 8

        /** Units that threads share: whole panels, and enough for the loops of thin products. */
        private const val COLUMNS = 128

        /** Numbers of the weight that are worth another thread: some microseconds, for one row already. */
        private const val LEAST = 1 shl 17

        fun up(n: Int, part: Int): Int = (n + part - 1) / part * part

        /** The distance of rows of [n] numbers that do not meet in the same set of the cache, wherever they start: an odd number of its lines. */
        fun apart(n: Int): Long = ((n + 15) / 16 or 1) * 16L
    }
}
