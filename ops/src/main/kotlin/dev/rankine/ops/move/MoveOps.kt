package dev.rankine.ops

/** The rows that move elements without computing. */
public val moveOps: List<Op<*>> =
    listOf(copy, reshapeOp, viewOp, expandOp, permuteOp, sliceOp, sliceScatterOp, catOp) +
        listOf(constantPadOp, padOp, trilOp, triuOp, diagonalOp, diagonalScatterOp)
