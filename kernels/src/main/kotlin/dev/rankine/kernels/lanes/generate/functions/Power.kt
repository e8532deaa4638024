package dev.rankine.kernels.lanes

/**
 * `x^y` as `2^(y log2 |x|)`, with the sign that an odd `y` leaves. The logarithm and its product are numbers in two parts, so that the
 * error of the power does not grow with its exponent. Largest error 1.1 units (float32 and float64). Infinite or NaN `x`, and `y` from
 * 2^22 (float32) or 2^51 on, are those of the row, and denormal float32 `x` too.
 */
internal fun pow(x: Term, y: Term): Term {
    val size = x.absolute()
    val isZero = size equalTo 0.0
    val log = if (x.lane == Lane.F32) log2F32(size) else log2F64(size)
    val high = Both(isZero, Compare(Order.NE, y, y.constant(0.0))).choose(x.constant(Double.NEGATIVE_INFINITY), log.high)
    val product = y * high
    val power = exp2(product, y.times(log.low, y.times(high, -product)))
    // adding this number leaves a whole number in the low bits
    val shifted = y + x.whole
    val isFraction = Compare(Order.NE, shifted - x.whole, y)
    val odd = isFraction.choose(x.bits().constant(0L), shifted.bits() shiftLeft x.lane.bytes * 8 - 1)
    val signed = (power.bits() or (odd and x.bits())).number()
    val usual = Both(x below 0.0, isFraction).choose(x.constant(Double.NaN), signed)
    val near = Both(size below Double.POSITIVE_INFINITY, y.absolute() below x.sized(FAR_POWER_F32, FAR_POWER_F64))
    val isUsual = if (x.lane == Lane.F32) Both(near, Either(isZero, size atLeast MIN_NORMAL_F32)) else near
    return Rare(Not(isUsual), "pow", listOf(x, y), usual, Quotients::class.java)
}

/** `2^(high + low)` where [low] is below 1/8; infinite where it overflows, rounded once where it is denormal. */
private fun exp2(high: Term, low: Term): Term {
    val shifted = (if (high.lane == Lane.F32) high + low else high) + high.whole
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

/** From here on the low bits of exponents are not those of whole numbers. */
private const val FAR_POWER_F32 = 4194304.0
private const val FAR_POWER_F64 = 2251799813685248.0

private const val MIN_NORMAL_F32 = 1.17549435E-38
