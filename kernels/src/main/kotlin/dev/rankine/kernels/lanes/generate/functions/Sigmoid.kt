package dev.rankine.kernels.lanes

/**
 * The logistic function, as `s / (s + s e^-x)` with `s = 2^-STEP`, so that neither the power nor the sum overflows where the result is
 * denormal. Largest error 2.4 units (float32), 2.2 (float64).
 */
internal fun sigmoid(x: Term): Term {
    // beyond the larger one the result is 1
    val bounded = x.within(x.sized(-104.0, -746.0), x.sized(18.0, 38.0))
    val rest = HalvingRest.lowered(-bounded)
    val power = rest.power(rest.r.polynomial(EXP_REST_F32, EXP_REST_F64))
    val scale = Math.scalb(1.0, -HalvingRest.STEP)
    // NaN passes through the numerator: the bits of the power are arbitrary then
    return bounded.times(0.0, scale) / (power + scale)
}
