package dev.rankine.samples.characters

import kotlin.math.PI
import kotlin.math.cos

/**
 * How long training runs, and how the learning rate goes meanwhile: up in a straight line for some steps, then down along half a cosine to
 * a tenth.
 *
 * @param steps how many steps it takes at most; null for any number.
 * @param minutes how long it runs at most; null for any time. One of both is given.
 * @param clock the time in nanoseconds.
 */
internal class Pace(private val steps: Int?, private val minutes: Double?, private val clock: () -> Long = System::nanoTime) {
    private val start = clock()
    private val warmup = minOf(WARMUP, (steps ?: Int.MAX_VALUE) / 10)

    init {
        require(steps != null || minutes != null) { "pace: neither steps nor minutes are given" }
    }

    /** Seconds since it began. */
    val seconds: Double get() = (clock() - start) / 1e9

    /** Whether [done] steps, or the time, are enough. */
    fun isOver(done: Int): Boolean = part(done) >= 1

    /** What the learning rate is multiplied by after [done] steps. */
    fun factor(done: Int): Double {
        val rise = (done + 1.0) / (warmup + 1)
        val fall = LOWEST + (1 - LOWEST) * (1 + cos(PI * part(done).coerceAtMost(1.0))) / 2
        return minOf(rise, fall)
    }

    /** The part that is over, from 0 to 1. */
    private fun part(done: Int): Double =
        maxOf(if (steps == null) 0.0 else done.toDouble() / steps, if (minutes == null) 0.0 else seconds / (60 * minutes))

    private companion object {
        const val WARMUP = 100
        const val LOWEST = 0.1
    }
}
