@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes

/** What [embeddingBag] makes of the rows of a bag. */
public enum class BagMode {
    /** Their sum. */
    SUM,

    /** Their mean. */
    MEAN,

    /** The largest number of each feature. */
    MAX,
}

/**
 * Rows of a table, put together bag by bag; a bag without rows is zeros. `[n, d] [B, L] -> [B, d]`, or with [offsets] `[n, d] [M] [B] -> [B, d]`: bag
 * `i` begins at `offsets[i]` and ends where the next begins.
 *
 * @param offsets where each bag begins; the first at 0, none before the one before it. Read when the function is called.
 * @param weights what each row is multiplied by, of the sizes of [indices]; for sums only.
 * @param includeLastOffset whether the last offset is where the last bag ends, not where another begins.
 * @param paddingIndex a row that is left out and learns nothing; negative counts from the end.
 * @param scaleByFrequency whether the gradient of a row is divided by the number of places where it was read; not for [BagMode.MAX].
 * @throws ShapeException if sizes do not fit, an index or the padding is out of range, or the offsets are none.
 * @throws IllegalArgumentException if [weights] or [scaleByFrequency] do not go with [mode].
 */
@JvmOverloads
public fun embeddingBag(
    weight: Value,
    indices: Value,
    mode: BagMode = BagMode.MEAN,
    offsets: Value? = null,
    weights: Value? = null,
    includeLastOffset: Boolean = false,
    paddingIndex: Int? = null,
    scaleByFrequency: Boolean = false,
): Value {
    checkTable(OP, weight.sizes)
    require(weights == null || mode == BagMode.SUM) { "$OP: weights are for sums: $mode given" }
    require(!scaleByFrequency || mode != BagMode.MAX) { "$OP: gradients of the largest are not scaled by frequency" }
    val padding = paddingRow(OP, weight.sizes, paddingIndex)
    if (weights != null && weights.sizes != indices.sizes) {
        throw ShapeException(
            "$OP: needs one weight for each index: ${weights.sizes} != ${indices.sizes}",
            listOf("indices" to indices.sizes, "weights" to weights.sizes),
        )
    }
    val rank = if (offsets == null) 2 else 1
    if (indices.rank != rank) {
        val hint = if (rank == 2) "say where bags begin: `embeddingBag(..., offsets = ...)`" else null
        throw ShapeException(
            "$OP: the indices need ${if (rank == 1) "one axis" else "two axes"}: ${indices.rank} given",
            listOf("indices" to indices.sizes),
            hint,
        )
    }
    val found = embedding(weight, indices, padding, scaleByFrequency)
    val live = if (padding == null) null else indices ne padding
    val scaled = if (weights == null) found else found * unsqueeze(weights, -1)
    if (offsets == null) return joined(scaled, live, mode)
    val starts = starts(offsets, includeLastOffset, indices)
    return if (mode == BagMode.MAX) joinedParts(scaled, live, starts) else added(scaled, live, starts, mode)
}

private const val OP = "embedding_bag"

/** The bags of `[B, L, d]`: what is not [live] is left out. */
private fun joined(rows: Value, live: Value?, mode: BagMode): Value {
    if (mode == BagMode.MAX) {
        if (rows.sizes[1] == 0) return zeros(rows.sizes.filterAxes { it != 1 }, rows.dtype, rows.backend)
        if (live == null) return amax(rows, listOf(1))
        val largest = amax(where(unsqueeze(live, 2), rows, Double.NEGATIVE_INFINITY), listOf(1))
        return where(any(live, listOf(1), keepDim = true), largest, 0)
    }
    val total = sum(if (live == null) rows else where(unsqueeze(live, 2), rows, 0), listOf(1))
    if (mode == BagMode.SUM) return total
    if (live == null) return total / maxOf(1, rows.sizes[1])
    return total / maximum(sum(to(live, rows.dtype), listOf(1), keepDim = true), 1)
}

/** Sums or means of the rows `[M, d]` of bags that begin at [starts]. */
private fun added(rows: Value, live: Value?, starts: LongArray, mode: BagMode): Value {
    val bags = starts.size - 1
    val owner = LongArray(rows.sizes[0])
    for (bag in 0 until bags) owner.fill(bag.toLong(), starts[bag].toInt(), starts[bag + 1].toInt())
    val index = valueOf(owner, DType.I64, Sizes.of(owner.size), rows.backend)
    val own = if (live == null) rows else where(unsqueeze(live, 1), rows, 0)
    val total = indexAdd(zeros(Sizes.of(bags, rows.sizes[1]), rows.dtype, rows.backend), 0, index, own)
    if (mode == BagMode.SUM) return total
    val ones = if (live == null) full(Sizes.of(owner.size), 1, rows.dtype, rows.backend) else to(live, rows.dtype)
    val counts = indexAdd(zeros(Sizes.of(bags), rows.dtype, rows.backend), 0, index, ones)
    return total / unsqueeze(maximum(counts, 1), 1)
}

/** The largest of the rows `[M, d]` of bags that begin at [starts]: each bag filled up to the longest. */
private fun joinedParts(rows: Value, live: Value?, starts: LongArray): Value {
    val bags = starts.size - 1
    val longest = (0 until bags).maxOfOrNull { (starts[it + 1] - starts[it]).toInt() } ?: 0
    val sizes = Sizes.of(bags, longest)
    if (sizes.elements == 0) return zeros(Sizes.of(bags, rows.sizes[1]), rows.dtype, rows.backend)
    val place = LongArray(bags * longest)
    val has = ByteArray(bags * longest)
    for (bag in 0 until bags) {
        for (i in 0 until (starts[bag + 1] - starts[bag]).toInt()) {
            place[bag * longest + i] = starts[bag] + i
            has[bag * longest + i] = 1
        }
    }
    val index = valueOf(place, DType.I64, Sizes.of(place.size), rows.backend)
    val parts = reshape(indexSelect(rows, 0, index), sizes + Sizes.of(rows.sizes[1]))
    val own = valueOf(has, DType.BOOL, sizes, rows.backend)
    return joined(parts, if (live == null) own else own and reshape(indexSelect(live, 0, index), sizes), BagMode.MAX)
}

/** Where each bag begins, and where the last one ends. */
private fun starts(offsets: Value, includeLast: Boolean, indices: Value): LongArray {
    val sizes = listOf("indices" to indices.sizes, "offsets" to offsets.sizes)
    if (offsets.dtype.isFloating || offsets.dtype == DType.BOOL) {
        throw DTypeException("$OP: offsets are integers: ${offsets.dtype} given", "convert with to(DType.I64)")
    }
    if (offsets.rank != 1) throw ShapeException("$OP: the offsets need one axis: ${offsets.rank} given", sizes)
    val count = indices.elements.toLong()
    val given = offsets.toLongArray()
    if (includeLast && given.isEmpty()) throw ShapeException("$OP: the last offset is not there: no offsets given", sizes)
    if (includeLast && given.last() != count) {
        throw ShapeException("$OP: the last offset is not the number of indices: ${given.last()} != $count", sizes)
    }
    val all = if (includeLast) given else given + count
    if (all[0] != 0L) throw ShapeException("$OP: the first bag begins at 0: ${all[0]} given", sizes)
    for (i in 1 until all.size) {
        if (all[i] < all[i - 1] || all[i] > count) {
            throw ShapeException("$OP: offset $i is not in [${all[i - 1]}, $count]: ${all[i]}", sizes)
        }
    }
    return all
}
