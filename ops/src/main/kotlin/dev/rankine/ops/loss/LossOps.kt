package dev.rankine.ops

/** The rows of the family loss. */
public val lossOps: List<Op<*>> =
    listOf(
        nllLossOp,
        nllLossGradientOp,
        crossEntropyOp,
        crossEntropyGradientOp,
        mseLossOp,
        l1LossOp,
        smoothL1LossOp,
        huberLossOp,
        binaryCrossEntropyOp,
        binaryCrossEntropyWithLogitsOp,
        klDivOp,
        hingeEmbeddingLossOp,
        marginRankingLossOp,
        cosineEmbeddingLossOp,
        softMarginLossOp,
        multiLabelSoftMarginLossOp,
        multiMarginLossOp,
        multiLabelMarginLossOp,
        tripletMarginLossOp,
        poissonNllLossOp,
        gaussianNllLossOp,
        sigmoidFocalLossOp,
        ctcLossOp,
    )
