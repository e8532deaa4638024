package dev.rankine.ops

/** The rows of contractions: products of matrices. `mm`, `bmm`, `mv` and `dot` are functions over [matmulOp]. */
public val contractOps: List<Op<*>> =
    listOf(matmulOp, linearOp, bilinearOp, scaledDotProductAttentionOp, blockAttentionOp, blockAttentionGradientOp)
