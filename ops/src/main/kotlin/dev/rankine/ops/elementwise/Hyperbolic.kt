@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

/** The hyperbolic sine. */
public val sinh: Op1<Unit> = unary("sinh", Types.FLOATS, Names("sinh", "sinh"), gradient { dy * cosh(x) }) { Math.sinh(it) }

/** Runs the row [sinh]. */
@ShapeRule(ShapeRule.SAME)
public fun sinh(x: Value): Value = sinh.invoke(Unit, x)

/** The hyperbolic cosine. */
public val cosh: Op1<Unit> = unary("cosh", Types.FLOATS, Names("cosh", "cosh"), gradient { dy * sinh(x) }) { Math.cosh(it) }

/** Runs the row [cosh]. */
@ShapeRule(ShapeRule.SAME)
public fun cosh(x: Value): Value = cosh.invoke(Unit, x)

/** The hyperbolic tangent. */
public val tanh: Op1<Unit> = unary("tanh", Types.FLOATS, Names("tanh", "tanh"), gradient { tanhBackward(dy, y) }) { Math.tanh(it) }

/** Runs the row [tanh]. */
@ShapeRule(ShapeRule.SAME)
public fun tanh(x: Value): Value = tanh.invoke(Unit, x)

/** `dy (1 - y y)`: the gradient of [tanh] by its result `y`. */
public val tanhBackward: Op2<Unit> =
    pointwise2("tanh_backward", Types.FLOATS_ONLY, Names("tanh_backward")) { _, dy, y -> dy * (1.0 - y * y) }

/** `x - tanh(x)`. */
public val tanhshrink: Op1<Unit> =
    pointwise1("tanhshrink", Types.FLOATS, Names("nn.functional.tanhshrink"), gradients(gradient { dy * square(tanh(x)) })) { _, x ->
        x - tanh(x)
    }

/** Runs the row [tanhshrink]. */
@ShapeRule(ShapeRule.SAME)
public fun tanhshrink(x: Value): Value = tanhshrink.invoke(Unit, x)

/** The number whose hyperbolic sine is `x`. */
public val asinh: Op1<Unit> =
    unary("asinh", Types.FLOATS, Names("asinh", "arcsinh"), gradient { dy * rsqrt(x * x + 1.0) }) { x ->
        val size = Math.abs(x)
        Math.copySign(if (size > LARGE) Math.log(size) + LN_2 else Math.log1p(size + size * size / (1.0 + Math.sqrt(1.0 + size * size))), x)
    }

/** Runs the row [asinh]. */
@ShapeRule(ShapeRule.SAME)
public fun asinh(x: Value): Value = asinh.invoke(Unit, x)

/** The number, not negative, whose hyperbolic cosine is `x`; NaN below 1. */
public val acosh: Op1<Unit> =
    unary("acosh", Types.FLOATS, Names("acosh", "arccosh"), gradient { dy * rsqrt(x * x - 1.0) }) { x ->
        val above = x - 1.0
        when {
            x < 1.0 -> Double.NaN
            x > LARGE -> Math.log(x) + LN_2
            else -> Math.log1p(above + Math.sqrt(above * (2.0 + above)))
        }
    }

/** Runs the row [acosh]. */
@ShapeRule(ShapeRule.SAME)
public fun acosh(x: Value): Value = acosh.invoke(Unit, x)

/** The number whose hyperbolic tangent is `x`; NaN outside [-1, 1]. */
public val atanh: Op1<Unit> =
    unary("atanh", Types.FLOATS, Names("atanh", "arctanh"), gradient { dy / (1.0 - x * x) }) { x ->
        val size = Math.abs(x)
        Math.copySign(0.5 * Math.log1p(2.0 * size / (1.0 - size)), x)
    }

/** Runs the row [atanh]. */
@ShapeRule(ShapeRule.SAME)
public fun atanh(x: Value): Value = atanh.invoke(Unit, x)

private const val LN_2 = 0.693147180559945309417232121458176568

/** From here on `x x + 1` is `x x` in float64. */
private const val LARGE = 268435456.0
