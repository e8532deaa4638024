package dev.rankine.kernels.lanes

/** `sqrt(a a + b b)`. Largest error 1.2 units (float32 and float64). It is that of `Math` where a square could overflow or be denormal. */
internal fun hypot(a: Term, b: Term): Term {
    val large = a.sized(1e18, 1e150)
    val small = a.sized(1e-15, 1e-130)
    val x = a.absolute()
    val y = b.absolute()
    val larger = Compare(Order.LT, x, y).choose(y, x)
    val far = Either(Either(x above large, y above large), Both(larger below small, larger above 0.0))
    return Rare(far, "hypot", listOf(a, b), x.times(x, y * y).root())
}
