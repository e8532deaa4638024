package dev.rankine.kernels.lanes

/**
 * The logistic function. With `e = e^-|x|`, which never overflows, it is `1 / (1 + e)`, or `e / (1 + e)` below zero. Largest error
 * 2.4 units (float32), 2.2 (float64).
 */
internal fun sigmoid(x: Term): Term {
    val range = x.sized(EXP_F32, EXP_F64)
    val negative = -x.absolute()
    val bounded = (negative below range.low).choose(x.constant(range.low), negative)
    val rest = HalvingRest(bounded)
    val e = rest.scale(rest.r.polynomial(EXP_REST_F32, EXP_REST_F64), bounded below range.normal)
    // NaN passes through here: the bits of e are arbitrary then
    val one = bounded.times(0.0, 1.0)
    return (x below 0.0).choose(e, one) / (one + e)
}
