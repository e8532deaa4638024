package dev.rankine.ops

/** The rows that move elements without computing. */
public val moveOps: List<Op<*>> = listOf(copy, reshapeOp, expandOp, permuteOp, sliceOp, sliceScatterOp, catOp, constantPadOp)
