package dev.rankine.tensor

import dev.rankine.ops.alphaDropout
import dev.rankine.ops.clamp
import dev.rankine.ops.dropout
import dev.rankine.ops.invoke
import dev.rankine.ops.maskedFill
import dev.rankine.ops.tril
import dev.rankine.ops.triu
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule

/**
 * This tensor with [number] where [mask], a bool that broadcasts to this shape, is true.
 *
 * @throws dev.rankine.shapes.DTypeException if the mask is not bool.
 */
@ShapeRule(ShapeRule.BROADCAST)
public fun <S : Shape> Tensor<S>.maskedFill(mask: Tensor<out S>, number: Number): Tensor<S> = Tensor(maskedFill(value, mask.value, number))

/**
 * Elements below [min] become [min], those above [max] become [max]. NaN stays.
 *
 * @throws IllegalArgumentException if neither bound is given.
 */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.clamp(min: Number? = null, max: Number? = null): Tensor<S> = Tensor(clamp(value, min, max))

/** While [training], each element is zero with probability [p] and the others are scaled by `1 / (1 - p)`; else this tensor's value. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.dropout(p: Double = 0.5, training: Boolean = true): Tensor<S> = Tensor(dropout(value, p, training))

/**
 * While [training], each element becomes the least value of `selu` with probability [p], and all are scaled and shifted so that mean 0 and
 * variance 1 stay; else this tensor's value.
 */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.alphaDropout(p: Double = 0.5, training: Boolean = true): Tensor<S> =
    Tensor(alphaDropout(value, p, training))

/** The lower triangle of the last two axes, zeros above [diagonal]. `[..., n, m] -> [..., n, m]` */
@ShapeRule("[*p, n, m] -> [*p, n, m]")
public fun <S : Shape> Tensor<S>.tril(diagonal: Int = 0): Tensor<S> = Tensor(tril(value, diagonal))

/** The upper triangle of the last two axes, zeros below [diagonal]. `[..., n, m] -> [..., n, m]` */
@ShapeRule("[*p, n, m] -> [*p, n, m]")
public fun <S : Shape> Tensor<S>.triu(diagonal: Int = 0): Tensor<S> = Tensor(triu(value, diagonal))
