package dev.rankine.benchmarks.compare

import kotlin.math.abs

/** How far results of two sides are apart. */
internal object Difference {
    /** The largest difference as a share of the largest number of its result; infinite where sizes or NaN differ. */
    fun of(ours: List<FloatArray>, theirs: List<FloatArray>): Double {
        if (ours.size != theirs.size) return Double.POSITIVE_INFINITY
        return ours.indices.maxOfOrNull { of(ours[it], theirs[it]) } ?: 0.0
    }

    private fun of(a: FloatArray, b: FloatArray): Double {
        if (a.size != b.size) return Double.POSITIVE_INFINITY
        var most = 0.0
        var largest = SMALLEST
        for (i in a.indices) {
            if (a[i].isNaN() != b[i].isNaN()) return Double.POSITIVE_INFINITY
            if (a[i] != b[i] && !a[i].isNaN()) most = maxOf(most, abs(a[i].toDouble() - b[i]))
            if (b[i].isFinite()) largest = maxOf(largest, abs(b[i].toDouble()))
        }
        return most / largest
    }

    private const val SMALLEST = 1e-30
}
