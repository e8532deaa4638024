package dev.rankine.ops

/** The rows of convolutions and poolings. */
public val convOps: List<Op<*>> =
    listOf(
        conv2dOp,
        conv2dInputGradient,
        conv2dWeightGradient,
        maxPool2dOp,
        maxPool2dGradient,
        maxPool2dSelect,
        avgPool2dOp,
        avgPool2dGradient,
        adaptiveAvgPool2dOp,
    ) + convolutionOps
