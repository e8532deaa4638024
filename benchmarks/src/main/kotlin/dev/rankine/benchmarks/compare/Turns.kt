package dev.rankine.benchmarks.compare

import com.sun.management.ThreadMXBean
import java.lang.management.ManagementFactory

/**
 * How long and how often is measured.
 *
 * @property warmUp seconds for which ours runs at least before the clock starts; see [WarmUp] for when that is too short.
 * @property rounds how often the sides take turns; less often, but [Turns.FEWEST_ROUNDS] times, where that would take longer than
 * [Turns.LONGEST] seconds.
 * @property slice seconds that one side runs in a turn, at least one run.
 */
internal class Pace(val warmUp: Double, val rounds: Int, val slice: Double) {
    /** For whole steps: the compiler comes to a kernel of which a step has one call after some hundred steps only, and is quiet until then. */
    fun longer(): Pace = Pace(3 * warmUp, rounds, slice)
}

/** Two sides in turns in one process, so that what disturbs the machine disturbs both. */
internal class Turns(
    private val pace: Pace,
    private val clock: () -> Long = System::nanoTime,
    private val warmUp: WarmUp = WarmUp(pace, clock),
) {
    /** Times per call of both sides, in nanoseconds, one a round: ours first. The results were compared before. */
    fun measure(calls: Int, ours: (Int) -> Long, peer: (Int) -> Long): Pair<DoubleArray, DoubleArray> {
        val runs = intArrayOf(warmUp.ours(ours), warmUp.peer(peer))
        val rounds = rounds(runs.zip(listOf(ours, peer)) { count, run -> run(count) }.sum() / SECOND)
        val times = List(2) { DoubleArray(rounds) }
        for (round in 0 until rounds) {
            // who begins changes, so that neither side always meets the other's caches
            for (side in if (round % 2 == 0) intArrayOf(0, 1) else intArrayOf(1, 0)) {
                val run = if (side == 0) ours else peer
                // what one side leaves in the caches matters to short work only
                if (runs[side] > 1) run(1)
                times[side][round] = run(runs[side]).toDouble() / runs[side] / calls
            }
        }
        return times[0] to times[1]
    }

    /** How many rounds there is time for, if one takes so many [seconds]. */
    private fun rounds(seconds: Double): Int = pace.rounds.coerceAtMost((LONGEST / seconds).toInt().coerceAtLeast(FEWEST_ROUNDS))

    /** The median time of one of our [run], in nanoseconds. */
    fun alone(run: (Int) -> Long): Double {
        val runs = warmUp.ours(run)
        return List(pace.rounds) { run(runs).toDouble() / runs }.median()
    }

    /** The same of a peer's. */
    fun peerAlone(run: (Int) -> Long): Double {
        val runs = warmUp.peer(run)
        val rounds = rounds(run(runs) / SECOND)
        return List(rounds) { run(runs).toDouble() / runs }.median()
    }

    companion object {
        /** Bytes of the Java heap that one run of [run] allocates on this thread. */
        fun allocated(run: (Int) -> Long): Long {
            val threads = ManagementFactory.getThreadMXBean() as ThreadMXBean
            val before = threads.currentThreadAllocatedBytes
            run(RUNS)
            return (threads.currentThreadAllocatedBytes - before) / RUNS
        }

        /** Seconds that the rounds of a row may take, if there are enough of them. */
        const val LONGEST: Double = 5.0

        /** Rounds that even the longest work gets. */
        const val FEWEST_ROUNDS: Int = 5
        private const val SECOND = 1e9
        private const val RUNS = 4
    }
}
