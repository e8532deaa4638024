@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.ops.Backend
import dev.rankine.ops.Backends
import dev.rankine.ops.Value
import dev.rankine.ops.abs
import dev.rankine.ops.arange
import dev.rankine.ops.invoke
import dev.rankine.ops.minus
import dev.rankine.ops.noGrad
import dev.rankine.ops.plus
import dev.rankine.ops.times
import dev.rankine.ops.to
import dev.rankine.ops.unsqueeze
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
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
 * @throws IllegalArgumentException if there are no heads, a number of places is negative, or there are more than 2^31 biases.
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
    require(queries.toLong() * keys <= Int.MAX_VALUE / heads) { "alibi: too many biases: $heads heads, $queries queries, $keys keys" }
    return noGrad {
        val query = unsqueeze(arange(queries, DType.F64, backend), 1) + (keys - queries).toDouble()
        val each = valueOf(DoubleArray(heads) { -slopes[it] }, DType.F64, Sizes.of(heads, 1, 1), backend)
        to(each * abs(query - arange(keys, DType.F64, backend)), dtype)
    }
}
