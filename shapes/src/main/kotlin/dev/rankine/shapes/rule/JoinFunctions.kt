package dev.rankine.shapes.rule

// The functions of several inputs: UNKNOWN where a size is not known, null where the number of sizes is not.

/** The [values] one after the other along [axis]. As in PyTorch, what has the sizes `[0]` is left out whatever the others are. */
internal fun cat(values: List<LongArray?>, axis: Long): LongArray? {
    val kept = values.filter { it == null || !isLeftOut(it) }
    if (kept.isEmpty()) return longArrayOf(0)
    val certain = kept.filterNotNull().filter { !mayBeLeftOut(it) }
    if (certain.isEmpty()) return if (null in kept) null else unknown(1)
    val result = certain[0].copyOf()
    if (result.isEmpty()) throw RuleFailure("a scalar has no axis")
    val place = axisIndex(result.size, axis)
    val others = result.indices.filter { it.toLong() != place }
    for (sizes in certain.drop(1)) {
        val differs = sizes.size != result.size || (place != UNKNOWN && others.any { clash(sizes[it], result[it]) })
        if (differs) throw RuleFailure("sizes differ beside axis ${axisText(place)}: ${certain[0].describe()} and ${sizes.describe()}")
        for (i in others) if (result[i] == UNKNOWN) result[i] = sizes[i]
    }
    if (place == UNKNOWN) return unknown(result.size)
    result[place.toInt()] = if (certain.size < kept.size) UNKNOWN else sum(certain.map { it[place.toInt()] })
    return result
}

/** The [values], which have the same sizes, along a new axis before [axis]. */
internal fun stack(values: List<LongArray?>, axis: Long): LongArray? {
    val known = values.filterNotNull()
    if (known.isEmpty()) return null
    val common = known[0].copyOf()
    for (sizes in known) {
        if (sizes.size != common.size || sizes.indices.any { clash(sizes[it], common[it]) }) {
            throw RuleFailure("sizes differ: ${known[0].describe()} != ${sizes.describe()}")
        }
        for (i in sizes.indices) if (common[i] == UNKNOWN) common[i] = sizes[i]
    }
    return insert(common, axis, values.size.toLong())
}

private fun isLeftOut(sizes: LongArray) = sizes.size == 1 && sizes[0] == 0L

private fun mayBeLeftOut(sizes: LongArray) = sizes.size == 1 && sizes[0] == UNKNOWN

private fun clash(a: Long, b: Long) = a != UNKNOWN && b != UNKNOWN && a != b

private fun sum(sizes: List<Long>): Long {
    if (UNKNOWN in sizes) return UNKNOWN
    val total = sizes.sum()
    if (total > Int.MAX_VALUE) throw RuleFailure("too many elements on the axis: $total exceeds ${Int.MAX_VALUE}")
    return total
}

private fun axisText(axis: Long) = if (axis == UNKNOWN) "?" else axis.toString()
