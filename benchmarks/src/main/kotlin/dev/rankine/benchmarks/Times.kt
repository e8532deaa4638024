package dev.rankine.benchmarks

import java.util.Locale

/** Times of equal pieces of work, in nanoseconds. */
internal class Times(nanoseconds: LongArray) {
    private val sorted = nanoseconds.sortedArray()

    /** The time that half of them were below; [pieces] is how many calls each time covers. */
    fun median(pieces: Int = 1): Double = quantile(0.5) / pieces

    /** Median and quartiles in [unit] nanoseconds. */
    fun text(unit: Double, name: String, pieces: Int = 1): String =
        "%.2f %s (quartiles %.2f, %.2f)".format(
            Locale.ROOT,
            median(pieces) / unit,
            name,
            quantile(0.25) / pieces / unit,
            quantile(0.75) / pieces / unit,
        )

    private fun quantile(share: Double): Double {
        val place = share * (sorted.size - 1)
        val below = place.toInt()
        val above = minOf(below + 1, sorted.size - 1)
        return sorted[below] + (place - below) * (sorted[above] - sorted[below])
    }

    companion object {
        /** Runs [work] [warmUp] times for nothing, then [count] times by the clock. */
        inline fun of(warmUp: Int, count: Int, work: () -> Unit): Times {
            repeat(warmUp) { work() }
            return Times(
                LongArray(count) {
                    val start = System.nanoTime()
                    work()
                    System.nanoTime() - start
                },
            )
        }
    }
}
