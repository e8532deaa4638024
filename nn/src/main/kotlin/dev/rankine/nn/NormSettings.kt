package dev.rankine.nn

/** Refuses an [eps] that would make a variance negative. */
internal fun checkEps(op: String, eps: Double?) {
    require(eps == null || eps >= 0) { "$op: eps cannot be negative: $eps" }
}

/** Refuses a [momentum] with which running statistics would not lie between the old and the new ones. */
internal fun checkMomentum(op: String, momentum: Double?) {
    require(momentum == null || momentum in 0.0..1.0) { "$op: the momentum must be in [0, 1]: $momentum" }
}
