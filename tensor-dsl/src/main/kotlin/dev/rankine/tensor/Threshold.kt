package dev.rankine.tensor

import dev.rankine.ops.bitwiseNot
import dev.rankine.ops.celu
import dev.rankine.ops.contiguous
import dev.rankine.ops.copy
import dev.rankine.ops.hardshrink
import dev.rankine.ops.hardtanh
import dev.rankine.ops.logit
import dev.rankine.ops.named
import dev.rankine.ops.round
import dev.rankine.ops.softshrink
import dev.rankine.ops.take
import dev.rankine.ops.threshold
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule

/** [min] below it, [max] above it, `x` between them. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.hardtanh(min: Double = -1.0, max: Double = 1.0): Tensor<S> = Tensor(hardtanh(value, min, max))

/** `x` where `|x|` exceeds [lambda], else zero. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.hardshrink(lambda: Double = 0.5): Tensor<S> = Tensor(hardshrink(value, lambda))

/** `x` moved towards zero by [lambda], zero if it would pass it. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.softshrink(lambda: Double = 0.5): Tensor<S> = Tensor(softshrink(value, lambda))

/** `x` above [threshold], else [number]. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.threshold(threshold: Double, number: Double): Tensor<S> = Tensor(threshold(value, threshold, number))

/** `x` above zero, `alpha * (e^(x / alpha) - 1)` below. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.celu(alpha: Double = 1.0): Tensor<S> = Tensor(celu(value, alpha))

/** `log(x / (1 - x))`; with [eps], `x` is first kept between it and `1 - eps`. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.logit(eps: Double? = null): Tensor<S> = Tensor(logit(value, eps))

/** The nearest number of so many [decimals], ties to even. */
@ShapeRule(ShapeRule.SAME)
@JvmName("roundDecimals")
public fun <S : Shape> Tensor<S>.round(decimals: Int): Tensor<S> = Tensor(round(value, decimals))

/** All bits turned; on bool the logical not. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.bitwiseNot(): Tensor<S> = Tensor(bitwiseNot(value))

/** The same elements in row-major order: this tensor's value if they lie so already, else a copy. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.contiguous(): Tensor<S> = Tensor(contiguous(value))

/** The elements whose numbers (int64), counted in row-major order, [index] holds. `[*p] [*q] -> [*q]` */
@ShapeRule("a index -> index")
public fun <S : Shape> Tensor<*>.take(index: Tensor<S>): Tensor<S> = Tensor(take(value, index.value).named(index.sizes))

/** A copy with elements of its own. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.copy(): Tensor<S> = Tensor(copy(value))
