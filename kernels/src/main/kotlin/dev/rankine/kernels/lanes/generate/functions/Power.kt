package dev.rankine.kernels.lanes

/**
 * `x^y` as `2^(y log2 |x|)`, with the sign that an odd `y` leaves. The logarithm and its product are numbers in two parts, so that the
 * error of the power does not grow with its exponent. Largest error 1.1 units (float32 and float64). Infinite or NaN `x`, and `y` from
 * 2^22 (float32) or 2^51 on, are those of the row.
 */
internal fun pow(x: Term, y: Term): Term {
    val size = x.absolute()
    val log = DoubledLog2(size)
    val high = (x equalTo 0.0).choose(x.constant(Double.NEGATIVE_INFINITY), log.high)
    val product = y * high
    val rest = y.times(log.low, y.times(high, -product))
    val power = (y equalTo 0.0).choose(x.constant(1.0), exp2(product, rest))
    // adding this number leaves a whole number in the low bits
    val shifted = y + x.whole
    val isFraction = Compare(Order.NE, shifted - x.whole, y)
    val odd = isFraction.choose(x.bits().constant(0L), shifted.bits() shiftLeft x.lane.bytes * 8 - 1)
    val signed = (power.bits() or (odd and x.bits())).number()
    val usual = Both(x below 0.0, isFraction).choose(x.constant(Double.NaN), signed)
    val near = Both(size below Double.POSITIVE_INFINITY, y.absolute() below x.sized(FAR_POWER_F32, FAR_POWER_F64))
    return Rare(Not(near), "pow", listOf(x, y), usual, Quotients::class.java)
}

/** `2^(high + low)` where [low] is small against [high]; infinite where it overflows, rounded once where it is denormal. */
private fun exp2(high: Term, low: Term): Term {
    val shifted = high + high.whole
    val r = (high - (shifted - high.whole)) + low
    val p = r.polynomial(EXP2_REST_F32, EXP2_REST_F64).bits() + (shifted.bits() shiftLeft high.fractionBits)
    // nearer to 1 than the result by a power of two: the product with that power overflows or rounds as it should
    val isSmall = high below 0.0
    val step = 64L shl high.fractionBits
    val scaled = (p + isSmall.choose(p.constant(step), p.constant(-step))).number()
    val y = scaled * isSmall.choose(high.constant(Math.scalb(1.0, -64)), high.constant(Math.scalb(1.0, 64)))
    val bounded = (high above high.sized(130.0, 1030.0)).choose(high.constant(Double.POSITIVE_INFINITY), y)
    return (high below high.sized(-152.0, -1080.0)).choose(high.constant(0.0), bounded)
}

/**
 * The logarithm to base 2 of a positive number as [high] and [low], with an error of 2^-34 (float32) or 2^-65 of itself. With
 * `s = f / (2 + f)` that of `1 + f` is `s (c + s^2 p(s^2))`; what `s`, its square, the constant of `p` and the sums lose is carried along.
 */
private class DoubledLog2(x: Term) {
    val high: Term
    val low: Term

    init {
        val parts = Fraction(x)
        val f = parts.f
        val sum = f + 2.0
        val inverse = sum.under(1.0)
        val s = f * inverse
        val minus = -s
        val sLow = minus.times(f - (sum - 2.0), minus.times(sum, f)) * inverse
        val z = s * s
        val zLow = s.times(s, -z)
        val rest = z.polynomial(LOG2_REST_F32, LOG2_REST_F64)
        val first = x.sized(LOG2_THIRD_F32, LOG2_THIRD_F64)
        val p = z.times(rest, first.high)
        val pLow = z.times(rest, p.from(first.high)).let { if (first.low == 0.0) it else it + first.low }
        val q = z * p
        val qLow = zLow.times(p, z.times(pLow, z.times(p, -q)))
        val twice = x.sized(TWO_LOG2_E_F32, TWO_LOG2_E_F64)
        val w = q + twice.high
        val wLow = (q - (w - twice.high)) + (qLow + twice.low)
        val product = s * w
        val productLow = sLow.times(q.times(2.0, w), s.times(wLow, s.times(w, -product)))
        high = parts.exponent + product
        low = (product - (high - parts.exponent)) + productLow
    }
}

/** From here on the low bits of exponents are not those of whole numbers. */
private const val FAR_POWER_F32 = 4194304.0
private const val FAR_POWER_F64 = 2251799813685248.0

/** 2 / ln 2. */
private val TWO_LOG2_E_F32 = Pieces(2.885390043258667, 3.851925982253235e-08)
private val TWO_LOG2_E_F64 = Pieces(2.8853900817779268, 4.0710547481862066e-17)

/** The constant of `p`, near 2 / (3 ln 2). */
private val LOG2_THIRD_F32 = Pieces(0.9617967, 0.0)
private val LOG2_THIRD_F64 = Pieces(0.9617966939259756, 5.12642422412644e-17)

/** The other coefficients of `p`; with them the logarithm is within 2^-36. */
private val LOG2_REST_F32 = doubleArrayOf(0.33662468, 0.41192147, 0.5770789)

/** As [LOG2_REST_F32]; within 2^-68. */
private val LOG2_REST_F64 =
    doubleArrayOf(
        0.1736429183772387,
        0.1683395681189396,
        0.1924076708414898,
        0.22195207535919,
        0.2623082021653622,
        0.3205988978755567,
        0.41219858311156804,
        0.5770780163555844,
    )
