@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

/** The sine; `x` in radians. */
public val sin: Op1<Unit> = unary("sin", Types.FLOATS, Names("sin", "sin"), gradient { dy * cos(x) }) { Math.sin(it) }

/** Runs the row [sin]. */
@ShapeRule(ShapeRule.SAME)
public fun sin(x: Value): Value = sin.invoke(Unit, x)

/** The cosine; `x` in radians. */
public val cos: Op1<Unit> = unary("cos", Types.FLOATS, Names("cos", "cos"), gradient { -dy * sin(x) }) { Math.cos(it) }

/** Runs the row [cos]. */
@ShapeRule(ShapeRule.SAME)
public fun cos(x: Value): Value = cos.invoke(Unit, x)

/** The tangent; `x` in radians. */
public val tan: Op1<Unit> = unary("tan", Types.FLOATS, Names("tan", "tan"), gradient { dy * (y * y + 1.0) }) { Math.tan(it) }

/** Runs the row [tan]. */
@ShapeRule(ShapeRule.SAME)
public fun tan(x: Value): Value = tan.invoke(Unit, x)

/** The angle in radians, from -pi/2 to pi/2, whose sine is `x`; NaN outside [-1, 1]. */
public val asin: Op1<Unit> = unary("asin", Types.FLOATS, Names("asin", "arcsin"), gradient { dy * rsqrt(1.0 - x * x) }) { Math.asin(it) }

/** Runs the row [asin]. */
@ShapeRule(ShapeRule.SAME)
public fun asin(x: Value): Value = asin.invoke(Unit, x)

/** The angle in radians, from 0 to pi, whose cosine is `x`; NaN outside [-1, 1]. */
public val acos: Op1<Unit> = unary("acos", Types.FLOATS, Names("acos", "arccos"), gradient { -dy * rsqrt(1.0 - x * x) }) { Math.acos(it) }

/** Runs the row [acos]. */
@ShapeRule(ShapeRule.SAME)
public fun acos(x: Value): Value = acos.invoke(Unit, x)

/** The angle in radians, from -pi/2 to pi/2, whose tangent is `x`. */
public val atan: Op1<Unit> = unary("atan", Types.FLOATS, Names("atan", "arctan"), gradient { dy / (x * x + 1.0) }) { Math.atan(it) }

/** Runs the row [atan]. */
@ShapeRule(ShapeRule.SAME)
public fun atan(x: Value): Value = atan.invoke(Unit, x)

/** The angle in radians, from -pi to pi, of the point `(b, a)`: the first operand is the ordinate. */
public val atan2: Op2<Unit> =
    binary(
        "atan2",
        Types.FLOATS,
        Names("atan2", "arctan2"),
        gradients(gradient { dy * (b / (a * a + b * b)) }, gradient { -dy * (a / (a * a + b * b)) }),
    ) { a, b -> Math.atan2(a, b) }

/** Runs the row [atan2]. */
@ShapeRule(ShapeRule.BROADCAST)
public fun atan2(a: Value, b: Value): Value = atan2.invoke(Unit, a, b)

/** The length of the hypotenuse, `sqrt(a a + b b)`, without overflow on the way. */
public val hypot: Op2<Unit> =
    binary("hypot", Types.FLOATS_ONLY, Names("hypot", "hypot"), gradients(gradient { dy * (a / y) }, gradient { dy * (b / y) })) { a, b ->
        Math.hypot(a, b)
    }

/** Runs the row [hypot]. */
@ShapeRule(ShapeRule.BROADCAST)
public fun hypot(a: Value, b: Value): Value = hypot.invoke(Unit, a, b)
