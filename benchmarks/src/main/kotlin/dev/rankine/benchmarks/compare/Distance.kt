package dev.rankine.benchmarks.compare

import kotlin.concurrent.thread

/**
 * How far apart the processors of two threads are: a virtual machine may move its processors about, and what two threads gain depends on where
 * they are. On an AMD EPYC (Zen 4) a message takes 13 ns between two threads of one core, which share its arithmetic, 32 between cores of one third
 * cache, and 152 between those of two.
 */
internal class Distance {
    @Volatile
    private var turn = 0

    @Volatile
    private var isOver = false

    /** Sends messages there and back until the time is over; gives the nanoseconds that one took in the fastest round, or null if none came to its end. */
    private fun ask(): Double? {
        val end = System.nanoTime() + LIMIT
        var best: Double? = null
        while (System.nanoTime() < end) {
            val start = System.nanoTime()
            for (i in 0 until MESSAGES / 2) {
                turn = ASKED
                var looks = 0
                while (turn == ASKED) {
                    // both on one processor: the other does not run while this thread waits
                    if (++looks > PATIENCE && System.nanoTime() > end) return best
                    Thread.onSpinWait()
                }
            }
            val message = (System.nanoTime() - start).toDouble() / MESSAGES
            best = minOf(best ?: message, message)
        }
        return best
    }

    private fun answer() {
        while (!isOver) if (turn == ASKED) turn = ANSWERED else Thread.onSpinWait()
    }

    companion object {
        private const val ASKED = 1
        private const val ANSWERED = 2
        private const val MESSAGES = 400
        private const val PATIENCE = 1_000
        private const val LIMIT = 3_000_000L

        /** The nanoseconds that a message takes from this thread to another, or null if that cannot be told: both may have one processor. */
        fun nanoseconds(): Double? {
            val distance = Distance()
            val other = thread(isDaemon = true) { distance.answer() }
            try {
                return distance.ask()
            } finally {
                distance.isOver = true
                other.join()
            }
        }
    }
}
