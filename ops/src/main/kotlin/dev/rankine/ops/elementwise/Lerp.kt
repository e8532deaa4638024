@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

/** `a + weight (b - a)`, promoted and broadcast; the inputs are start, end, weight. From weight 1/2 on it is computed from the end. */
public val lerp: Op3<Unit> =
    pointwise3(
        "lerp",
        Types.FLOATS_ONLY,
        Names("lerp"),
        gradients(gradient { dy * (1.0 - c) }, gradient { dy * c }, gradient { dy * (b - a) }),
    ) { _, start, end, weight ->
        val way = end - start
        where(abs(weight) lt 0.5, start + weight * way, end - way * (1.0 - weight))
    }

/** Runs the row [lerp]. */
@ShapeRule(BROADCAST3_RULE)
public fun lerp(a: Value, b: Value, weight: Value): Value = lerp.invoke(Unit, a, b, weight)

/** As the row of this name with one [weight]. */
@ShapeRule(ShapeRule.BROADCAST)
public fun lerp(start: Value, end: Value, weight: Number): Value = lerp(start, end, constant(start, weight))

/** The factor of the product or quotient ([value]): a `Double` for floating types, a `Long` for integers. */
public data class ScaleAttributes(public val value: Number)

/** `x + value a b`. The row behind [addcmul]. */
public val addcmulOp: Op3<ScaleAttributes> =
    pointwise3("addcmul", Types.NUMBERS, Names("addcmul")) { (value), x, a, b -> x + a * b * inTypeOf(x, value) }

/** `x + value a / b`. The row behind [addcdiv]. */
public val addcdivOp: Op3<ScaleAttributes> =
    pointwise3("addcdiv", Types.FLOATS_ONLY, Names("addcdiv")) { (value), x, a, b -> x + a / b * inTypeOf(x, value) }

/**
 * `x + value a b`, promoted and broadcast. Not for bool.
 *
 * @throws dev.rankine.shapes.DTypeException if [value] is fractional by type and the operands are integers.
 */
@ShapeRule(BROADCAST3_RULE)
@JvmOverloads
public fun addcmul(x: Value, a: Value, b: Value, value: Number = 1): Value {
    val whole = listOf(x, a, b).none { it.dtype.isFloating }
    if (whole) wholeFor("addcmul", "value", x.dtype, value)
    return addcmulOp(ScaleAttributes(if (whole) value.toLong() else value.toDouble()), x, a, b)
}

/** `x + value a / b`, promoted and broadcast, for floating types. */
@ShapeRule(BROADCAST3_RULE)
@JvmOverloads
public fun addcdiv(x: Value, a: Value, b: Value, value: Number = 1): Value = addcdivOp(ScaleAttributes(value.toDouble()), x, a, b)
