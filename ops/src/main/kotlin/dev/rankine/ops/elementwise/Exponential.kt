@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

private const val LN_2 = 0.693147180559945309417232121458176568
private const val LN_10 = 2.30258509299404568401799145468436421
private const val ROOT_HALF = 0.70710678118654752440
private const val TWO_TO_54 = 18014398509481984.0

/** `e^x`. */
public val exp: Op1<Unit> = unary("exp", Types.FLOATS, Names("exp", "exp"), gradient { dy * y }) { Math.exp(it) }

/** Runs the row [exp]. */
@ShapeRule(ShapeRule.SAME)
public fun exp(x: Value): Value = exp.invoke(Unit, x)

/** The natural logarithm; NaN below zero. */
public val log: Op1<Unit> = unary("log", Types.FLOATS, Names("log", "log"), gradient { dy / x }) { Math.log(it) }

/** Runs the row [log]. */
@ShapeRule(ShapeRule.SAME)
public fun log(x: Value): Value = log.invoke(Unit, x)

/** `e^x - 1`, accurate near zero. */
public val expm1: Op1<Unit> = unary("expm1", Types.FLOATS, Names("expm1", "expm1"), gradient { dy * (y + 1.0) }) { Math.expm1(it) }

/** Runs the row [expm1]. */
@ShapeRule(ShapeRule.SAME)
public fun expm1(x: Value): Value = expm1.invoke(Unit, x)

/** `log(1 + x)`, accurate near zero; NaN below -1. */
public val log1p: Op1<Unit> = unary("log1p", Types.FLOATS, Names("log1p", "log1p"), gradient { dy / (x + 1.0) }) { Math.log1p(it) }

/** Runs the row [log1p]. */
@ShapeRule(ShapeRule.SAME)
public fun log1p(x: Value): Value = log1p.invoke(Unit, x)

/** `2^x`. */
public val exp2: Op1<Unit> = unary("exp2", Types.FLOATS, Names("exp2", "exp2"), gradient { dy * (y * LN_2) }) { Math.pow(2.0, it) }

/** Runs the row [exp2]. */
@ShapeRule(ShapeRule.SAME)
public fun exp2(x: Value): Value = exp2.invoke(Unit, x)

/** The logarithm to base 2, exact for powers of two; NaN below zero. */
public val log2: Op1<Unit> = unary("log2", Types.FLOATS, Names("log2", "log2"), gradient { dy / (x * LN_2) }) { binaryLogarithm(it) }

/** Runs the row [log2]. */
@ShapeRule(ShapeRule.SAME)
public fun log2(x: Value): Value = log2.invoke(Unit, x)

/** The logarithm to base 10; NaN below zero. */
public val log10: Op1<Unit> = unary("log10", Types.FLOATS, Names("log10", "log10"), gradient { dy / (x * LN_10) }) { Math.log10(it) }

/** Runs the row [log10]. */
@ShapeRule(ShapeRule.SAME)
public fun log10(x: Value): Value = log10.invoke(Unit, x)

/** The exponent is split off, so that powers of two have no rounding and the rest has that of a number near 1. */
private fun binaryLogarithm(x: Double): Double {
    if (!(x > 0.0) || x.isInfinite()) return Math.log(x)
    val normal = if (x < java.lang.Double.MIN_NORMAL) x * TWO_TO_54 else x
    var exponent = Math.getExponent(normal)
    var fraction = Math.scalb(normal, -exponent)
    if (fraction > 2 * ROOT_HALF) {
        fraction /= 2
        exponent++
    }
    return (if (x < java.lang.Double.MIN_NORMAL) exponent - 54 else exponent) + Math.log(fraction) / LN_2
}

/** `log(e^a + e^b)`, promoted and broadcast, without overflow. */
public val logaddexp: Op2<Unit> =
    pointwise2(
        "logaddexp",
        Types.FLOATS_ONLY,
        Names("logaddexp", "logaddexp"),
        gradients(gradient { dy * exp(a - y) }, gradient { dy * exp(b - y) }),
    ) { _, a, b ->
        // equal infinities have no difference
        val larger = maximum(a, b)
        where(isinf(a) and (a eq b), a, larger + log1p(exp(-abs(a - b))))
    }

/** Runs the row [logaddexp]. */
@ShapeRule(ShapeRule.BROADCAST)
public fun logaddexp(a: Value, b: Value): Value = logaddexp.invoke(Unit, a, b)
