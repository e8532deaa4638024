@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

private const val ROOT_HALF = 0.70710678118654752440
private const val ROOT_TWO_BY_PI = 0.79788456080286535588
private const val CUBIC = 0.044715

/** How [gelu] is computed ([approximate]): `none` for the exact function, `tanh` for the approximation. */
public data class GeluAttributes(public val approximate: String)

/** Gaussian error linear units. The row behind [gelu]. */
public val geluOp: Op1<GeluAttributes> =
    pointwise1(
        "gelu",
        Types.FLOATS_ONLY,
        Names("nn.functional.gelu"),
        gradients(gradient { geluBackward(attributes, dy, x) }),
    ) { (approximate), x ->
        if (approximate == "tanh") {
            x * 0.5 * (tanh(x * (x * x * CUBIC + 1.0) * ROOT_TWO_BY_PI) + 1.0)
        } else {
            x * 0.5 * erfc(x * -ROOT_HALF)
        }
    }

/** The gradient of [geluOp]: `dy (Phi(x) + x phi(x))`, or the derivative of the approximation. */
public val geluBackward: Op2<GeluAttributes> =
    pointwise2("gelu_backward", Types.FLOATS_ONLY, Names("gelu_backward")) { (approximate), dy, x ->
        if (approximate == "tanh") {
            val t = tanh(x * (x * x * CUBIC + 1.0) * ROOT_TWO_BY_PI)
            val inner = (x * x * (3 * CUBIC) + 1.0) * ROOT_TWO_BY_PI
            dy * ((t + 1.0) * 0.5 + x * 0.5 * (1.0 - t * t) * inner)
        } else {
            dy * (erfc(x * -ROOT_HALF) * 0.5 + x * exp(x * x * -0.5) * (0.5 * ROOT_TWO_BY_PI))
        }
    }

/**
 * Gaussian error linear unit: `x Phi(x)`, where `Phi` is the distribution function of the standard normal distribution.
 * Hendrycks & Gimpel, arXiv:1606.08415.
 *
 * @param approximate `none`: exact, by [erfc]. `tanh`: `x / 2 (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3)))`.
 * @throws IllegalArgumentException for another word.
 */
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun gelu(x: Value, approximate: String = "none"): Value {
    require(approximate == "none" || approximate == "tanh") { "gelu: approximate is neither none nor tanh: $approximate" }
    return geluOp(GeluAttributes(approximate), x)
}
