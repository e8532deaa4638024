package dev.rankine.nn

// What recurrences do, for the compiler plugin.

private const val SEQUENCES: String =
    "where last == input \"the last axis is not what the layer takes\", rank(p) >= 1 \"needs a sequence or a batch of them: axes\", " +
        "rank(p) <= 2 \"needs a sequence or a batch of them: axes\""

/** In one direction. */
internal const val RECURRENT_RULE: String = "[*p, last] input=? hidden=? -> [*p, hidden] $SEQUENCES"

/** In two directions. */
internal const val BIDIRECTIONAL_RULE: String = "[*p, last] input=? hidden=? -> [*p, 2*hidden] $SEQUENCES"

/** With a projection. */
internal const val PROJECTED_RULE: String = "[*p, last] input=? projection=? -> [*p, projection] $SEQUENCES"

/** With a projection in two directions. */
internal const val BIDIRECTIONAL_PROJECTED_RULE: String = "[*p, last] input=? projection=? -> [*p, 2*projection] $SEQUENCES"

/** A cell of one value as its state. */
internal const val CELL_RULE: String =
    "x:[*p, last] state:[*p, h]? input=? hidden=? -> [*p, hidden] where last == input \"the last axis is not what the cell takes\", " +
        "h == hidden \"the state has another size\", rank(p) <= 1 \"needs a batch or one of it: axes\""
