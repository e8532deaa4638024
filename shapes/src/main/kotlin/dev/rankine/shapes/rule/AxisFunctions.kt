package dev.rankine.shapes.rule

// The functions of axes: UNKNOWN where a size is not known, null where the number of sizes is not.

/** [sizes] with [size] on [axis]; a scalar stays. */
internal fun with(sizes: LongArray, axis: Long, size: Long): LongArray {
    val place = axisIndex(sizes.size, axis)
    if (place == UNKNOWN) return unknown(sizes.size)
    return sizes.copyOf().also { if (it.isNotEmpty()) it[place.toInt()] = size }
}

/** [sizes] without [axis]; a scalar stays. */
internal fun without(sizes: LongArray, axis: Long): LongArray {
    val place = axisIndex(sizes.size, axis)
    if (sizes.isEmpty()) return sizes
    return if (place == UNKNOWN) unknown(sizes.size - 1) else sizes.filterIndexed { i, _ -> i.toLong() != place }.toLongArray()
}

/** [sizes] with [size] before [axis], of which there is one more than before. */
internal fun insert(sizes: LongArray, axis: Long, size: Long): LongArray {
    val place = axisIndex(sizes.size + 1, axis)
    if (place == UNKNOWN) return unknown(sizes.size + 1)
    return sizes.copyOfRange(0, place.toInt()) + size + sizes.copyOfRange(place.toInt(), sizes.size)
}

/** The sizes from axis [from] until axis [to]. */
internal fun part(sizes: LongArray, from: Long, to: Long): LongArray? {
    if (from == UNKNOWN || to == UNKNOWN) return null
    if (from < 0 || to > sizes.size || from > to) throw RuleFailure("there are no axes from $from until $to: ${sizes.size} given")
    return sizes.copyOfRange(from.toInt(), to.toInt())
}

/** What remains of [sizes] after a reduction of [axes], all of them if empty, which stay with size 1 unless [keep] is 0. */
internal fun reduce(sizes: LongArray, axes: LongArray?, keep: Long): LongArray? {
    if (axes == null) return if (keep == UNKNOWN || keep == 0L) null else unknown(sizes.size)
    val chosen = axes.map { axisIndex(sizes.size, it) }
    val known = chosen.filter { it != UNKNOWN }
    if (known.distinct().size != known.size) throw RuleFailure("an axis is named twice: ${axes.describe()}")
    if (keep == UNKNOWN) return null
    val isReduced = { axis: Int -> axes.isEmpty() || axis.toLong() in chosen }
    return when {
        known.size == chosen.size && keep == 0L -> sizes.filterIndexed { i, _ -> !isReduced(i) }.toLongArray()
        keep == 0L -> if (sizes.size < axes.size) null else unknown(sizes.size - axes.size)
        known.size == chosen.size -> LongArray(sizes.size) { if (isReduced(it)) 1 else sizes[it] }
        else -> LongArray(sizes.size) { if (isReduced(it)) 1 else UNKNOWN }
    }
}

/** [sizes] without those that are 1. */
internal fun squeeze(sizes: LongArray): LongArray? = if (UNKNOWN in sizes) null else sizes.filter { it != 1L }.toLongArray()

/** [sizes] without those of [axes] that are 1. */
internal fun squeeze(sizes: LongArray, axes: LongArray?): LongArray? {
    val places = axes?.map { axisIndex(sizes.size, it) } ?: return null
    if (UNKNOWN in places || sizes.indices.any { sizes[it] == UNKNOWN && it.toLong() in places }) return null
    return sizes.filterIndexed { i, size -> size != 1L || i.toLong() !in places }.toLongArray()
}

/** [sizes] in the given [order] of axes. */
internal fun permute(sizes: LongArray?, order: LongArray?): LongArray? {
    if (order == null) return sizes?.let { unknown(it.size) }
    if (sizes == null) return unknown(order.size)
    val places = order.map { axisIndex(sizes.size, it) }
    val known = places.filter { it != UNKNOWN }
    if (places.size != sizes.size || known.distinct().size != known.size) {
        throw RuleFailure("every axis must be named once: ${order.describe()}")
    }
    return LongArray(sizes.size) { if (places[it] == UNKNOWN) UNKNOWN else sizes[places[it].toInt()] }
}

/** So many sizes that are not known. */
internal fun unknown(rank: Int): LongArray = LongArray(rank) { UNKNOWN }

/** `[2, ?, 3]`. */
internal fun LongArray.describe(): String = describe(size) { this[it] }
