package dev.rankine.data.drawn

/**
 * A small seeded generator, the same numbers on every JVM. Steele, Lea & Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
 * Streams of different `(seed, stream)` pairs are independent for all practical purposes: both go through the finalizer.
 */
internal class SplitMix64(private var state: Long) {
    constructor(seed: Long, stream: Long) : this(finalize(finalize(seed + GOLDEN) + GOLDEN * (stream + 1)))

    fun next(): Long {
        state += GOLDEN
        return finalize(state)
    }

    /** Uniform in `[0, 1)`, 53 bits. */
    fun uniform(): Double = (next() ushr 11) * TWO_TO_MINUS_53

    fun uniform(from: Double, to: Double): Double = from + (to - from) * uniform()

    /** Uniform in `0 until bound`; the bias of the scaled draw is below `bound * 2^-53`. */
    fun below(bound: Int): Int = (uniform() * bound).toInt()

    fun chance(probability: Double): Boolean = uniform() < probability

    /**
     * Mean 0, variance 1, at most 3 in size: the sum of 3 uniform numbers in `[-1, 1)`, whose variances are 1/3 each.
     * No logarithm, and no outlier that would push a digit off the canvas.
     */
    fun bell(): Double = 2.0 * (uniform() + uniform() + uniform()) - 3.0

    private companion object {
        const val GOLDEN = -0x61c8864680b583ebL
        const val TWO_TO_MINUS_53 = 1.0 / (1L shl 53)

        fun finalize(value: Long): Long {
            var z = (value xor (value ushr 30)) * -0x40a7b892e31b1a47L
            z = (z xor (z ushr 27)) * -0x6b2fb644ecceee15L
            return z xor (z ushr 31)
        }
    }
}
