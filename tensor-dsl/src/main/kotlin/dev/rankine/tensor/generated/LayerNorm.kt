package dev.rankine.tensor

import dev.rankine.ops.layerNorm
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** Each run of the last axis with mean 0 and variance 1, times [weight] plus [bias]. `[A] -> [A]` */
@ShapeRule("[a] weight:[*weights]? bias:[*biases]? -> [a]")
@JvmName("layerNorm1")
public fun <A : Dim<*>> Tensor<Vec<A>>.layerNorm(
    weight: Tensor<Vec<A>>? = null,
    bias: Tensor<Vec<A>>? = null,
    eps: Double = 1e-5,
): Tensor<Vec<A>> = Tensor(layerNorm(value, listOf(value.sizes[-1]), weight?.value, bias?.value, eps))

/** Each run of the last axis with mean 0 and variance 1, times [weight] plus [bias]. `[A, B] -> [A, B]` */
@ShapeRule("[a, b] weight:[*weights]? bias:[*biases]? -> [a, b]")
@JvmName("layerNorm2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.layerNorm(
    weight: Tensor<Vec<B>>? = null,
    bias: Tensor<Vec<B>>? = null,
    eps: Double = 1e-5,
): Tensor<Mat<A, B>> = Tensor(layerNorm(value, listOf(value.sizes[-1]), weight?.value, bias?.value, eps))

/** Each run of the last axis with mean 0 and variance 1, times [weight] plus [bias]. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] weight:[*weights]? bias:[*biases]? -> [a, b, c]")
@JvmName("layerNorm3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.layerNorm(
    weight: Tensor<Vec<C>>? = null,
    bias: Tensor<Vec<C>>? = null,
    eps: Double = 1e-5,
): Tensor<Cube<A, B, C>> = Tensor(layerNorm(value, listOf(value.sizes[-1]), weight?.value, bias?.value, eps))

/** Each run of the last axis with mean 0 and variance 1, times [weight] plus [bias]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] weight:[*weights]? bias:[*biases]? -> [a, b, c, d]")
@JvmName("layerNorm4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.layerNorm(
    weight: Tensor<Vec<D>>? = null,
    bias: Tensor<Vec<D>>? = null,
    eps: Double = 1e-5,
): Tensor<Rank4<A, B, C, D>> = Tensor(layerNorm(value, listOf(value.sizes[-1]), weight?.value, bias?.value, eps))

/** Each run of the last axis with mean 0 and variance 1, times [weight] plus [bias]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] weight:[*weights]? bias:[*biases]? -> [a, b, c, d, e]")
@JvmName("layerNorm5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.layerNorm(
    weight: Tensor<Vec<E>>? = null,
    bias: Tensor<Vec<E>>? = null,
    eps: Double = 1e-5,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(layerNorm(value, listOf(value.sizes[-1]), weight?.value, bias?.value, eps))
