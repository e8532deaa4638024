package dev.rankine.ops

// The rules that several functions have: what `@ShapeRule` beside them says. A rule that one row has stands beside that row.

/** What is made of sizes alone. */
internal const val CREATE_RULE: String = "sizes... -> sizes"

/** What is read from an array. */
internal const val READ_RULE: String = "array... sizes... -> sizes where rank(array) == prod(sizes) \"number of elements differs\""

/** What broadcasts three operands. */
internal const val BROADCAST3_RULE: String = "a b c -> broadcast(a, b, c)"

/** What works along an axis and keeps the sizes. */
internal const val ALONG_RULE: String = "s axis=? -> s where axis(s, axis) >= 0"

/** What reduces axes, all of them if none is named. */
internal const val REDUCE_RULE: String = "s axes...=[] keepDim=0 -> reduce(s, axes, keepDim)"

/** What repeats a value to other sizes; -1 keeps a size. */
internal const val EXPAND_RULE: String = "s sizes... -> expand(s, sizes)"

/** What gives the same elements other sizes, one of which may be -1. */
internal const val RESHAPE_RULE: String = "s sizes... -> reshape(s, sizes)"

/** What only matrices have. */
internal const val MATRICES_RULE: String = "[*p, n, m] -> [*p, n, m]"

/** A condition of what picks or cuts along an axis. */
internal const val HAS_AXIS: String = "rank(s) >= 1 \"a scalar has no axis\""

/** The sizes of a loss of the elements of `s`: none, unless `reduction` is [Reduction.NONE]. */
internal const val REDUCED: String = "part(s, 0, rank(s)*(1 - min(reduction, 1)))"

/** Losses that compare element by element. */
internal const val LOSS_RULE: String = "input:s target:s reduction=1 -> $REDUCED"

/** The bounds of a slice; the numbers stand for the ends that are left open. */
internal const val SLICE_NUMBERS: String = "axis=? start=-2147483648 end=2147483647 step=1"
