package dev.rankine.tensor

import dev.rankine.ops.detach
import dev.rankine.ops.gradient
import dev.rankine.ops.keep
import dev.rankine.ops.requireGradient
import dev.rankine.ops.to
import dev.rankine.shapes.AnyShape
import dev.rankine.shapes.DType
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule

/** The same tensor without a typed shape; `typed(...)` leads back. */
@ShapeRule(ShapeRule.SAME)
public fun Tensor<*>.untyped(): Tensor<AnyShape> = Tensor(value)

/** The same elements converted to [dtype], as PyTorch casts; the same tensor's value if it has that type already. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.to(dtype: DType): Tensor<S> = Tensor(to(value, dtype))

/** The same bytes without history: no gradient flows back through the result. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.detach(): Tensor<S> = Tensor(value.detach())

/** Keeps the tensor beyond the end of the scope that runs now, and returns it. */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.keep(): Tensor<S> = also { value.keep() }

/**
 * Marks the tensor as a leaf whose gradient is wanted, and returns it. [name] is what messages call it.
 *
 * @throws dev.rankine.shapes.DTypeException if the elements are not floating-point numbers.
 */
@ShapeRule(ShapeRule.SAME)
public fun <S : Shape> Tensor<S>.requireGradient(name: String? = null): Tensor<S> = also { value.requireGradient(name) }

/** Whether a gradient flows through this tensor. */
public val Tensor<*>.requiresGradient: Boolean get() = value.requiresGradient

/** The gradient that backward has added up for this leaf; null before the first backward and for tensors that are no leaves. */
public val <S : Shape> Tensor<S>.gradient: Tensor<S>? get() = value.gradient?.let { Tensor(it) }

/**
 * Forgets the gradient of this leaf.
 *
 * @throws IllegalStateException if it is no leaf.
 */
public fun Tensor<*>.zeroGradient() {
    value.gradient = null
}
