package dev.rankine.kernels.lanes

/** The hyperbolic tangent: `q / (q + 2)` where `q` is `e^(2 x) - 1`. */
internal fun tanh(x: Term): Term {
    val twice = x.absolute().let { (it above SATURATED_F32).choose(x.constant(SATURATED_F32), it) }.let { it + it }
    val rest = HalvingRest(twice)
    val power = rest.power()
    val p = (rest.r * rest.r).times(exponentialTail(rest.r), rest.r)
    val q = power.times(p, power - 1.0)
    val y = q / (q + 2.0)
    return y.withSignOf(x)
}

/** Beyond it the hyperbolic tangent rounds to 1. */
private const val SATURATED_F32 = 9.1
