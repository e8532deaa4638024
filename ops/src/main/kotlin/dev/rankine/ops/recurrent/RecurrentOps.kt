package dev.rankine.ops

/** The rows of the family recurrent. */
public val recurrentOps: List<Op<*>> =
    listOf(
        rnnOp,
        rnnGradientOp,
        lstmCellOp,
        lstmCellGradientOp,
        lstmOp,
        lstmGradientOp,
        gruCellOp,
        gruCellGradientOp,
        gruOp,
        gruGradientOp,
    )
