package dev.rankine.ops

/** The rows of convolutions of lines and volumes, of transposed ones, and of windows. */
internal val convolutionOps: List<Op<*>> =
    listOf(conv1dOp, conv3dOp, convTranspose1dOp, convTranspose2dOp, convTranspose3dOp, unfoldOp, foldOp)
