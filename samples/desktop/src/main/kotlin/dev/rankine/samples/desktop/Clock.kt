package dev.rankine.samples.desktop

import java.lang.management.ManagementFactory
import java.util.Locale

/** Measures how long the user waits. */
internal class Clock {
    private val begin = System.nanoTime()
    private var first = 0L
    private val launched = System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().startTime

    /** An answer is there. */
    fun answered() {
        if (first == 0L) first = System.nanoTime() - begin
    }

    /** The time to the first answer, and that of [reader] alone on one picture, warm: the median of many. */
    fun report(reader: DigitReader): String {
        val ink = FloatArray(SIDE * SIDE) { it % 2f }
        val each =
            LongArray(RUNS) {
                val from = System.nanoTime()
                reader.probabilities(ink)
                System.nanoTime() - from
            }
        val warm = each.copyOfRange(RUNS / 2, RUNS).sorted()
        return "first answer %.0f ms after main began (%d ms after Java was started); a warm one takes %.3f ms".format(
            Locale.ROOT,
            first / 1e6,
            launched + first / 1_000_000,
            warm[warm.size / 2] / 1e6,
        )
    }

    private companion object {
        const val RUNS = 4000
    }
}
