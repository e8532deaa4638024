package dev.rankine.kernels

/** The largest error so far, in units in the last place. */
internal class Worst {
    var units = 0.0
        private set
    private var line = "none"

    fun meet(x: Any, found: Double, expected: Double, error: Double = float32Units(found, expected)) {
        if (error <= units) return
        units = error
        line = "$error units at $x: $found instead of $expected"
    }

    override fun toString(): String = line
}

/**
 * The distance of [y] from [expected] in units of the float32 nearest to it. Infinity counts as the number behind the largest; a NaN or a
 * zero of the wrong sign is infinitely far.
 */
internal fun float32Units(y: Double, expected: Double): Double {
    if (expected.isNaN() || y.isNaN()) return if (expected.isNaN() && y.isNaN()) 0.0 else Double.POSITIVE_INFINITY
    if (y == 0.0 && 1 / y != 1 / Math.copySign(0.0, expected)) return Double.POSITIVE_INFINITY
    if (y == expected) return 0.0
    val end = Math.scalb(1.0, 128)
    val inside = expected.coerceIn(-end, end)
    val largest = Float.MAX_VALUE.toDouble()
    return Math.abs(y.coerceIn(-end, end) - inside) / Math.ulp(inside.coerceIn(-largest, largest).toFloat())
}
