package dev.rankine.optim

import kotlin.math.PI
import kotlin.math.cos

/** The way from one number to another. */
public enum class Annealing {
    /** Along half a cosine: slow at both ends. */
    COSINE {
        override fun between(start: Double, end: Double, part: Double): Double = end + (start - end) / 2 * (1 + cos(PI * part))
    },

    /** In a straight line. */
    LINEAR {
        override fun between(start: Double, end: Double, part: Double): Double = start + (end - start) * part
    }, ;

    /** The number at [part] of the way, 0 to 1. */
    internal abstract fun between(start: Double, end: Double, part: Double): Double
}
