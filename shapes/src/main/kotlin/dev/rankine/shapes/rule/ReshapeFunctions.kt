package dev.rankine.shapes.rule

// The functions of whole shapes: UNKNOWN where a size is not known, null where the number of sizes is not.

/**
 * [target], of which one size may be -1: what remains of the elements of [sizes].
 * Refuses what no values in place of the unknown sizes could make equal in number.
 */
internal fun reshape(sizes: LongArray?, target: LongArray): LongArray {
    if (target.count { it == -1L } > 1) throw RuleFailure("only one size may be -1: ${target.describe()}")
    if (target.any { it < -1 && it != UNKNOWN }) throw RuleFailure("a size cannot be negative: ${target.describe()}")
    val open = target.indexOf(-1L)
    val given = product(target.filter { it != -1L })
    val isGiven = UNKNOWN !in target
    if (open >= 0 && isGiven && given == 0L) throw RuleFailure("-1 has no whole size: it is multiplied by 0")
    if (sizes == null) return target.known()
    val elements = product(sizes.asList())
    val isWhole = UNKNOWN !in sizes
    when {
        isWhole && isGiven && open < 0 && elements != given -> throw RuleFailure("number of elements differs: $elements != $given")

        isWhole && open >= 0 && !divides(given, elements) -> throw noWholeSize(elements, given)

        isWhole && open < 0 &&
            !divides(
                given,
                elements,
            )
        -> throw RuleFailure("number of elements differs: $elements does not divide by $given")

        isGiven && open < 0 &&
            !divides(
                elements,
                given,
            )
        -> throw RuleFailure("number of elements differs: $given does not divide by $elements")
    }
    return target.known().also { if (open >= 0 && isWhole && isGiven) it[open] = elements / given }
}

/** What [sizes] broadcast to: [target], of which -1 keeps the size of an axis. */
internal fun expand(sizes: LongArray?, target: LongArray): LongArray {
    if (sizes == null) return target.known()
    val lead = target.size - sizes.size
    if (lead < 0) throw cannotBroadcast(sizes, target)
    return LongArray(target.size) {
        val own = if (it < lead) 1 else sizes[it - lead]
        val wanted = target[it]
        when {
            wanted == -1L && it < lead -> throw RuleFailure("-1 on a new axis $it has no size")
            wanted == -1L -> own
            own == UNKNOWN || own == 1L -> wanted
            wanted == UNKNOWN -> own
            own != wanted -> throw cannotBroadcast(sizes, target)
            else -> wanted
        }
    }
}

/** The product of the sizes that are known; more than an `Int` can hold is one too many. */
private fun product(sizes: List<Long>): Long {
    if (0L in sizes) return 0
    return sizes.filter { it != UNKNOWN }.fold(1L) { product, size -> if (product > Int.MAX_VALUE) product else product * size }
}

/** Whether [part] times a whole number is [whole]. */
private fun divides(part: Long, whole: Long): Boolean = if (part == 0L) whole == 0L else whole % part == 0L

private fun LongArray.known(): LongArray = LongArray(size) { if (this[it] == -1L) UNKNOWN else this[it] }

private fun noWholeSize(elements: Long, given: Long) = RuleFailure("-1 has no whole size: $elements elements do not divide by $given")

private fun cannotBroadcast(sizes: LongArray, target: LongArray) =
    RuleFailure("cannot broadcast ${sizes.describe()} to ${target.describe()}")
