@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

/** The bounds of [hardtanh], [min] and [max]. */
public data class HardtanhAttributes(public val min: Double, public val max: Double)

/** A straight line between two bounds. The row behind [hardtanh] and [relu6]. */
public val hardtanhOp: Op1<HardtanhAttributes> =
    pointwise1(
        "hardtanh",
        Types.NUMBERS,
        Names("nn.functional.hardtanh"),
        gradients(gradient { where((x le attributes.min) or (x ge attributes.max), 0, dy) }),
    ) { (min, max), x -> minimum(maximum(x, inTypeOf(x, min)), inTypeOf(x, max)) }

/** `x` kept between [min] and [max]; the gradient is zero at and beyond the bounds. Integers take the whole parts of the bounds. */
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun hardtanh(x: Value, min: Double = -1.0, max: Double = 1.0): Value = hardtanhOp(HardtanhAttributes(min, max), x)

/** `x` kept between 0 and 6; the gradient is zero at and beyond the bounds. */
@ShapeRule(ShapeRule.SAME)
public fun relu6(x: Value): Value = hardtanh(x, 0.0, 6.0)

/** `min(max(x + 3, 0), 6) / 6`. */
public val hardsigmoid: Op1<Unit> =
    pointwise1(
        "hardsigmoid",
        Types.FLOATS_ONLY,
        Names("nn.functional.hardsigmoid"),
        gradients(gradient { where((x gt -3) and (x lt 3), dy / 6, 0) }),
    ) { _, x -> clamp(x + 3, 0, 6) / 6 }

/** Runs the row [hardsigmoid]. */
@ShapeRule(ShapeRule.SAME)
public fun hardsigmoid(x: Value): Value = hardsigmoid.invoke(Unit, x)

/** `x min(max(x + 3, 0), 6) / 6`. Howard et al., arXiv:1905.02244. */
public val hardswish: Op1<Unit> =
    pointwise1(
        "hardswish",
        Types.FLOATS_ONLY,
        Names("nn.functional.hardswish"),
        gradients(gradient { hardswishBackward(dy, x) }),
    ) { _, x -> x * clamp(x + 3, 0, 6) / 6 }

/** Runs the row [hardswish]. */
@ShapeRule(ShapeRule.SAME)
public fun hardswish(x: Value): Value = hardswish.invoke(Unit, x)

/** The gradient of [hardswish]: `dy (x / 3 + 1 / 2)` from -3 to 3, 0 below, `dy` above. */
public val hardswishBackward: Op2<Unit> =
    pointwise2("hardswish_backward", Types.FLOATS_ONLY, Names("hardswish_backward")) { _, dy, x ->
        where(x lt -3, 0, where(x le 3, dy * (x / 3 + 0.5), dy))
    }
