package dev.rankine.tensor

import dev.rankine.ops.localResponseNorm
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule

/** `x / (k + alpha * mean)^beta` with the mean square of [size] neighbouring channels (the second axis). `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("localResponseNorm3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.localResponseNorm(
    size: Int,
    alpha: Double = 1e-4,
    beta: Double = 0.75,
    k: Double = 1.0,
): Tensor<Cube<A, B, C>> = Tensor(localResponseNorm(value, size, alpha, beta, k))

/** `x / (k + alpha * mean)^beta` with the mean square of [size] neighbouring channels (the second axis). `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("localResponseNorm4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.localResponseNorm(
    size: Int,
    alpha: Double = 1e-4,
    beta: Double = 0.75,
    k: Double = 1.0,
): Tensor<Rank4<A, B, C, D>> = Tensor(localResponseNorm(value, size, alpha, beta, k))

/**
 * `x / (k + alpha * mean)^beta` with the mean square of [size] neighbouring channels (the second axis).
 * `[A, B, C, D, E] -> [A, B, C, D, E]`
 */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("localResponseNorm5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.localResponseNorm(
    size: Int,
    alpha: Double = 1e-4,
    beta: Double = 0.75,
    k: Double = 1.0,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(localResponseNorm(value, size, alpha, beta, k))
