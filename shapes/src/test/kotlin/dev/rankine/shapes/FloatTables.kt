package dev.rankine.shapes

import kotlin.math.pow

/** The value of a float with [exponentBits] and [fractionBits], computed from its fields in double precision: exact for 16-bit formats. */
internal fun decode(bits: Int, exponentBits: Int, fractionBits: Int): Double {
    val sign = if (bits shr (exponentBits + fractionBits) and 1 == 1) -1.0 else 1.0
    val exponent = bits shr fractionBits and ((1 shl exponentBits) - 1)
    val fraction = bits and ((1 shl fractionBits) - 1)
    val bias = (1 shl (exponentBits - 1)) - 1
    return when (exponent) {
        (1 shl exponentBits) - 1 -> if (fraction == 0) sign * Double.POSITIVE_INFINITY else Double.NaN
        0 -> sign * 2.0.pow(1 - bias - fractionBits) * fraction
        else -> sign * 2.0.pow(exponent - bias - fractionBits) * (fraction + (1 shl fractionBits))
    }
}

/**
 * Rounding to the nearest value of a 16-bit format by comparing exact distances, ties to the even pattern.
 * The pattern of infinity stands for the power of two that would come next.
 */
internal class NearestTable(exponentBits: Int, fractionBits: Int) {
    /** The pattern of positive infinity. */
    val infinity: Int = ((1 shl exponentBits) - 1) shl fractionBits

    /** The value of each pattern from zero to infinity, ascending. */
    val values: DoubleArray =
        DoubleArray(infinity + 1) { if (it < infinity) decode(it, exponentBits, fractionBits) else 2.0.pow(1 shl (exponentBits - 1)) }

    fun nearest(value: Float): Int {
        val size = Math.abs(value.toDouble())
        val sign = if (value.toRawBits() < 0) 0x8000 else 0
        if (size >= values[infinity]) return sign or infinity
        val found = values.binarySearch(size)
        if (found >= 0) return sign or found
        val above = -found - 1
        // both distances are exact in double
        val up = values[above] - size
        val down = size - values[above - 1]
        val chosen = if (up < down || (up == down && above % 2 == 0)) above else above - 1
        return sign or chosen
    }
}
