@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeRule

/** `x * x`. Bool becomes int64. */
public val square: Op1<Unit> =
    composite1(
        "square",
        Names("square", "square"),
        gradients(gradient { dy * (x * 2) }),
        { call -> arrayOf(Spec(squared(call.dtype()), call.sizes())) },
    ) { _, x -> to(x, squared(x.dtype)).let { it * it } }

/** Runs the row [square]. */
@ShapeRule(ShapeRule.SAME)
public fun square(x: Value): Value = square.invoke(Unit, x)

/** The square root; NaN below zero. */
public val sqrt: Op1<Unit> = unary("sqrt", Types.FLOATS, Names("sqrt", "sqrt"), gradient { dy / (y * 2) }) { Math.sqrt(it) }

/** Runs the row [sqrt]. */
@ShapeRule(ShapeRule.SAME)
public fun sqrt(x: Value): Value = sqrt.invoke(Unit, x)

/** `1 / sqrt(x)`; infinite at zero, NaN below. */
public val rsqrt: Op1<Unit> =
    unary("rsqrt", Types.FLOATS, Names("rsqrt"), gradient { dy * (y * y * y * -0.5) }) { 1.0 / Math.sqrt(it) }

/** Runs the row [rsqrt]. */
@ShapeRule(ShapeRule.SAME)
public fun rsqrt(x: Value): Value = rsqrt.invoke(Unit, x)

/** `1 / x`. */
public val reciprocal: Op1<Unit> =
    unary("reciprocal", Types.FLOATS, Names("reciprocal", "reciprocal"), gradient { -dy * (y * y) }) { 1.0 / it }

/** Runs the row [reciprocal]. */
@ShapeRule(ShapeRule.SAME)
public fun reciprocal(x: Value): Value = reciprocal.invoke(Unit, x)

private fun squared(dtype: DType): DType = if (dtype == DType.BOOL) DType.I64 else dtype
