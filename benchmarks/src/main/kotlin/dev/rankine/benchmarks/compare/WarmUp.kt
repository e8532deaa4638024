package dev.rankine.benchmarks.compare

import java.lang.management.ManagementFactory

/**
 * Runs a side until it is as fast as it will be. Java compiles ours as it goes, so that ours is warm when the compiler has become quiet and times
 * do not fall any more; a peer, which is compiled, when its times do not fall.
 *
 * @property compiled milliseconds that Java has compiled so far in this process.
 */
internal class WarmUp(private val pace: Pace, private val clock: () -> Long, private val compiled: () -> Long = ::compilation) {
    /** Warms ours up; gives how many runs fill a slice. */
    fun ours(run: (Int) -> Long): Int = warm(run, pace.warmUp, maxOf(pace.warmUp, LONGEST))

    /** Warms a peer up, for a quarter of the time and up to [PEERS] seconds. */
    fun peer(run: (Int) -> Long): Int = warm(run, pace.warmUp / 4, maxOf(pace.warmUp, PEERS), ofJava = false)

    private fun warm(run: (Int) -> Long, least: Double, longest: Double, ofJava: Boolean = true): Int {
        val start = clock()
        val pieces = ArrayList<Double>()
        val marks = ArrayList<Mark>().apply { add(Mark(0.0, compiled())) }
        var runs = 1
        do {
            val took = run(runs)
            pieces += took.toDouble() / runs
            if (took < pace.slice * SECOND / 2 && runs < MOST) runs *= 2
            val elapsed = (clock() - start) / SECOND
            marks += Mark(elapsed, compiled())
        } while (elapsed < least || (elapsed < longest && (isFalling(pieces) || (ofJava && !isQuiet(marks)))))
        return (pace.slice * SECOND / pieces.last()).toInt().coerceIn(1, MOST)
    }

    /** Milliseconds that had been compiled [seconds] after the start. */
    class Mark(val seconds: Double, val compiled: Long)

    companion object {
        /** Seconds after which ours is measured as it is. */
        const val LONGEST: Double = 15.0

        /** The same for a peer. */
        const val PEERS: Double = 2.0

        /** Seconds in which the compiler must have done little. */
        const val WINDOW: Double = 0.2

        /** What is little: a share of these seconds. */
        const val LITTLE: Double = 0.1
        private const val SECOND = 1e9
        private const val MOST = 1 shl 20
        private const val STEADY = 0.97

        /** Whether the last third of [pieces] took clearly less than the third before it, or there are too few to say. */
        fun isFalling(pieces: List<Double>): Boolean {
            val third = pieces.size / 3
            if (third == 0) return true
            val late = pieces.takeLast(third).median()
            return late < STEADY * pieces.dropLast(third).takeLast(third).median()
        }

        /** Whether the compiler took less than [LITTLE] of the last [WINDOW] seconds, or of the last piece if that is longer. */
        fun isQuiet(marks: List<Mark>): Boolean {
            val now = marks.last()
            val before = marks.lastOrNull { it.seconds <= now.seconds - WINDOW } ?: return false
            return now.compiled - before.compiled < LITTLE * (now.seconds - before.seconds) * MILLIS
        }

        private const val MILLIS = 1e3

        private fun compilation(): Long = ManagementFactory.getCompilationMXBean().totalCompilationTime
    }
}
