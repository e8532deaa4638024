package dev.rankine.kernels.lanes

/**
 * The error function. Near zero `x + x p(x x)`. Float32 has `1 - q(|x|)^4` elsewhere, as the fourth root of `erfc` needs fewer
 * coefficients than `erfc`; float64 `1 - erfc(|x|)`. Largest error 1.5 units (float32), 2 (float64).
 */
internal fun erf(x: Term): Term {
    val size = x.absolute()
    val near = nearZero(size)
    if (x.lane == Lane.F64) return (size below 0.5).choose(near, tail(size).from(1.0)).withSignOf(x)
    val bounded = (size above ONE_F32).choose(x.constant(ONE_F32), size)
    val square = (bounded - MIDDLE_F32).polynomial(*ERFC_ROOT_F32).let { it * it }
    return (size below 1.0).choose(near, (-square).times(square, 1.0)).withSignOf(x)
}

/** `1 - erf(x)`, accurate in the tail. Largest error 3.8 units (float32), 2.7 (float64). */
internal fun erfc(x: Term): Term {
    val size = x.absolute()
    val tail = if (x.lane == Lane.F32) tailF32(size) else tail(size)
    val y = (x below 0.0).choose(tail.from(2.0), tail)
    return if (x.lane == Lane.F32) y else (size below 0.5).choose(nearZero(x).from(1.0), y)
}

/**
 * `erfc(x)` of float32 for `x >= 0`, as `e^(-x x) p(x) / q(x)`. All coefficients are positive, and even and odd powers are summed apart,
 * so that little is lost; what `x x` loses goes into the exponent. The power of two is `2^(n + STEP)`, which is always a normal number; the
 * coefficients of `p` have the rest, so that the one product rounds denormal results, and NaN comes out of the quotient.
 */
private fun tailF32(x: Term): Term {
    val bounded = (x above END_F32).choose(x.constant(END_F32), x)
    val square = bounded * bounded
    val rest = HalvingRest.raised(-square)
    val r = rest.r - bounded.times(bounded, -square)
    val quotient = bounded.twoSums(square, ERFCX_P_F32) / bounded.twoSums(square, ERFCX_Q_F32)
    return rest.power(r.polynomial(*EXP_REST_F32)) * quotient
}

/** The polynomial of [coefficients], the highest power first, at this number with its [square]: even and odd powers apart. */
private fun Term.twoSums(square: Term, coefficients: DoubleArray): Term {
    fun part(parity: Int) = coefficients.filterIndexed { i, _ -> (coefficients.size - 1 - i) % 2 == parity }.toDoubleArray()
    return square.polynomial(*part(1)).times(this, square.polynomial(*part(0)))
}

/** `erf(x)` for `|x| < 1` (float32) or `|x| < 0.5`. */
private fun nearZero(x: Term): Term = x.times((x * x).polynomial(ERF_F32, ERF_F64), x)

/**
 * `erfc(x)` of float64 for `x >= 0.5`, as `e^(-x x) h(u) / (x + c)` with `u = 1 / (x + c) - d`; an idea of Shepherd and
 * Laframboise, "Chebyshev approximation of (1 + 2x) exp(x^2) erfc x in 0 <= x < infinity", Mathematics of Computation 36 (1981).
 * `c` is such that `h` is flat where `u` has lost most. The rest of `x x`, and what sum and quotient lost, go into the exponent.
 */
private fun tail(x: Term): Term {
    val bounded = (x above 27.3).choose(x.constant(27.3), x)
    val sum = bounded + 1.5
    val inverse = sum.under(1.0)
    val lost = (bounded - (sum - 1.5)).times(inverse, sum.times(inverse, -1.0))
    val u = (-inverse).times(lost, inverse - 0.25)
    val high = -(bounded * bounded)
    val rest = HalvingRest(high)
    val r = rest.r - bounded.times(bounded, high) - lost
    val factor = u.polynomial(*ERFC_F64) * inverse
    val p = (factor * r).times(r.polynomial(*EXP_REST_F64.copyOf(EXP_REST_F64.size - 1)), factor)
    // NaN passes through the product: the bits of p are arbitrary then
    return bounded.times(0.0, rest.scale(p, bounded above 26.0))
}

/** Float32 below 1 is nearer to this error function than to another number. */
private const val ONE_F32 = 3.93

/** The middle of `1..ONE_F32`. */
private const val MIDDLE_F32 = 2.4375

/** `erf(x) / x - 1` by `x x` for `|x| <= 1`, within 2^-29. */
private val ERF_F32 = doubleArrayOf(7.806905e-05, -0.0007997853, 0.005187162, -0.026853347, 0.11283579, -0.37612626, 0.12837917)

/** `erf(x) / x - 1` by `x x` for `|x| <= 0.5`, within 2^-56. */
private val ERF_F64 =
    doubleArrayOf(
        1.4723215353508247e-06,
        -1.4845583855143466e-05,
        0.00012053324323886661,
        -0.0008548297524748163,
        0.005223977370332408,
        -0.026866170632716322,
        0.11283791670924816,
        -0.37612638903183465,
        0.12837916709551256,
    )

/** The fourth root of `erfc(x)` by `x - MIDDLE_F32`, so that `erf` is within 2^-26. */
private val ERFC_ROOT_F32 =
    doubleArrayOf(
        -2.2295142e-05,
        -0.00025638976,
        0.00010732965,
        0.0027399827,
        -0.007257857,
        -0.0105556315,
        0.0957739,
        -0.20190893,
        0.15427981,
    )

/** From here on `erfc` of float32 is 0. */
private const val END_F32 = 10.1

/** `p` of [tailF32], times `2^-STEP`; with [ERFCX_Q_F32] the quotient is within 2^-27 for `0 <= x <= 10.2`. */
private val ERFCX_P_F32 =
    doubleArrayOf(0.02630758, 0.18371032, 0.58598673, 0.99139994, 0.8).map { Math.scalb(it, -HalvingRest.STEP) }.toDoubleArray()

/** `q` of [tailF32]. */
private val ERFCX_Q_F32 = doubleArrayOf(0.046628423, 0.32563886, 1.061608, 1.9232464, 1.8941038, 0.8)

/** `h` of [tail] for `0.5 <= x <= 27.3`, within 2^-54. */
private val ERFC_F64 =
    doubleArrayOf(
        -117808.14729632721,
        329628.47653000825,
        -189010.90807522356,
        -47618.38696556779,
        81462.95962259141,
        -22217.074858630327,
        -8176.966213150632,
        8313.221013786864,
        -2345.762337185783,
        -658.8240515563141,
        897.419904677568,
        -295.73727183144433,
        -83.39595277839501,
        119.99814049509764,
        -33.55308316569467,
        -19.78588866961117,
        18.96724665966264,
        -1.3084544466170547,
        -6.153826592801035,
        2.5622543290353637,
        1.865473832293533,
        -1.5808524850738432,
        -0.9117753058906382,
        0.9622747602749919,
        1.3853283695685616,
        0.8432254562445743,
    )
