package dev.rankine.ops

/** `e^x`. */
public val exp: Op1<Unit> = unary("exp", Types.FLOATS, Names("exp", "exp"), gradient { dy * y }) { Math.exp(it) }

/** The natural logarithm; NaN below zero. */
public val log: Op1<Unit> = unary("log", Types.FLOATS, Names("log", "log"), gradient { dy / x }) { Math.log(it) }
