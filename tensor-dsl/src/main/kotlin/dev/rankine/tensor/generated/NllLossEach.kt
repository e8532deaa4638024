package dev.rankine.tensor

import dev.rankine.ops.Reduction
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Rank4
import dev.rankine.shapes.Rank5
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/**
 * The negative log-likelihood of log-probabilities and class indices (int64), of every target; the classes are the last axis.
 * `[A] [] -> []`
 */
@ShapeRule("[a] [] weight:[a]? -> []")
@JvmName("nllLossEach1")
public fun <A : Dim<*>> Tensor<Vec<A>>.nllLossEach(
    target: Tensor<Scalar>,
    weight: Tensor<Vec<A>>? = null,
    ignoreIndex: Long = -100,
): Tensor<Scalar> = Tensor(nllLossOver(0, value, target.value, weight?.value, ignoreIndex, Reduction.NONE))

/**
 * The negative log-likelihood of log-probabilities and class indices (int64), of every target; the classes are the last axis.
 * `[A, B] [A] -> [A]`
 */
@ShapeRule("[a, b] [a] weight:[b]? -> [a]")
@JvmName("nllLossEach2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.nllLossEach(
    target: Tensor<Vec<A>>,
    weight: Tensor<Vec<B>>? = null,
    ignoreIndex: Long = -100,
): Tensor<Vec<A>> = Tensor(nllLossOver(1, value, target.value, weight?.value, ignoreIndex, Reduction.NONE))

/**
 * The negative log-likelihood of log-probabilities and class indices (int64), of every target; the classes are the last axis.
 * `[A, B, C] [A, B] -> [A, B]`
 */
@ShapeRule("[a, b, c] [a, b] weight:[c]? -> [a, b]")
@JvmName("nllLossEach3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.nllLossEach(
    target: Tensor<Mat<A, B>>,
    weight: Tensor<Vec<C>>? = null,
    ignoreIndex: Long = -100,
): Tensor<Mat<A, B>> = Tensor(nllLossOver(2, value, target.value, weight?.value, ignoreIndex, Reduction.NONE))

/**
 * The negative log-likelihood of log-probabilities and class indices (int64), of every target; the classes are the last axis.
 * `[A, B, C, D] [A, B, C] -> [A, B, C]`
 */
@ShapeRule("[a, b, c, d] [a, b, c] weight:[d]? -> [a, b, c]")
@JvmName("nllLossEach4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.nllLossEach(
    target: Tensor<Cube<A, B, C>>,
    weight: Tensor<Vec<D>>? = null,
    ignoreIndex: Long = -100,
): Tensor<Cube<A, B, C>> = Tensor(nllLossOver(3, value, target.value, weight?.value, ignoreIndex, Reduction.NONE))

/**
 * The negative log-likelihood of log-probabilities and class indices (int64), of every target; the classes are the last axis.
 * `[A, B, C, D, E] [A, B, C, D] -> [A, B, C, D]`
 */
@ShapeRule("[a, b, c, d, e] [a, b, c, d] weight:[e]? -> [a, b, c, d]")
@JvmName("nllLossEach5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.nllLossEach(
    target: Tensor<Rank4<A, B, C, D>>,
    weight: Tensor<Vec<E>>? = null,
    ignoreIndex: Long = -100,
): Tensor<Rank4<A, B, C, D>> = Tensor(nllLossOver(4, value, target.value, weight?.value, ignoreIndex, Reduction.NONE))

/**
 * The negative log-likelihood of log-probabilities and class indices (int64), of every target; the classes are [over].
 * `[A, B] [A] -> [A]`
 */
@ShapeRule("[a, b] [a] weight:[b]? -> [a]")
@JvmName("nllLossEach2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.nllLossEach(
    target: Tensor<Vec<A>>,
    over: B,
    weight: Tensor<Vec<B>>? = null,
    ignoreIndex: Long = -100,
): Tensor<Vec<A>> = Tensor(nllLossOver(1, value, target.value, weight?.value, ignoreIndex, Reduction.NONE))

/**
 * The negative log-likelihood of log-probabilities and class indices (int64), of every target; the classes are [over].
 * `[A, B, C] [A, C] -> [A, C]`
 */
@ShapeRule("[a, b, c] [a, c] weight:[b]? -> [a, c]")
@JvmName("nllLossEach3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.nllLossEach(
    target: Tensor<Mat<A, C>>,
    over: B,
    weight: Tensor<Vec<B>>? = null,
    ignoreIndex: Long = -100,
): Tensor<Mat<A, C>> = Tensor(nllLossOver(1, value, target.value, weight?.value, ignoreIndex, Reduction.NONE))

/**
 * The negative log-likelihood of log-probabilities and class indices (int64), of every target; the classes are [over].
 * `[A, B, C] [A, B] -> [A, B]`
 */
@ShapeRule("[a, b, c] [a, b] weight:[c]? -> [a, b]")
@JvmName("nllLossEach3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.nllLossEach(
    target: Tensor<Mat<A, B>>,
    over: C,
    weight: Tensor<Vec<C>>? = null,
    ignoreIndex: Long = -100,
): Tensor<Mat<A, B>> = Tensor(nllLossOver(2, value, target.value, weight?.value, ignoreIndex, Reduction.NONE))

