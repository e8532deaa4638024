package dev.rankine.ops

/** The rows of the family norm. */
public val normOps: List<Op<*>> =
    listOf(
        softmaxOp,
        logSoftmaxOp,
        softmaxGradientOp,
        logSoftmaxGradientOp,
        layerNormOp,
        layerNormGradientOp,
        layerNormWeightGradientOp,
        batchNormOp,
        batchNormGradientOp,
        groupNormOp,
        groupNormGradientOp,
        localResponseNormOp,
        rmsNormOp,
        gluOp,
        normalizeOp,
        cosineSimilarityOp,
        pairwiseDistanceOp,
    )
