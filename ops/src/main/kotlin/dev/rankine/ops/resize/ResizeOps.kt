package dev.rankine.ops

/** The rows that give planes other sizes, or move elements between planes and channels. */
public val resizeOps: List<Op<*>> = listOf(interpolateOp, pixelShuffleOp, pixelUnshuffleOp, channelShuffleOp)
