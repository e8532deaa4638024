package dev.rankine.tensor

import dev.rankine.ops.groupNorm
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/**
 * `(x - mean) / sqrt(variance + eps)` over [groups] of the channels (the second axis) of every example, times [weight] plus [bias].
 * `[A, B] -> [A, B]`
 */
@ShapeRule("[a, b] weight:[b]? bias:[b]? groups=? -> [a, b] where b % groups == 0 \"the channels do not divide into groups\"")
@JvmName("groupNorm2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.groupNorm(
    groups: Int,
    weight: Tensor<Vec<B>>? = null,
    bias: Tensor<Vec<B>>? = null,
    eps: Double = 1e-5,
): Tensor<Mat<A, B>> = Tensor(groupNorm(value, groups, weight?.value, bias?.value, eps))

/**
 * `(x - mean) / sqrt(variance + eps)` over [groups] of the channels (the second axis) of every example, times [weight] plus [bias].
 * `[A, B, C] -> [A, B, C]`
 */
@ShapeRule("[a, b, c] weight:[b]? bias:[b]? groups=? -> [a, b, c] where b % groups == 0 \"the channels do not divide into groups\"")
@JvmName("groupNorm3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.groupNorm(
    groups: Int,
    weight: Tensor<Vec<B>>? = null,
    bias: Tensor<Vec<B>>? = null,
    eps: Double = 1e-5,
): Tensor<Cube<A, B, C>> = Tensor(groupNorm(value, groups, weight?.value, bias?.value, eps))

/**
 * `(x - mean) / sqrt(variance + eps)` over [groups] of the channels (the second axis) of every example, times [weight] plus [bias].
 * `[A, B, C, D] -> [A, B, C, D]`
 */
@ShapeRule("[a, b, c, d] weight:[b]? bias:[b]? groups=? -> [a, b, c, d] where b % groups == 0 \"the channels do not divide into groups\"")
@JvmName("groupNorm4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.groupNorm(
    groups: Int,
    weight: Tensor<Vec<B>>? = null,
    bias: Tensor<Vec<B>>? = null,
    eps: Double = 1e-5,
): Tensor<Rank4<A, B, C, D>> = Tensor(groupNorm(value, groups, weight?.value, bias?.value, eps))

/**
 * `(x - mean) / sqrt(variance + eps)` over [groups] of the channels (the second axis) of every example, times [weight] plus [bias].
 * `[A, B, C, D, E] -> [A, B, C, D, E]`
 */
@ShapeRule(
    "[a, b, c, d, e] weight:[b]? bias:[b]? groups=? -> [a, b, c, d, e] where " +
        "b % groups == 0 \"the channels do not divide into groups\"",
)
@JvmName("groupNorm5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.groupNorm(
    groups: Int,
    weight: Tensor<Vec<B>>? = null,
    bias: Tensor<Vec<B>>? = null,
    eps: Double = 1e-5,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(groupNorm(value, groups, weight?.value, bias?.value, eps))
