package dev.rankine.kernels.lanes

/**
 * The inverse of the hyperbolic sine, `log1p(a + a a / (1 + sqrt(1 + a a)))` of `a = |x|`; `log(2 a)` for large ones. Largest error 2 units
 * (float32), 1.6 (float64).
 */
internal fun asinh(x: Term): Term {
    val size = x.absolute()
    val large = size above LARGE
    val z = size * size
    val above = z / ((z + 1.0).root() + 1.0) + size
    return shiftedLogarithm(size, above, large).withSignOf(x).unlessTiny(x)
}

/**
 * The inverse of the hyperbolic cosine, `log1p(t + sqrt(t (2 + t)))` of `t = x - 1`; `log(2 x)` for large ones. Largest error 2 units
 * (float32), 1.7 (float64).
 */
internal fun acosh(x: Term): Term {
    val t = x - 1.0
    val above = t + t.times(t, t + t).root()
    val y = shiftedLogarithm(x, above, x above LARGE)
    return (x atLeast 1.0).choose(y, x.constant(Double.NaN))
}

/** The inverse of the hyperbolic tangent, half of `log1p(2 a / (1 - a))` of `a = |x|`. Largest error 2.3 units (float32), 1.9 (float64). */
internal fun atanh(x: Term): Term {
    val size = x.absolute()
    val y = log1p((size + size) / size.from(1.0)) * 0.5
    return y.withSignOf(x).unlessTiny(x)
}

/** `log(1 + above)`, or `log(2 x)` where [large]. */
private fun shiftedLogarithm(x: Term, above: Term, large: Mask): Term {
    val sum = above + 1.0
    val number = large.choose(x, sum)
    val lost = large.choose(x.constant(0.0), above - (sum - 1.0))
    return special(number, logarithmOfSum(number, lost, large))
}

/** From here on 1 is nothing beside the square. */
private const val LARGE = 1e9
