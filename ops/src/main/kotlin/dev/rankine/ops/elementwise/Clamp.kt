@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.promoteNumber

/** The bounds of [clamp], [min] and [max], null where there is none. */
public data class ClampAttributes(public val min: Number?, public val max: Number?)

/** Keeps elements between two numbers. The row behind [clamp] with numbers. */
public val clampOp: Op1<ClampAttributes> =
    pointwise1(
        "clamp",
        Types.NUMBERS,
        Names("clamp", "clip"),
        gradients(
            gradient {
                val (min, max) = attributes
                val low = min?.let { x ge it }
                val high = max?.let { x le it }
                val inside = if (low != null && high != null) low and high else checkNotNull(low ?: high)
                where(inside, dy, 0)
            },
        ),
    ) { (min, max), x ->
        val low = if (min == null) x else maximum(x, inTypeOf(x, min))
        if (max == null) low else minimum(low, inTypeOf(x, max))
    }

/** The larger of the element and its lower bound. The row behind [clamp] with a lower bound only. */
public val clampMin: Op2<Unit> =
    pointwise2(
        "clamp_min",
        Types.ANY,
        Names("clamp_min"),
        gradients(gradient { where(a ge b, dy, 0) }, gradient { where(a lt b, dy, 0) }),
    ) { _, x, min -> maximum(x, min) }

/** The smaller of the element and its upper bound. The row behind [clamp] with an upper bound only. */
public val clampMax: Op2<Unit> =
    pointwise2(
        "clamp_max",
        Types.ANY,
        Names("clamp_max"),
        gradients(gradient { where(a le b, dy, 0) }, gradient { where(a gt b, dy, 0) }),
    ) { _, x, max -> minimum(x, max) }

/** Keeps elements between two bounds each. The row behind [clamp] with two tensors. */
public val clampBetween: Op3<Unit> =
    pointwise3(
        "clamp_between",
        Types.NUMBERS,
        Names("clamp", "clip"),
        gradients(
            gradient { where((a ge b) and (a le c), dy, 0) },
            gradient { where((a lt b) and (b lt c), dy, 0) },
            gradient { where((a gt c) or (c lt b), dy, 0) },
        ),
    ) { _, x, min, max -> minimum(maximum(x, min), max) }

/**
 * Elements below [min] become [min], those above [max] become [max]; [max] everywhere if [min] is larger. NaN stays.
 * The gradient passes where `min <= x <= max`. Integers with a fractional bound become floats.
 *
 * @throws IllegalArgumentException if neither bound is given.
 */
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun clamp(x: Value, min: Number? = null, max: Number? = null): Value {
    require(min != null || max != null) { "clamp: neither min nor max is given" }
    var dtype = x.dtype
    for (bound in listOfNotNull(min, max)) dtype = promoteNumber(dtype, bound)
    val of = { bound: Number? -> if (bound == null || dtype.isFloating) bound?.toDouble() else bound.toLong() }
    return clampOp(ClampAttributes(of(min), of(max)), to(x, dtype))
}

/**
 * As [clamp] with numbers, with bounds of their own for every element, promoted and broadcast. A bound that is used gets the gradient.
 *
 * @throws IllegalArgumentException if neither bound is given.
 */
public fun clamp(x: Value, min: Value?, max: Value?): Value =
    when {
        min != null && max != null -> clampBetween(x, min, max)
        min != null -> clampMin(x, min)
        max != null -> clampMax(x, max)
        else -> throw IllegalArgumentException("clamp: neither min nor max is given")
    }
