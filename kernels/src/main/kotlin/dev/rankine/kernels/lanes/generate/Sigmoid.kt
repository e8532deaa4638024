package dev.rankine.kernels.lanes

/** The logistic function. With `e = e^-|x|`, which never overflows, it is `1 / (1 + e)` or, below zero, `e / (1 + e)`. */
internal fun sigmoid(x: Term): Term {
    val negative = -x.absolute()
    val bounded = (negative below LOWEST_F32).choose(x.constant(LOWEST_F32), negative)
    val rest = HalvingRest(bounded)
    val e = rest.scale(exponentialOfRest(rest.r), bounded below SMALLEST_NORMAL_F32)
    // a NaN passes through here: the bits of e are arbitrary then
    val one = bounded.times(0.0, 1.0)
    return (x below 0.0).choose(e, one) / (one + e)
}
