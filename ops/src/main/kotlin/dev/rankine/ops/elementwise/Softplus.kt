@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

/** The steepness ([beta]), and the value of `beta x` above which the function is the identity ([threshold]). */
public data class SoftplusAttributes(public val beta: Double, public val threshold: Double)

/** A smooth [relu]. The row behind [softplus]. */
public val softplusOp: Op1<SoftplusAttributes> =
    pointwise1(
        "softplus",
        Types.FLOATS_ONLY,
        Names("nn.functional.softplus"),
        gradients(gradient { softplusBackward(attributes, dy, x) }),
    ) { (beta, threshold), x ->
        val scaled = x * beta
        where(scaled gt threshold, x, log1p(exp(clamp(scaled, max = threshold))) / beta)
    }

/** The gradient of [softplusOp]: `dy sigmoid(beta x)`, `dy` where it is the identity. */
public val softplusBackward: Op2<SoftplusAttributes> =
    pointwise2("softplus_backward", Types.FLOATS_ONLY, Names("softplus_backward")) { (beta, threshold), dy, x ->
        val scaled = x * beta
        where(scaled gt threshold, dy, dy * sigmoid(scaled))
    }

/** `log(1 + e^(beta x)) / beta`; `x` itself where `beta x` exceeds [threshold]. */
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun softplus(x: Value, beta: Double = 1.0, threshold: Double = 20.0): Value = softplusOp(SoftplusAttributes(beta, threshold), x)

/** `x tanh(softplus(x))`. Misra, arXiv:1908.08681. */
public val mish: Op1<Unit> =
    pointwise1("mish", Types.FLOATS_ONLY, Names("nn.functional.mish"), gradients(gradient { mishBackward(dy, x) })) { _, x ->
        x * tanh(softplus(x))
    }

/** Runs the row [mish]. */
@ShapeRule(ShapeRule.SAME)
public fun mish(x: Value): Value = mish.invoke(Unit, x)

/** `dy (t + x s (1 - t t))` where `t` is `tanh(softplus(x))` and `s` is `sigmoid(x)`: the gradient of [mish]. */
public val mishBackward: Op2<Unit> =
    pointwise2("mish_backward", Types.FLOATS_ONLY, Names("mish_backward")) { _, dy, x ->
        val t = tanh(softplus(x))
        dy * (t + x * sigmoid(x) * (1.0 - t * t))
    }

/** `x / (1 + |x|)`. */
public val softsign: Op1<Unit> =
    pointwise1(
        "softsign",
        Types.FLOATS,
        Names("nn.functional.softsign"),
        gradients(gradient { softsignBackward(dy, x) }),
    ) { _, x -> x / (abs(x) + 1.0) }

/** Runs the row [softsign]. */
@ShapeRule(ShapeRule.SAME)
public fun softsign(x: Value): Value = softsign.invoke(Unit, x)

/** `dy / (1 + |x|)^2`: the gradient of [softsign]. */
public val softsignBackward: Op2<Unit> =
    pointwise2("softsign_backward", Types.FLOATS_ONLY, Names("softsign_backward")) { _, dy, x -> dy / square(abs(x) + 1.0) }
