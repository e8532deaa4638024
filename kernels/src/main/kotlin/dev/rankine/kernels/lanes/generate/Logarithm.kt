package dev.rankine.kernels.lanes

internal fun log(x: Term): Term {
    val denormal =
        x below
            java.lang.Float.MIN_NORMAL
                .toDouble()
    val normal = denormal.choose(x * 8388608.0, x)
    val offset = normal.bits() + -ROOT_HALF_BITS
    val e = Convert(offset shiftRight 23, Lane.F32) - denormal.choose(x.constant(23.0), x.constant(0.0))
    val f = ((offset and 0x7f_ffffL) + ROOT_HALF_BITS).number() - 1.0
    val tail =
        f.polynomial(
            -0.04084018,
            0.11056876,
            -0.13778092,
            0.14511253,
            -0.16585106,
            0.19983976,
            -0.25001904,
            0.33333609,
            -0.49999988,
        )
    val small = (f * f).times(tail, e * LN_2_LOW_F32) + f
    val y = e.times(LN_2_HIGH_F32, small)
    return (x above 0.0).choose(
        (x below Double.POSITIVE_INFINITY).choose(y, x),
        (x equalTo 0.0).choose(x.constant(Double.NEGATIVE_INFINITY), x.constant(Double.NaN)),
    )
}

private const val ROOT_HALF_BITS = 0x3f3504f3L
