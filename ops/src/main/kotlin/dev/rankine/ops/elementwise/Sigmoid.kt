@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

/** The logistic function, `1 / (1 + e^-x)`, without overflow. */
public val sigmoid: Op1<Unit> =
    unary("sigmoid", Types.FLOATS, Names("sigmoid"), gradient { sigmoidBackward(dy, y) }) {
        if (it >= 0.0) 1.0 / (1.0 + Math.exp(-it)) else Math.exp(it).let { e -> e / (1.0 + e) }
    }

/** Runs the row [sigmoid]. */
@ShapeRule(ShapeRule.SAME)
public fun sigmoid(x: Value): Value = sigmoid.invoke(Unit, x)

/** `dy y (1 - y)`: the gradient of [sigmoid] by its result `y`. */
public val sigmoidBackward: Op2<Unit> =
    pointwise2("sigmoid_backward", Types.FLOATS_ONLY, Names("sigmoid_backward")) { _, dy, y -> dy * ((1.0 - y) * y) }

/** `log(sigmoid(x))`, as `min(x, 0) - log(1 + e^-|x|)`: accurate in both tails. */
public val logSigmoid: Op1<Unit> =
    pointwise1(
        "logsigmoid",
        Types.FLOATS_ONLY,
        Names("nn.functional.logsigmoid"),
        gradients(gradient { dy * sigmoid(-x) }),
    ) { _, x -> minimum(x, 0) - log1p(exp(-abs(x))) }

/** Runs the row [logSigmoid]. */
@ShapeRule(ShapeRule.SAME)
public fun logSigmoid(x: Value): Value = logSigmoid.invoke(Unit, x)

/** `x sigmoid(x)`, also called swish. Elfwing et al., arXiv:1702.03118. */
public val silu: Op1<Unit> =
    pointwise1("silu", Types.FLOATS_ONLY, Names("nn.functional.silu"), gradients(gradient { siluBackward(dy, x) })) { _, x ->
        x * sigmoid(x)
    }

/** Runs the row [silu]. */
@ShapeRule(ShapeRule.SAME)
public fun silu(x: Value): Value = silu.invoke(Unit, x)

/** `dy s (1 + x (1 - s))` where `s` is `sigmoid(x)`: the gradient of [silu]. */
public val siluBackward: Op2<Unit> =
    pointwise2("silu_backward", Types.FLOATS_ONLY, Names("silu_backward")) { _, dy, x ->
        val s = sigmoid(x)
        dy * (s * (x * (1.0 - s) + 1.0))
    }

/** How far from 0 and 1 the operand is kept ([eps]), null to leave it. */
public data class LogitAttributes(public val eps: Double?)

/** The inverse of [sigmoid]. The row behind [logit]. */
public val logitOp: Op1<LogitAttributes> =
    pointwise1("logit", Types.FLOATS, Names("logit"), gradients(gradient { logitBackward(attributes, dy, x) })) { (eps), x ->
        val inside = if (eps == null) x else clamp(x, eps, 1 - eps)
        log(inside / (1.0 - inside))
    }

/** The gradient of [logitOp]: `dy / (x (1 - x))`; beyond the bounds 0, or NaN outside [0, 1] if there are none. */
public val logitBackward: Op2<LogitAttributes> =
    pointwise2("logit_backward", Types.FLOATS_ONLY, Names("logit_backward")) { (eps), dy, x ->
        val low = eps ?: 0.0
        val other: Number = if (eps == null) Double.NaN else 0.0
        where((x ge low) and (x le 1 - low), dy / (x * (1.0 - x)), other)
    }

/** `log(x / (1 - x))`; [eps] keeps the operand between `eps` and `1 - eps`. Without it the result is NaN outside [0, 1]. */
@ShapeRule(ShapeRule.SAME)
@JvmOverloads
public fun logit(x: Value, eps: Double? = null): Value = logitOp(LogitAttributes(eps), x)
