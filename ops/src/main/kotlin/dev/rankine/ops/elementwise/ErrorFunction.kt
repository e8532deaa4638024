@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

private const val TWO_BY_ROOT_PI = 1.12837916709551257389615890312154517

/** The error function, `2 / sqrt(pi)` times the integral of `e^(-t t)` from 0 to `x`; within 1.2 units in the last place in float64. */
public val erf: Op1<Unit> =
    unary("erf", Types.FLOATS, Names("erf"), gradient { dy * (exp(-(x * x)) * TWO_BY_ROOT_PI) }) { errorFunction(it) }

/** Runs the row [erf]. */
@ShapeRule(ShapeRule.SAME)
public fun erf(x: Value): Value = erf.invoke(Unit, x)

/** `1 - erf(x)`, accurate in the tail; within 5 units in the last place in float64. */
public val erfc: Op1<Unit> =
    unary("erfc", Types.FLOATS, Names("erfc"), gradient { dy * (exp(-(x * x)) * -TWO_BY_ROOT_PI) }) { complementaryErrorFunction(it) }

/** Runs the row [erfc]. */
@ShapeRule(ShapeRule.SAME)
public fun erfc(x: Value): Value = erfc.invoke(Unit, x)

/**
 * The error function of [x]. Below 1 as `x + x p(x x)`, else as `1 - erfc(x)`.
 *
 * The coefficients interpolate `erf(sqrt(t)) / sqrt(t) - 1` on `0..1` at the Chebyshev nodes of degree 12, computed with 40 digits;
 * the error of the interpolation is below 2e-19.
 */
internal fun errorFunction(x: Double): Double =
    when {
        Math.abs(x) < 1.0 -> x + x * polynomial(NEAR, x * x)
        x.isNaN() -> x
        x > 0 -> 1.0 - tail(x)
        else -> tail(-x) - 1.0
    }

/** The complementary error function of [x]. */
internal fun complementaryErrorFunction(x: Double): Double =
    when {
        x.isNaN() -> x
        x < 0.5 -> 1.0 - errorFunction(x)
        else -> tail(x)
    }

/**
 * `erfc(x)` for `x >= 0.5`, as `e^(-x x) q(t) / (1 + 2 x)` with `t = (x - 3.75) / (x + 3.75)`: the form of Shepherd and Laframboise,
 * "Chebyshev approximation of (1 + 2x) exp(x^2) erfc x in 0 <= x < infinity", Mathematics of Computation 36 (1981).
 *
 * The coefficients interpolate at the Chebyshev nodes of degree 22 on the `t` of `0.5..27.5`, computed with 40 digits; the error is below
 * 5e-19. The exponential is split at a number of 21 bits, whose square is exact.
 */
private fun tail(x: Double): Double {
    if (x > LARGEST) return 0.0
    val high = Double.fromBits(x.toRawBits() and -0x1_0000_0000L)
    return Math.exp(-high * high) * (Math.exp((high - x) * (high + x)) * polynomial(TAIL, (x - 3.75) / (x + 3.75)) / (1.0 + 2.0 * x))
}

/** Horner's scheme, the highest power first. */
private fun polynomial(coefficients: DoubleArray, x: Double): Double {
    var y = coefficients[0]
    for (i in 1 until coefficients.size) y = y * x + coefficients[i]
    return y
}

/** Beyond it the result is below half of the smallest denormal. */
private const val LARGEST = 27.3

private val NEAR =
    doubleArrayOf(
        5.957176147748911e-11,
        -1.1372848856791674e-09,
        1.4659775274047436e-08,
        -1.6350312701054695e-07,
        1.6461000484121368e-06,
        -1.4925595266831182e-05,
        0.0001205533111164271,
        -0.000854832698083379,
        0.0052239776248180145,
        -0.026866170645076792,
        0.11283791670954879,
        -0.3761263890318375,
        0.1283791670955126,
    )

private val TAIL =
    doubleArrayOf(
        -4.049977704057852e-09,
        -2.8160732101921526e-09,
        3.766972977409541e-08,
        2.2138499650109562e-08,
        -2.586119412433388e-07,
        -5.654591118390395e-08,
        1.7522273473088292e-06,
        -9.73717932816625e-07,
        -1.1444677408907506e-05,
        2.2384199504710493e-05,
        5.1649336982011475e-05,
        -0.0002901540417519541,
        0.00029371360250019885,
        0.001755625841134296,
        -0.009746579547963784,
        0.028362277420774455,
        -0.05869339859055838,
        0.09230432116023325,
        -0.10880393014170595,
        0.08227673849015027,
        0.0035854154854636543,
        -0.14024059858554702,
        1.2375126308378275,
    )
