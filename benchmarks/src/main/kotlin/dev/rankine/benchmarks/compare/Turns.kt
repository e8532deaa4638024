package dev.rankine.benchmarks.compare

import com.sun.management.ThreadMXBean
import java.lang.management.ManagementFactory

/**
 * How long and how often is measured.
 *
 * @property warmUp seconds for which each side runs before the clock starts.
 * @property rounds how often the sides take turns.
 * @property slice seconds that one side runs in a turn, at least one run.
 */
internal class Pace(val warmUp: Double, val rounds: Int, val slice: Double)

/** Two sides in turns in one process, so that what disturbs the machine disturbs both. */
internal class Turns(private val pace: Pace) {
    /** Times per call of both sides: ours first. The results were compared before. */
    fun measure(row: Row, ours: (Int) -> Long, peer: (Int) -> Long): Pair<DoubleArray, DoubleArray> {
        val runs = listOf(ours, peer).map { runsOfSlice(it) }
        val times = List(2) { DoubleArray(pace.rounds) }
        for (round in 0 until pace.rounds) {
            // who begins changes, so that neither side always meets the other's caches
            for (side in if (round % 2 == 0) intArrayOf(0, 1) else intArrayOf(1, 0)) {
                val run = if (side == 0) ours else peer
                run(1)
                times[side][round] = run(runs[side]).toDouble() / runs[side] / row.calls
            }
        }
        return times[0] to times[1]
    }

    /** Warms [run] up; gives how many runs fill a slice. */
    private fun runsOfSlice(run: (Int) -> Long): Int {
        val end = System.nanoTime() + (pace.warmUp * SECOND).toLong()
        var runs = 1
        var last = run(1)
        do {
            last = run(runs)
            if (last < pace.slice * SECOND / 2) runs *= 2
        } while (System.nanoTime() < end)
        return (pace.slice * SECOND / (last.toDouble() / runs)).toInt().coerceIn(1, MOST)
    }

    companion object {
        /** Bytes of the Java heap that one run of [run] allocates on this thread. */
        fun allocated(run: (Int) -> Long): Long {
            val threads = ManagementFactory.getThreadMXBean() as ThreadMXBean
            val before = threads.currentThreadAllocatedBytes
            run(RUNS)
            return (threads.currentThreadAllocatedBytes - before) / RUNS
        }

        private const val SECOND = 1e9
        private const val MOST = 1 shl 20
        private const val RUNS = 8
    }
}
