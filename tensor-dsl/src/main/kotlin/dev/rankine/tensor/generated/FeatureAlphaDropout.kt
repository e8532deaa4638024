package dev.rankine.tensor

import dev.rankine.ops.featureAlphaDropout
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.ShapeRule

/**
 * While [training], whole channels (the second axis) of examples have the least value of `selu` with probability [p].
 * `[A, B] -> [A, B]`
 */
@ShapeRule("[a, b] -> [a, b]")
@JvmName("featureAlphaDropout2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.featureAlphaDropout(p: Double = 0.5, training: Boolean = true): Tensor<Mat<A, B>> =
    Tensor(featureAlphaDropout(value, p, training))

/**
 * While [training], whole channels (the second axis) of examples have the least value of `selu` with probability [p].
 * `[A, B, C] -> [A, B, C]`
 */
@ShapeRule("[a, b, c] -> [a, b, c]")
@JvmName("featureAlphaDropout3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.featureAlphaDropout(
    p: Double = 0.5,
    training: Boolean = true,
): Tensor<Cube<A, B, C>> = Tensor(featureAlphaDropout(value, p, training))

/**
 * While [training], whole channels (the second axis) of examples have the least value of `selu` with probability [p].
 * `[A, B, C, D] -> [A, B, C, D]`
 */
@ShapeRule("[a, b, c, d] -> [a, b, c, d]")
@JvmName("featureAlphaDropout4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.featureAlphaDropout(
    p: Double = 0.5,
    training: Boolean = true,
): Tensor<Rank4<A, B, C, D>> = Tensor(featureAlphaDropout(value, p, training))

/**
 * While [training], whole channels (the second axis) of examples have the least value of `selu` with probability [p].
 * `[A, B, C, D, E] -> [A, B, C, D, E]`
 */
@ShapeRule("[a, b, c, d, e] -> [a, b, c, d, e]")
@JvmName("featureAlphaDropout5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.featureAlphaDropout(
    p: Double = 0.5,
    training: Boolean = true,
): Tensor<Rank5<A, B, C, D, E>> = Tensor(featureAlphaDropout(value, p, training))
