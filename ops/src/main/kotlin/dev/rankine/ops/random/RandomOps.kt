package dev.rankine.ops

/** The rows of random draws. */
public val randomOps: List<Op<*>> =
    listOf(uniformOp, normalOp, bernoulliOp, randintOp, randpermOp, dropoutOp, featureDropoutOp, alphaDropoutOp, rreluOp)
