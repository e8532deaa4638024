package dev.rankine.tensor

import dev.rankine.ops.rmsNorm
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/** Each run of the last axis divided by the root of its mean square, times [weight]. `[A] -> [A]` */
@ShapeRule("[a] weight:[a]? -> [a]")
@JvmName("rmsNorm1")
public fun <A : Dim<*>> Tensor<Vec<A>>.rmsNorm(weight: Tensor<Vec<A>>? = null, eps: Double? = null): Tensor<Vec<A>> =
    Tensor(rmsNorm(value, listOf(value.sizes[-1]), weight?.value, eps))

/** Each run of the last axis divided by the root of its mean square, times [weight]. `[A, B] -> [A, B]` */
@ShapeRule("[a, b] weight:[b]? -> [a, b]")
@JvmName("rmsNorm2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.rmsNorm(weight: Tensor<Vec<B>>? = null, eps: Double? = null): Tensor<Mat<A, B>> =
    Tensor(rmsNorm(value, listOf(value.sizes[-1]), weight?.value, eps))

/** Each run of the last axis divided by the root of its mean square, times [weight]. `[A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c] weight:[c]? -> [a, b, c]")
@JvmName("rmsNorm3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.rmsNorm(
    weight: Tensor<Vec<C>>? = null,
    eps: Double? = null,
): Tensor<Cube<A, B, C>> = Tensor(rmsNorm(value, listOf(value.sizes[-1]), weight?.value, eps))

/** Each run of the last axis divided by the root of its mean square, times [weight]. `[A, B, C, D] -> [A, B, C, D]` */
@ShapeRule("[a, b, c, d] weight:[d]? -> [a, b, c, d]")
@JvmName("rmsNorm4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.rmsNorm(
    weight: Tensor<Vec<D>>? = null,
    eps: Double? = null,
): Tensor<Rank4<A, B, C, D>> = Tensor(rmsNorm(value, listOf(value.sizes[-1]), weight?.value, eps))

/** Each run of the last axis divided by the root of its mean square, times [weight]. `[A, B, C, D, E] -> [A, B, C, D, E]` */
@ShapeRule("[a, b, c, d, e] weight:[e]? -> [a, b, c, d, e]")
@JvmName("rmsNorm5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.rmsNorm(
    weight: Tensor<Vec<E>>? = null,
    eps: Double? = null,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(rmsNorm(value, listOf(value.sizes[-1]), weight?.value, eps))
