package dev.rankine.kernels.lanes

/** The natural logarithm. Largest error 0.95 units (float32), 0.9 (float64). */
internal fun log(x: Term): Term = Fraction(x).let { special(x, logarithm(it, it.exponent)) }

/** The logarithm to base 2, exact for powers of two. Largest error 1.1 units (float32), 0.9 (float64). */
internal fun log2(x: Term): Term {
    val parts = Fraction(x)
    return special(x, parts.exponent + inBase(parts.f, x.sized(LOG2_E_F32, LOG2_E_F64)))
}

/** The logarithm to base 10. Largest error 1.2 units (float32), 1 (float64). */
internal fun log10(x: Term): Term {
    val parts = Fraction(x)
    val small = parts.exponent.times(x.sized(LOG10_2_F32, LOG10_2_F64).low, inBase(parts.f, x.sized(LOG10_E_F32, LOG10_E_F64)))
    return special(x, parts.exponent.times(x.sized(LOG10_2_F32, LOG10_2_F64).high, small))
}

/** `log(1 + x)`, accurate near zero. Largest error 1.6 units (float32), 0.9 (float64). */
internal fun log1p(x: Term): Term {
    val sum = x + 1.0
    return special(sum, logarithmOfSum(sum, x - (sum - 1.0), null)).unlessTiny(x)
}

/** `log(sum + lost)`, to which `ln 2` is added where [twice] holds. [lost] is what [sum] lost by rounding; [sum] is 0 or normal. */
internal fun logarithmOfSum(sum: Term, lost: Term, twice: Mask?): Term {
    val parts = Fraction(sum, lost)
    val more = twice?.choose(sum.constant(1.0), sum.constant(0.0))
    return logarithm(parts, if (more == null) parts.exponent else parts.exponent + more)
}

/** The logarithm [y] of [x], or what it is at zero, below zero, and of infinity and NaN. */
internal fun special(x: Term, y: Term): Term {
    val finite = (x below Double.POSITIVE_INFINITY).choose(y, x)
    val other = (x equalTo 0.0).choose(x.constant(Double.NEGATIVE_INFINITY), x.constant(Double.NaN))
    return (x above 0.0).choose(finite, other)
}

/**
 * A positive number as `2^exponent (1 + f)`, where `1 + f` lies between the roots of 1/2 and of 2. [lost] is added to the number: it is
 * small against it.
 */
internal class Fraction(x: Term, lost: Term? = null) {
    val exponent: Term
    val f: Term

    init {
        val bits = x.fractionBits
        val rootHalf = x.sized(0x3f35_04f3L, 0x3fe6_a09e_667f_3bcdL)
        val bias = x.bitsOfOne - rootHalf + (SPARE shl bits)
        val offset: Term
        if (lost == null) {
            val denormal =
                x below
                    x.sized(
                        java.lang.Float.MIN_NORMAL
                            .toDouble(),
                        java.lang.Double.MIN_NORMAL,
                    )
            val normal = denormal.choose(x * Math.scalb(1.0, bits), x).bits()
            offset = normal + denormal.choose(normal.constant(bias - (bits.toLong() shl bits)), normal.constant(bias))
        } else {
            offset = x.bits() + bias
        }
        val above = ((offset and (1L shl bits) - 1) + rootHalf).number() - 1.0
        f =
            if (lost ==
                null
            ) {
                above
            } else {
                (lost * SMALL).times((offset and (-1L shl bits)).from(2 * x.bitsOfOne + (2 * SPARE shl bits)).number(), above)
            }
        // the biased exponent becomes a number as the low bits of a large one
        exponent = ((offset shiftRightUnsigned bits) + x.bitsOf(x.whole)).number() - (x.whole + (x.bitsOfOne shr bits) + SPARE)
    }
}

/** Added to exponents so that those of denormal numbers are not negative, and to those of inverses. */
private const val SPARE = 64L

/** `2^-SPARE`. */
private const val SMALL = 5.421010862427522e-20

private fun logarithm(parts: Fraction, exponent: Term): Term {
    val f = parts.f
    if (f.lane == Lane.F32) return exponent.times(LN_2_F32, tail(f) + f)
    return exponent.times(LN_2_F64.high, exponent.times(LN_2_F64.low, tail(f)) + f)
}

private fun inBase(f: Term, base: Pieces): Term = f.times(base.high, tail(f).times(base.high, f * base.low))

/**
 * `log(1 + f) - f`. For float32 a polynomial; for float64 `s (f f / 2 + R) - f f / 2` where `s = f / (2 + f)` and
 * `R = (2 artanh(s) - 2 s) / s`, as K. C. Ng does in the logarithm of fdlibm.
 */
private fun tail(f: Term): Term {
    if (f.lane == Lane.F32) return (f * f) * f.polynomial(*LOG_TAIL_F32)
    val s = f / (f + 2.0)
    val z = s * s
    val half = f * 0.5 * f
    return s.times(z.times(z.polynomial(*LOG_TAIL_F64), half), -half)
}

/** A constant in two numbers of a lane. */
internal class Pieces(val high: Double, val low: Double)

/** In float32 ln 2 is within 2^-28 of itself. */
private const val LN_2_F32 = 0.6931471805599453
private val LN_2_F64 = Pieces(0.6931471805599453, 2.3190468138462996e-17)
private val LOG2_E_F32 = Pieces(1.4426950216293335, 1.925963033500011e-08)
private val LOG2_E_F64 = Pieces(1.4426950408889634, 2.0355273740931033e-17)
private val LOG10_E_F32 = Pieces(0.4342944920063019, -1.0103049952192578e-08)
private val LOG10_E_F64 = Pieces(0.4342944819032518, 1.098319650216765e-17)
private val LOG10_2_F32 = Pieces(0.3010300099849701, -1.432098883924482e-08)
private val LOG10_2_F64 = Pieces(0.3010299956639812, -2.8037281277851704e-18)

/** `(log(1 + f) - f) / f^2`; with it the logarithm is within 2^-26. */
private val LOG_TAIL_F32 =
    doubleArrayOf(-0.04084018, 0.11056876, -0.13778092, 0.14511253, -0.16585106, 0.19983976, -0.25001904, 0.33333609, -0.49999988)

/** `(2 artanh(s) - 2 s) / s^3` by `s^2`; with it the logarithm is within 2^-59. */
private val LOG_TAIL_F64 =
    doubleArrayOf(
        0.14799071684193016,
        0.15313755192007486,
        0.18183575188690485,
        0.2222219837799192,
        0.28571428744146815,
        0.3999999999940746,
        0.6666666666666735,
    )
