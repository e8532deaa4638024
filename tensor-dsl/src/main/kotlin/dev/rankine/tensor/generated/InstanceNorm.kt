package dev.rankine.tensor

import dev.rankine.ops.instanceNorm
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/**
 * `(x - mean) / sqrt(variance + eps)` over each channel (the second axis) of every example, times [weight] plus [bias].
 * `[A, B, C] -> [A, B, C]`
 */
@ShapeRule("[a, b, c] weight:[b]? bias:[b]? -> [a, b, c]")
@JvmName("instanceNorm3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.instanceNorm(
    weight: Tensor<Vec<B>>? = null,
    bias: Tensor<Vec<B>>? = null,
    eps: Double = 1e-5,
): Tensor<Cube<A, B, C>> = Tensor(instanceNorm(value, null, null, weight?.value, bias?.value, eps = eps))

/**
 * `(x - mean) / sqrt(variance + eps)` over each channel (the second axis) of every example, times [weight] plus [bias].
 * `[A, B, C, D] -> [A, B, C, D]`
 */
@ShapeRule("[a, b, c, d] weight:[b]? bias:[b]? -> [a, b, c, d]")
@JvmName("instanceNorm4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.instanceNorm(
    weight: Tensor<Vec<B>>? = null,
    bias: Tensor<Vec<B>>? = null,
    eps: Double = 1e-5,
): Tensor<Rank4<A, B, C, D>> = Tensor(instanceNorm(value, null, null, weight?.value, bias?.value, eps = eps))

/**
 * `(x - mean) / sqrt(variance + eps)` over each channel (the second axis) of every example, times [weight] plus [bias].
 * `[A, B, C, D, E] -> [A, B, C, D, E]`
 */
@ShapeRule("[a, b, c, d, e] weight:[b]? bias:[b]? -> [a, b, c, d, e]")
@JvmName("instanceNorm5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.instanceNorm(
    weight: Tensor<Vec<B>>? = null,
    bias: Tensor<Vec<B>>? = null,
    eps: Double = 1e-5,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(instanceNorm(value, null, null, weight?.value, bias?.value, eps = eps))
