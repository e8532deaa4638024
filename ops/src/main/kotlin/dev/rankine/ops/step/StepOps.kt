package dev.rankine.ops

/** The rows that are steps of optimizers. */
public val stepOps: List<Op<*>> = listOf(adamStepOp, sgdStepOp)
