package dev.rankine.kernels.lanes

internal fun erf(x: Term): Term {
    val size = x.absolute()
    val near =
        size.times(
            (size * size).polynomial(7.806905e-05, -0.0007997853, 0.005187162, -0.026853347, 0.11283579, -0.37612626, 0.12837917),
            size,
        )
    val bounded = (size above 3.93).choose(x.constant(3.93), size)
    val root =
        (bounded - 2.4375).polynomial(
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
    val square = root * root
    val far = (-square).times(square, 1.0)
    return (size below 1.0).choose(near, far).withSignOf(x)
}

internal fun erfc(x: Term): Term {
    val size = x.absolute()
    val bounded = (size above 10.1).choose(x.constant(10.1), size)
    val sum = bounded + 1.0
    val inverse = sum.under(1.0)
    // what the sum and the quotient lost, relative to the quotient
    val lost = (bounded - (sum - 1.0)).times(inverse, sum.times(inverse, -1.0))
    val g =
        (inverse - 0.5).polynomial(
            0.28828835,
            -0.82359594,
            0.6326552,
            0.16356249,
            -0.6089721,
            0.48422143,
            -0.07773825,
            -0.30640754,
            0.40630758,
            -0.11124544,
            -0.38222525,
            0.47536162,
            0.85516715,
        ) *
            inverse
    val high = -(bounded * bounded)
    val low = bounded.times(bounded, high)
    val rest = HalvingRest(high)
    val r = rest.r - low - lost
    val p = (g * r).times(r.polynomial(0.001382225, 0.008369095, 0.04166825, 0.16666517, 0.49999994, 1.0), g)
    val y = rest.scale(p, bounded above 9.0)
    return (x below 0.0).choose(y.from(2.0), bounded.times(0.0, y))
}
