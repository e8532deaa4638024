package dev.rankine.kernels.lanes

/**
 * The hyperbolic tangent, as `q / (q + 2)` where `q` is `e^(2 |x|) - 1`. Largest error 2.5 units (float32 and float64).
 */
internal fun tanh(x: Term): Term {
    val size = x.absolute()
    val saturated = x.sized(9.1, 20.0)
    val bounded = (size above saturated).choose(x.constant(saturated), size)
    val rest = HalvingRest(bounded + bounded)
    val power = rest.power()
    val q = power.times(expm1OfRest(rest.r), power - 1.0)
    return (q / (q + 2.0)).withSignOf(x)
}

/** The hyperbolic sine. Largest error 2 units (float32), 2.2 (float64). */
internal fun sinh(x: Term): Term {
    val parts = HyperbolicParts(x)
    val half = parts.difference.times(parts.cosineLessOne, parts.sum.times(parts.sine, parts.difference))
    return (half + half).withSignOf(x).unlessTiny(x)
}

/** The hyperbolic cosine. Largest error 2.3 units (float32), 1.9 (float64). */
internal fun cosh(x: Term): Term {
    val parts = HyperbolicParts(x)
    val half = parts.sum.times(parts.cosineLessOne, parts.difference.times(parts.sine, parts.sum))
    return half + half
}

/**
 * What hyperbolic functions of `|x| = n ln 2 + r` are made of: `cosh r - 1`, `sinh r`, and `(2^n + 2^-n) / 4`, `(2^n - 2^-n) / 4`.
 * With them `sinh |x| / 2` is `sum sinh r + difference cosh r`, which never overflows before it is doubled.
 */
private class HyperbolicParts(x: Term) {
    val sine: Term
    val cosineLessOne: Term
    val sum: Term
    val difference: Term

    init {
        val size = x.absolute()
        val largest = x.sized(89.6, 710.6)
        val rest = HalvingRest((size above largest).choose(x.constant(largest), size))
        val z = rest.r * rest.r
        sine = (rest.r * z).times(z.polynomial(SINH_F32, SINH_F64), rest.r)
        cosineLessOne = z * z.polynomial(COSH_F32, COSH_F64)
        val up = rest.quarterPower()
        val down = up.under(0.0625)
        sum = up + down
        difference = up - down
    }
}

/** `(sinh(r) / r - 1) / r^2` by `r^2` for `|r| <= ln 2 / 2`; with it `sinh r` is within 2^-34. */
private val SINH_F32 = doubleArrayOf(0.00019974087, 0.008333175, 0.16666667)

/** As [SINH_F32]; within 2^-60. */
private val SINH_F64 =
    doubleArrayOf(
        2.5109099995564428e-08,
        2.7557244055540477e-06,
        0.0001984126988624975,
        0.008333333333321594,
        0.16666666666666677,
    )

/** `(cosh r - 1) / r^2` by `r^2` for `|r| <= ln 2 / 2`; with it `cosh r` is within 2^-32. */
private val COSH_F32 = doubleArrayOf(0.0013933084, 0.041666485, 0.5)

/** As [COSH_F32]; within 2^-64. */
private val COSH_F64 =
    doubleArrayOf(
        2.0924414650649242e-09,
        2.7557241889265775e-07,
        2.480158736327612e-05,
        0.0013888888888864029,
        0.04166666666666671,
        0.5,
    )
