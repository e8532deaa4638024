@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.ShapeRule

/** The largest whole number not above `x`. Integers stay as they are; not for bool. The gradient is zero. */
public val floor: Op1<Unit> = rounding("floor") { Math.floor(it) }

/** Runs the row [floor]. */
@ShapeRule(ShapeRule.SAME)
public fun floor(x: Value): Value = floor.invoke(Unit, x)

/** The smallest whole number not below `x`. Integers stay as they are; not for bool. The gradient is zero. */
public val ceil: Op1<Unit> = rounding("ceil") { Math.ceil(it) }

/** Runs the row [ceil]. */
@ShapeRule(ShapeRule.SAME)
public fun ceil(x: Value): Value = ceil.invoke(Unit, x)

/** `x` without its fraction. Integers stay as they are; not for bool. The gradient is zero. */
public val trunc: Op1<Unit> = rounding("trunc") { truncated(it) }

/** Runs the row [trunc]. */
@ShapeRule(ShapeRule.SAME)
public fun trunc(x: Value): Value = trunc.invoke(Unit, x)

/** The nearest whole number, halves to the even one. Integers stay as they are; not for bool. The gradient is zero. */
public val round: Op1<Unit> = rounding("round") { Math.rint(it) }

/** Runs the row [round]. */
@ShapeRule(ShapeRule.SAME)
public fun round(x: Value): Value = round.invoke(Unit, x)

/** How many decimal places stay ([decimals]); negative: how many places before the point become zero. */
public data class RoundAttributes(public val decimals: Int)

/** Rounds to decimal places. The row behind [round] with places. */
public val roundDecimals: Op1<RoundAttributes> =
    pointwise1(
        "round_decimals",
        Types.FLOATS_ONLY,
        Names("round", "round"),
        gradients(gradient { zerosLike(dy) }),
    ) { (decimals), x ->
        val scale = Math.pow(10.0, Math.abs(decimals).toDouble())
        if (decimals >= 0) round(x * scale) / scale else round(x / scale) * scale
    }

/**
 * [x] rounded to [decimals] places, halves of the scaled number to even; negative places are before the point. Computed as
 * `round(x 10^decimals) / 10^decimals` in the type of [x].
 *
 * @throws DTypeException if [x] is not floating and [decimals] is not 0.
 */
@ShapeRule(ShapeRule.SAME)
public fun round(x: Value, decimals: Int): Value = if (decimals == 0) round(x) else roundDecimals(RoundAttributes(decimals), x)

/** Towards zero; what a negative number above -1 leaves is a negative zero, as in C. */
internal fun truncated(x: Double): Double = if (x < 0) Math.ceil(x) else Math.floor(x)

private fun rounding(name: String, float: (Double) -> Double): Op1<Unit> =
    unary(name, Types.NUMBERS, Names(name, name), gradient { zerosLike(dy) }, { it }, float)
