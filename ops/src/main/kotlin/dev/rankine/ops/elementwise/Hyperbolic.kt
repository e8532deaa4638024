package dev.rankine.ops

/** The hyperbolic sine. */
public val sinh: Op1<Unit> = unary("sinh", Types.FLOATS, Names("sinh", "sinh"), gradient { dy * cosh(x) }) { Math.sinh(it) }

/** The hyperbolic cosine. */
public val cosh: Op1<Unit> = unary("cosh", Types.FLOATS, Names("cosh", "cosh"), gradient { dy * sinh(x) }) { Math.cosh(it) }

/** The hyperbolic tangent. */
public val tanh: Op1<Unit> = unary("tanh", Types.FLOATS, Names("tanh", "tanh"), gradient { tanhBackward(dy, y) }) { Math.tanh(it) }

/** `dy (1 - y y)`: the gradient of [tanh] by its result `y`. */
public val tanhBackward: Op2<Unit> =
    pointwise2("tanh_backward", Types.FLOATS_ONLY, Names("tanh_backward")) { _, dy, y -> dy * (1.0 - y * y) }

/** `x - tanh(x)`. */
public val tanhshrink: Op1<Unit> =
    pointwise1("tanhshrink", Types.FLOATS, Names("nn.functional.tanhshrink"), gradients(gradient { dy * square(tanh(x)) })) { _, x ->
        x - tanh(x)
    }
