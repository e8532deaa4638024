package dev.rankine.kernels.lanes

import kotlin.math.round

/** For each sixteenth of an octave from [START] on a factor that brings it near to 1, and the logarithm to base 2 of its inverse; as bits of float32. */
internal object PowerTables {
    /** The bits of the number at which the octave begins. */
    const val START = 0x3f7c_0000
    const val LENGTH = 16
    private val factors =
        doubleArrayOf(
            1.0,
            0.9375,
            0.890625,
            0.84375,
            0.796875,
            0.765625,
            0.71875,
            0.6875,
            0.671875,
            0.640625,
            0.609375,
            0.59375,
            0.578125,
            0.546875,
            0.53125,
            0.515625,
        )

    /** Has at most 6 bits behind the point. */
    @JvmField
    val FACTORS: IntArray = bits { factors[it] }

    /** Has 15 bits behind the point, so that the sum with an exponent is exact. */
    @JvmField
    val LOGARITHMS: IntArray = bits { high(it) }

    /** What is left of the logarithm. */
    @JvmField
    val LOGARITHMS_LOW: IntArray = bits { logarithm(it) - high(it) }

    private fun bits(number: (Int) -> Double) = IntArray(LENGTH) { number(it).toFloat().toRawBits() }

    private fun logarithm(place: Int): Double = -StrictMath.log(factors[place]) / StrictMath.log(2.0)

    private fun high(place: Int): Double = round(logarithm(place) * 32768) / 32768
}
