package dev.rankine.corpus

/** What became of a wrong program: who caught it, and in which words. */
internal data class Finding(val stage: Stage, val message: String)
