package dev.rankine.ops

/** `a + b`, element by element, broadcast. Bool adds as or. */
public val add: Op2<Unit> =
    binary("add", Types.ANY, Names("add", "add"), gradients(gradient { dy }, gradient { dy }), { a, b -> a + b }) { a, b -> a + b }

/** `a - b`, element by element, broadcast. */
public val sub: Op2<Unit> =
    binary(
        "sub",
        Types.NUMBERS,
        Names("sub", "subtract"),
        gradients(gradient { dy }, gradient { -dy }),
        { a, b -> a - b },
    ) { a, b -> a - b }

/** `a * b`, element by element, broadcast. */
public val mul: Op2<Unit> =
    binary("mul", Types.ANY, Names("mul", "multiply"), gradients(gradient { dy * b }, gradient { dy * a }), { a, b -> a * b }) { a, b ->
        a *
            b
    }

/** `a / b`, element by element, broadcast; integers become floats. */
public val div: Op2<Unit> =
    binary("div", Types.FLOATS, Names("div", "divide"), gradients(gradient { dy / b }, gradient { -dy * (y / b) })) { a, b -> a / b }

/** `-x`. */
public val neg: Op1<Unit> = unary("neg", Types.NUMBERS, Names("neg", "negative"), gradient { -dy }, { -it }) { -it }
