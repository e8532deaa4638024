package dev.rankine.ops

/** The logistic function, `1 / (1 + e^-x)`, without overflow. */
public val sigmoid: Op1<Unit> =
    unary("sigmoid", Types.FLOATS, Names("sigmoid"), gradient { sigmoidBackward(dy, y) }) {
        if (it >= 0.0) 1.0 / (1.0 + Math.exp(-it)) else Math.exp(it).let { e -> e / (1.0 + e) }
    }

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

/** `x sigmoid(x)`, also called swish. Elfwing et al., arXiv:1702.03118. */
public val silu: Op1<Unit> =
    pointwise1("silu", Types.FLOATS_ONLY, Names("nn.functional.silu"), gradients(gradient { siluBackward(dy, x) })) { _, x ->
        x * sigmoid(x)
    }

/** `dy s (1 + x (1 - s))` where `s` is `sigmoid(x)`: the gradient of [silu]. */
public val siluBackward: Op2<Unit> =
    pointwise2("silu_backward", Types.FLOATS_ONLY, Names("silu_backward")) { _, dy, x ->
        val s = sigmoid(x)
        dy * (s * (x * (1.0 - s) + 1.0))
    }
