@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** Uniform in `[low, high)`; where the type cannot tell the largest numbers from [high], rounding may give it. `-> sizes`. */
@ShapeRule(CREATE_RULE)
@JvmOverloads
public fun uniform(
    sizes: Sizes,
    low: Double = 0.0,
    high: Double = 1.0,
    dtype: DType = DType.F32,
    generator: Generator = Generator.current,
    backend: Backend = Backends.current,
): Value {
    val unit = uniformOp.on(backend, draws(sizes, dtype, generator))
    return if (low == 0.0 && high == 1.0) unit else unit * (high - low) + low
}

/** Normal with [mean] and [deviation]. `-> sizes`. */
@ShapeRule(CREATE_RULE)
@JvmOverloads
public fun normal(
    sizes: Sizes,
    mean: Double = 0.0,
    deviation: Double = 1.0,
    dtype: DType = DType.F32,
    generator: Generator = Generator.current,
    backend: Backend = Backends.current,
): Value {
    val standard = normalOp.on(backend, draws(sizes, dtype, generator))
    return if (mean == 0.0 && deviation == 1.0) standard else standard * deviation + mean
}

/**
 * 1 with [probability], else 0. `-> sizes`.
 *
 * @throws IllegalArgumentException if the probability is not in `[0, 1]`.
 */
@ShapeRule(CREATE_RULE)
@JvmOverloads
public fun bernoulli(
    sizes: Sizes,
    probability: Double,
    dtype: DType = DType.F32,
    generator: Generator = Generator.current,
    backend: Backend = Backends.current,
): Value {
    require(probability in 0.0..1.0) { "bernoulli: the probability must be in [0, 1]: $probability" }
    return bernoulliOp.on(backend, BernoulliAttributes(probability, draws(sizes, dtype, generator)))
}

/**
 * Integers of `low until high`, at most 2^31 of them. `-> sizes`.
 *
 * @throws IllegalArgumentException if the range is empty or too large.
 */
@ShapeRule(CREATE_RULE)
@JvmOverloads
public fun randint(
    low: Long,
    high: Long,
    sizes: Sizes,
    dtype: DType = DType.I64,
    generator: Generator = Generator.current,
    backend: Backend = Backends.current,
): Value {
    require(high > low && high - low in 1..(1L shl 31)) { "randint: the range must hold 1 to 2^31 numbers: $low until $high" }
    return randintOp.on(backend, RandomIntegerAttributes(low, high, draws(sizes, dtype, generator, 2)))
}

/** The numbers `0 until n` in random order. `-> [n]`. */
@ShapeRule("n=? -> [n]")
@JvmOverloads
public fun randperm(
    n: Int,
    dtype: DType = DType.I64,
    generator: Generator = Generator.current,
    backend: Backend = Backends.current,
): Value {
    if (n < 0) throw ShapeException("randperm: the count cannot be negative: $n")
    return randpermOp.on(backend, draws(Sizes.of(n), dtype, generator, 2))
}

/** Reserves [words] 32-bit numbers per element. */
private fun draws(sizes: Sizes, dtype: DType, generator: Generator, words: Int = if (dtype == DType.F64) 2 else 1): RandomAttributes =
    RandomAttributes(sizes, dtype, generator.seed, generator.draw(words * sizes.elements.toLong()))
