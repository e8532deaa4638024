@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

/** The larger of both, element by element, broadcast; NaN if one is NaN. On a tie each operand gets half of the gradient. */
public val maximum: Op2<Unit> =
    binary(
        "maximum",
        Types.ANY,
        Names("maximum", "maximum"),
        gradients(
            gradient { where(a eq b, dy * 0.5, where(a lt b, 0, dy)) },
            gradient { where(a eq b, dy * 0.5, where(a gt b, 0, dy)) },
        ),
        { a, b -> maxOf(a, b) },
    ) { a, b -> Math.max(a, b) }

/** Runs the row [maximum]. */
@ShapeRule(ShapeRule.BROADCAST)
public fun maximum(a: Value, b: Value): Value = maximum.invoke(Unit, a, b)

/** The smaller of both, element by element, broadcast; NaN if one is NaN. On a tie each operand gets half of the gradient. */
public val minimum: Op2<Unit> =
    binary(
        "minimum",
        Types.ANY,
        Names("minimum", "minimum"),
        gradients(
            gradient { where(a eq b, dy * 0.5, where(a gt b, 0, dy)) },
            gradient { where(a eq b, dy * 0.5, where(a lt b, 0, dy)) },
        ),
        { a, b -> minOf(a, b) },
    ) { a, b -> Math.min(a, b) }

/** Runs the row [minimum]. */
@ShapeRule(ShapeRule.BROADCAST)
public fun minimum(a: Value, b: Value): Value = minimum.invoke(Unit, a, b)

/** The larger of each element and [number]; see the row of this name. */
@ShapeRule(ShapeRule.SAME)
public fun maximum(x: Value, number: Number): Value = maximum(x, constant(x, number))

/** The smaller of each element and [number]; see the row of this name. */
@ShapeRule(ShapeRule.SAME)
public fun minimum(x: Value, number: Number): Value = minimum(x, constant(x, number))
