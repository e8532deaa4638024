@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

/** [scale], [alpha] and [inputScale] of `scale x` above zero, `scale alpha (e^(inputScale x) - 1)` elsewhere. */
public data class EluAttributes(public val alpha: Double, public val scale: Double = 1.0, public val inputScale: Double = 1.0)

/** Exponential linear units. The row behind [elu], [celu] and [selu]. */
public val eluOp: Op1<EluAttributes> =
    pointwise1(
        "elu",
        Types.FLOATS_ONLY,
        Names("nn.functional.elu"),
        gradients(gradient { eluBackward(attributes, dy, x) }),
    ) { (alpha, scale, inputScale), x -> where(x gt 0, x * scale, expm1(x * inputScale) * (alpha * scale)) }

/** The gradient of [eluOp]. The exponential is taken at most at zero, so that no unused infinity reaches higher orders. */
public val eluBackward: Op2<EluAttributes> =
    pointwise2("elu_backward", Types.FLOATS_ONLY, Names("elu_backward")) { (alpha, scale, inputScale), dy, x ->
        where(x le 0, dy * exp(clamp(x, max = 0) * inputScale) * (alpha * scale * inputScale), dy * scale)
    }

/** `x` above zero, `alpha (e^x - 1)` elsewhere. Clevert, Unterthiner & Hochreiter, arXiv:1511.07289. */
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun elu(x: Value, alpha: Double = 1.0): Value = eluOp(EluAttributes(alpha), x)

/** `x` above zero, `alpha (e^(x / alpha) - 1)` elsewhere. Barron, arXiv:1704.07483. */
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun celu(x: Value, alpha: Double = 1.0): Value = eluOp(EluAttributes(alpha, inputScale = 1 / alpha), x)

/** `scale (x above zero, alpha (e^x - 1) elsewhere)` with the self-normalizing constants. Klambauer et al., arXiv:1706.02515. */
@ShapeRule(ShapeRule.SAME)
public fun selu(x: Value): Value = eluOp(selfNormalizing, x)

private val selfNormalizing = EluAttributes(alpha = 1.6732632423543772848170429916717, scale = 1.0507009873554804934193349852946)
