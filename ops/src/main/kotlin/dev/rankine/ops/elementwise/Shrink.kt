@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

/** What elements up to [threshold] become ([value]). */
public data class ThresholdAttributes(public val threshold: Double, public val value: Double)

/** Replaces small elements by a number. The row behind [threshold]. */
public val thresholdOp: Op1<ThresholdAttributes> =
    pointwise1(
        "threshold",
        Types.NUMBERS,
        Names("nn.functional.threshold"),
        gradients(gradient { where(x le attributes.threshold, 0, dy) }),
    ) { (threshold, value), x -> where(x le threshold, inTypeOf(x, value), x) }

/** [value] where `x <= threshold`, else `x`. Integers take the whole part of [value]. */
@ShapeRule(ShapeRule.SAME)
public fun threshold(x: Value, threshold: Double, value: Double): Value = thresholdOp(ThresholdAttributes(threshold, value), x)

/** Half the width of the interval around zero that becomes zero ([lambda]). */
public data class ShrinkAttributes(public val lambda: Double)

/** Zero around zero. The row behind [hardshrink]. */
public val hardshrinkOp: Op1<ShrinkAttributes> =
    pointwise1(
        "hardshrink",
        Types.FLOATS_ONLY,
        Names("nn.functional.hardshrink"),
        gradients(gradient { where(within(x, attributes.lambda), 0, dy) }),
    ) { (lambda), x -> where(within(x, lambda), 0, x) }

/** Zero around zero, and the rest moved towards it; NaN becomes zero, as in PyTorch 1.13. The row behind [softshrink]. */
public val softshrinkOp: Op1<ShrinkAttributes> =
    pointwise1(
        "softshrink",
        Types.FLOATS_ONLY,
        Names("nn.functional.softshrink"),
        gradients(gradient { where(within(x, attributes.lambda), 0, dy) }),
    ) { (lambda), x -> where(x gt lambda, x - lambda, where(x lt -lambda, x + lambda, 0)) }

/** Zero where `-lambda <= x <= lambda`, else `x`. */
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun hardshrink(x: Value, lambda: Double = 0.5): Value = hardshrinkOp(ShrinkAttributes(lambda), x)

/**
 * Zero where `-lambda <= x <= lambda`, else `x - lambda` above and `x + lambda` below.
 *
 * @throws IllegalArgumentException if [lambda] is negative.
 */
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun softshrink(x: Value, lambda: Double = 0.5): Value {
    require(lambda >= 0) { "softshrink: lambda is negative: $lambda" }
    return softshrinkOp(ShrinkAttributes(lambda), x)
}

private fun within(x: Value, lambda: Double): Value = (x ge -lambda) and (x le lambda)
