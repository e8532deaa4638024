package dev.rankine.ops

/** The rows that read or write at indices. */
public val indexOps: List<Op<*>> = listOf(gatherOp, scatterAddOp, indexSelectOp, indexAddOp)