/**
 * The negative log-likelihood of log-probabilities and class indices (int64), of every target; the classes are [over].
 * `[A, B, C, D] [A, C, D] -> [A, C, D]`
 */
@ShapeRule("[a, b, c, d] [a, c, d] weight:[b]? -> [a, c, d]")
@JvmName("nllLossEach4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.nllLossEach(
    target: Tensor<Cube<A, C, D>>,
    over: B,
    weight: Tensor<Vec<B>>? = null,
    ignoreIndex: Long = -100,
): Tensor<Cube<A, C, D>> = Tensor(nllLossOver(1, value, target.value, weight?.value, ignoreIndex, Reduction.NONE))

/**
 * The negative log-likelihood of log-probabilities and class indices (int64), of every target; the classes are [over].
 * `[A, B, C, D] [A, B, D] -> [A, B, D]`
 */
@ShapeRule("[a, b, c, d] [a, b, d] weight:[c]? -> [a, b, d]")
@JvmName("nllLossEach4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.nllLossEach(
    target: Tensor<Cube<A, B, D>>,
    over: C,
    weight: Tensor<Vec<C>>? = null,
    ignoreIndex: Long = -100,
): Tensor<Cube<A, B, D>> = Tensor(nllLossOver(2, value, target.value, weight?.value, ignoreIndex, Reduction.NONE))

/**
 * The negative log-likelihood of log-probabilities and class indices (int64), of every target; the classes are [over].
 * `[A, B, C, D] [A, B, C] -> [A, B, C]`
 */
@ShapeRule("[a, b, c, d] [a, b, c] weight:[d]? -> [a, b, c]")
@JvmName("nllLossEach4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.nllLossEach(
    target: Tensor<Cube<A, B, C>>,
    over: D,
    weight: Tensor<Vec<D>>? = null,
    ignoreIndex: Long = -100,
): Tensor<Cube<A, B, C>> = Tensor(nllLossOver(3, value, target.value, weight?.value, ignoreIndex, Reduction.NONE))

/**
 * The negative log-likelihood of log-probabilities and class indices (int64), of every target; the classes are [over].
 * `[A, B, C, D, E] [A, C, D, E] -> [A, C, D, E]`
 */
@ShapeRule("[a, b, c, d, e] [a, c, d, e] weight:[b]? -> [a, c, d, e]")
@JvmName("nllLossEach5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.nllLossEach(
    target: Tensor<Rank4<A, C, D, E>>,
    over: B,
    weight: Tensor<Vec<B>>? = null,
    ignoreIndex: Long = -100,
): Tensor<Rank4<A, C, D, E>> = Tensor(nllLossOver(1, value, target.value, weight?.value, ignoreIndex, Reduction.NONE))

/**
 * The negative log-likelihood of log-probabilities and class indices (int64), of every target; the classes are [over].
 * `[A, B, C, D, E] [A, B, D, E] -> [A, B, D, E]`
 */
@ShapeRule("[a, b, c, d, e] [a, b, d, e] weight:[c]? -> [a, b, d, e]")
@JvmName("nllLossEach5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.nllLossEach(
    target: Tensor<Rank4<A, B, D, E>>,
    over: C,
    weight: Tensor<Vec<C>>? = null,
    ignoreIndex: Long = -100,
): Tensor<Rank4<A, B, D, E>> = Tensor(nllLossOver(2, value, target.value, weight?.value, ignoreIndex, Reduction.NONE))

/**
 * The negative log-likelihood of log-probabilities and class indices (int64), of every target; the classes are [over].
 * `[A, B, C, D, E] [A, B, C, E] -> [A, B, C, E]`
 */
@ShapeRule("[a, b, c, d, e] [a, b, c, e] weight:[d]? -> [a, b, c, e]")
@JvmName("nllLossEach5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.nllLossEach(
    target: Tensor<Rank4<A, B, C, E>>,
    over: D,
    weight: Tensor<Vec<D>>? = null,
    ignoreIndex: Long = -100,
): Tensor<Rank4<A, B, C, E>> = Tensor(nllLossOver(3, value, target.value, weight?.value, ignoreIndex, Reduction.NONE))

/**
 * The negative log-likelihood of log-probabilities and class indices (int64), of every target; the classes are [over].
 * `[A, B, C, D, E] [A, B, C, D] -> [A, B, C, D]`
 */
@ShapeRule("[a, b, c, d, e] [a, b, c, d] weight:[e]? -> [a, b, c, d]")
@JvmName("nllLossEach5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.nllLossEach(
    target: Tensor<Rank4<A, B, C, D>>,
    over: E,
    weight: Tensor<Vec<E>>? = null,
    ignoreIndex: Long = -100,
): Tensor<Rank4<A, B, C, D>> = Tensor(nllLossOver(4, value, target.value, weight?.value, ignoreIndex, Reduction.NONE))
