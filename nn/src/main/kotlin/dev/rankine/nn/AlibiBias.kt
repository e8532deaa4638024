@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.ops.Backend
import dev.rankine.ops.Backends
import dev.rankine.ops.Value
import dev.rankine.ops.to
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import kotlin.math.abs
import kotlin.math.pow

/**
 * How fast each of so many [heads] forgets with the distance: `2^(-8k / heads)` for head `k` from 1 on. Where [heads] is no power of two, the
 * slopes of the next lower power, then every other one of the next higher. Press et al., arXiv:2108.12409.
 *
 * @throws IllegalArgumentException if there are no heads.
 */
public fun alibiSlopes(heads: Int): List<Double> {
    require(heads > 0) { "alibi: there must be a head: $heads" }
    val power = Integer.highestOneBit(heads)
    val first = List(power) { 2.0.pow(-8.0 * (it + 1) / power) }
    return first + List(heads - power) { 2.0.pow(-8.0 * (2 * it + 1) / (2 * power)) }
}

/**
 * What attention with linear biases adds to its scores, `-slope * distance`; with [causalMask] it is the paper's. The mask of
 * `scaledDotProductAttention`, or of [MultiheadAttention] once per example: `repeat(alibiBias(heads, T), batch, 1, 1)`. `-> [heads, queries, keys]`
 *
 * @param keys how many; the last key and the last query are at one place.
 * @throws IllegalArgumentException if there are no heads, or a number of places is negative.
 */
@JvmOverloads
public fun alibiBias(
    heads: Int,
    queries: Int,
    keys: Int = queries,
    dtype: DType = DType.DEFAULT,
    backend: Backend = Backends.current,
): Value {
    val slopes = alibiSlopes(heads)
    require(queries >= 0 && keys >= 0) { "alibi: a number of places cannot be negative: $queries queries, $keys keys" }
    val numbers =
        DoubleArray(heads * queries * keys) {
            val (head, query, key) = Triple(it / (queries * keys), it / keys % queries, it % keys)
            -slopes[head] * abs(query + keys - queries - key)
        }
    return to(valueOf(numbers, DType.F64, Sizes.of(heads, queries, keys), backend), dtype)
}
