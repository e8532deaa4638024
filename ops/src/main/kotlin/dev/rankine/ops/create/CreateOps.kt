package dev.rankine.ops

/** The rows that make values from attributes alone; random draws have their own list. */
public val createOps: List<Op<*>> = listOf(fullOp, arangeOp)
