package dev.rankine.ops

/** The rows of the elementwise family: one result element from the operand elements at the same place. */
public val elementwiseOps: List<Op<*>> =
    listOf(
        listOf(add, sub, mul, div, neg, floorDivide, truncDivide, remainder, fmod, pow, addcmulOp, addcdivOp, lerp),
        listOf(abs, sign, square, sqrt, rsqrt, reciprocal, floor, ceil, trunc, round, roundDecimals),
        listOf(exp, log, expm1, log1p, exp2, log2, log10, xlogy, logaddexp, erf, erfc),
        listOf(sin, cos, tan, asin, acos, atan, atan2, hypot, sinh, cosh, tanh, tanhBackward, tanhshrink, asinh, acosh, atanh),
        listOf(sigmoid, sigmoidBackward, logSigmoid, silu, siluBackward, softplusOp, softplusBackward, logitOp, logitBackward),
        listOf(mish, mishBackward, softsign, softsignBackward, relu, reluBackward, leakyReluOp, leakyReluBackward),
        listOf(
            eluOp,
            eluBackward,
            hardtanhOp,
            hardsigmoid,
            hardswish,
            hardswishBackward,
            geluOp,
            geluBackward,
            thresholdOp,
            hardshrinkOp,
            softshrinkOp,
            preluOp,
        ),
        listOf(maximum, minimum, clampOp, clampMin, clampMax, clampBetween),
        listOf(eq, ne, lt, le, gt, ge, isnan, isinf, isfinite),
        listOf(logicalAnd, logicalOr, logicalXor, logicalNot, bitwiseAnd, bitwiseOr, bitwiseXor, bitwiseNot),
        listOf(where, castOp),
    ).flatten()
