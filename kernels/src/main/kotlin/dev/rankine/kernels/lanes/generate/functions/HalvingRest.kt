package dev.rankine.kernels.lanes

/**
 * A number as `n ln 2 + r` with whole `n` and `|r| <= ln 2 / 2`, the beginning of all exponentials: `e^x = 2^n e^r`.
 *
 * `n` is rounded by adding 1.5 2^23 (float32) or 1.5 2^52, after which the low bits of the number are those of `n`. `n ln 2` is subtracted
 * in two steps as Cody and Waite do ("Software manual for the elementary functions", 1980): the first constant has so few bits that
 * its product is exact.
 *
 * @property shifted the number whose low bits are `n`.
 */
internal class HalvingRest(val shifted: Term, val r: Term) {
    private val raised: Term by lazy { shifted.bits() shiftLeft shifted.fractionBits }

    /** `2^n`, for `n` of normal numbers. */
    fun power(): Term = power(0)

    /** `2^(n - 1)`, for `n - 1` of normal numbers. */
    fun halfPower(): Term = power(1)

    /** `2^(n - 2)`, for `n - 2` of normal numbers. */
    fun quarterPower(): Term = power(2)

    private fun power(less: Int): Term = (raised + (shifted.bitsOfOne - (less.toLong() shl shifted.fractionBits))).number()

    /** `2^n p` for `p` near 1, rounded once where [small] holds, which it must for denormal results. `n` is added to the exponent. */
    fun scale(p: Term, small: Mask): Term {
        val sum = p.bits() + raised
        val back = (sum + (STEP.toLong() shl p.fractionBits)).number() * Math.scalb(1.0, -STEP)
        return small.choose(back, sum.number())
    }

    /** `2^n p` for `p` near 1, which must be a normal number; with the step of [raised] or [lowered] in `n`. The bits of a NaN are arbitrary then. */
    fun power(p: Term): Term = (p.bits() + raised).number()

    companion object {
        /** By how much denormal numbers are raised on the way. */
        const val STEP: Int = 64

        operator fun invoke(x: Term): HalvingRest = of(x, x.whole)

        /** With `n + STEP` in the low bits of [shifted]. */
        fun raised(x: Term): HalvingRest = of(x, x.whole + STEP)

        /** With `n - STEP` in the low bits of [shifted]. */
        fun lowered(x: Term): HalvingRest = of(x, x.whole - STEP)

        private fun of(x: Term, whole: Double): HalvingRest {
            val shifted = x.times(LOG2_E, whole)
            val n = shifted - whole
            val r = n.times(-x.sized(LN_2_SHORT_F32, LN_2_SHORT_F64), x)
            return HalvingRest(shifted, n.times(-x.sized(LN_2_REST_F32, LN_2_REST_F64), r))
        }
    }
}

/** Adding it rounds a float32 below 2^22, or a float64 below 2^51, to a whole number. */
internal val Term.whole: Double get() = sized(12582912.0, 6755399441055744.0)

private const val LOG2_E = 1.4426950408889634

/** ln 2 to 15 bits, and the rest. */
private const val LN_2_SHORT_F32 = 0.693145751953125
private const val LN_2_REST_F32 = 1.428606765330187e-06

/** ln 2 to 40 bits, and the rest. */
private const val LN_2_SHORT_F64 = 0.6931471805601177
private const val LN_2_REST_F64 = -1.7239444525614835e-13
