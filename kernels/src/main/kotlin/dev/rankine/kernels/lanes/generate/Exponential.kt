package dev.rankine.kernels.lanes

/**
 * A number as `n ln 2 + r` with whole `n` and `|r| <= ln 2 / 2`, the beginning of all exponentials: `e^x = 2^n e^r`.
 *
 * `n` is rounded by adding 1.5 2^23 (f32), after which the number's low bits are `n`. The subtraction of `n ln 2` is that of Cody and
 * Waite ("Software manual for the elementary functions", 1980): its first constant has so few bits that the product is exact.
 *
 * @property shifted the number whose low bits are `n`.
 */
internal class HalvingRest private constructor(val shifted: Term, val r: Term) {
    /** `2^n`, for `n` of normal numbers. */
    fun power(): Term = (shifted.bits().shiftLeft(shifted.fractionBits) + shifted.bitsOfOne).number()

    /** `2^(n - 1)`, for `n` of normal numbers. */
    fun halfPower(): Term = (shifted.bits().shiftLeft(shifted.fractionBits) + (shifted.bitsOfOne - (1L shl shifted.fractionBits))).number()

    /** `2^n p` for normal results and `p` near 1: `n` is added to the exponent of [p]. */
    fun scale(p: Term): Term = (p.bits() + shifted.bits().shiftLeft(p.fractionBits)).number()

    /** As [scale], but where [small] holds with a second step, so that denormal results are rounded once. */
    fun scale(p: Term, small: Mask): Term {
        val sum = p.bits() + shifted.bits().shiftLeft(p.fractionBits)
        val raised = (sum + (STEP.toLong() shl p.fractionBits)).number() * Math.scalb(1.0, -STEP)
        return small.choose(raised, sum.number())
    }

    companion object {
        private const val STEP = 64

        operator fun invoke(x: Term): HalvingRest {
            val single = x.lane == Lane.F32
            val whole = if (single) WHOLE_F32 else WHOLE_F64
            val shifted = x.times(LOG2_E, whole)
            val n = shifted - whole
            val high = n.times(-(if (single) LN_2_HIGH_F32 else LN_2_HIGH_F64), x)
            return HalvingRest(shifted, n.times(-(if (single) LN_2_LOW_F32 else LN_2_LOW_F64), high))
        }
    }
}

/** Adding it rounds a number below 2^22 to a whole one. */
internal const val WHOLE_F32: Double = 12582912.0

/** Adding it rounds a number below 2^51 to a whole one. */
internal const val WHOLE_F64: Double = 6755399441055744.0

/** As [WHOLE_F32] or [WHOLE_F64]. */
internal val Term.whole: Double get() = if (lane == Lane.F32) WHOLE_F32 else WHOLE_F64

internal const val LOG2_E: Double = 1.4426950408889634
internal const val LN_2: Double = 0.6931471805599453

/** ln 2 to 15 bits, and the rest. */
internal const val LN_2_HIGH_F32: Double = 0.693145751953125
internal const val LN_2_LOW_F32: Double = 1.428606765330187e-06

/** ln 2 to 40 bits, and the rest. */
internal const val LN_2_HIGH_F64: Double = 0.6931471805601177
internal const val LN_2_LOW_F64: Double = -1.7239444525614835e-13

/** `e^x`. */
internal fun exp(x: Term): Term = exponentialF32(x)

private fun exponentialF32(x: Term): Term {
    val bounded = (x below LOWEST_F32).choose(x.constant(LOWEST_F32), x)
    val rest = HalvingRest(bounded)
    val y = rest.scale(exponentialOfRest(rest.r), bounded below SMALLEST_NORMAL_F32)
    return (x atMost HIGHEST_F32).choose(y, x + Double.POSITIVE_INFINITY)
}

/** `e^r` for `|r| <= ln 2 / 2`, within 2^-28. */
internal fun exponentialOfRest(r: Term): Term = r.polynomial(0.001382225, 0.008369095, 0.04166825, 0.16666517, 0.49999994, 1.0, 1.0)

/** `(e^r - 1 - r) / r^2` for `|r| <= ln 2 / 2`; with it `e^r - 1` is within 2^-26. */
internal fun exponentialTail(r: Term): Term = r.polynomial(0.0013882054, 0.008367096, 0.04166739, 0.16666539, 0.49999997)

/** Its exponential is less than half of the smallest denormal. */
internal const val LOWEST_F32: Double = -104.0

/** The logarithm of the smallest normal number. */
internal const val SMALLEST_NORMAL_F32: Double = -87.0

/** The largest number whose exponential is finite. */
internal const val HIGHEST_F32: Double = 88.72283935546875
