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

/** The cross-entropy of logits and class indices (int64), of every target; the classes are the last axis. `[A] [] -> []` */
@ShapeRule("[a] [] weight:[a]? -> []")
@JvmName("crossEntropyEach1")
public fun <A : Dim<*>> Tensor<Vec<A>>.crossEntropyEach(
    target: Tensor<Scalar>,
    weight: Tensor<Vec<A>>? = null,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
): Tensor<Scalar> = Tensor(crossEntropyOver(0, value, target.value, weight?.value, ignoreIndex, Reduction.NONE, labelSmoothing))

/** The cross-entropy of logits and class indices (int64), of every target; the classes are the last axis. `[A, B] [A] -> [A]` */
@ShapeRule("[a, b] [a] weight:[b]? -> [a]")
@JvmName("crossEntropyEach2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.crossEntropyEach(
    target: Tensor<Vec<A>>,
    weight: Tensor<Vec<B>>? = null,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
): Tensor<Vec<A>> = Tensor(crossEntropyOver(1, value, target.value, weight?.value, ignoreIndex, Reduction.NONE, labelSmoothing))

/** The cross-entropy of logits and class indices (int64), of every target; the classes are the last axis. `[A, B, C] [A, B] -> [A, B]` */
@ShapeRule("[a, b, c] [a, b] weight:[c]? -> [a, b]")
@JvmName("crossEntropyEach3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.crossEntropyEach(
    target: Tensor<Mat<A, B>>,
    weight: Tensor<Vec<C>>? = null,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
): Tensor<Mat<A, B>> = Tensor(crossEntropyOver(2, value, target.value, weight?.value, ignoreIndex, Reduction.NONE, labelSmoothing))

/**
 * The cross-entropy of logits and class indices (int64), of every target; the classes are the last axis.
 * `[A, B, C, D] [A, B, C] -> [A, B, C]`
 */
@ShapeRule("[a, b, c, d] [a, b, c] weight:[d]? -> [a, b, c]")
@JvmName("crossEntropyEach4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.crossEntropyEach(
    target: Tensor<Cube<A, B, C>>,
    weight: Tensor<Vec<D>>? = null,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
): Tensor<Cube<A, B, C>> = Tensor(crossEntropyOver(3, value, target.value, weight?.value, ignoreIndex, Reduction.NONE, labelSmoothing))

/**
 * The cross-entropy of logits and class indices (int64), of every target; the classes are the last axis.
 * `[A, B, C, D, E] [A, B, C, D] -> [A, B, C, D]`
 */
@ShapeRule("[a, b, c, d, e] [a, b, c, d] weight:[e]? -> [a, b, c, d]")
@JvmName("crossEntropyEach5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.crossEntropyEach(
    target: Tensor<Rank4<A, B, C, D>>,
    weight: Tensor<Vec<E>>? = null,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
): Tensor<Rank4<A, B, C, D>> = Tensor(crossEntropyOver(4, value, target.value, weight?.value, ignoreIndex, Reduction.NONE, labelSmoothing))

/** The cross-entropy of logits and class indices (int64), of every target; the classes are [over]. `[A, B] [A] -> [A]` */
@ShapeRule("[a, b] [a] weight:[b]? -> [a]")
@JvmName("crossEntropyEach2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.crossEntropyEach(
    target: Tensor<Vec<A>>,
    over: B,
    weight: Tensor<Vec<B>>? = null,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
): Tensor<Vec<A>> = Tensor(crossEntropyOver(1, value, target.value, weight?.value, ignoreIndex, Reduction.NONE, labelSmoothing))

/** The cross-entropy of logits and class indices (int64), of every target; the classes are [over]. `[A, B, C] [A, C] -> [A, C]` */
@ShapeRule("[a, b, c] [a, c] weight:[b]? -> [a, c]")
@JvmName("crossEntropyEach3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.crossEntropyEach(
    target: Tensor<Mat<A, C>>,
    over: B,
    weight: Tensor<Vec<B>>? = null,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
): Tensor<Mat<A, C>> = Tensor(crossEntropyOver(1, value, target.value, weight?.value, ignoreIndex, Reduction.NONE, labelSmoothing))

/** The cross-entropy of logits and class indices (int64), of every target; the classes are [over]. `[A, B, C] [A, B] -> [A, B]` */
@ShapeRule("[a, b, c] [a, b] weight:[c]? -> [a, b]")
@JvmName("crossEntropyEach3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.crossEntropyEach(
    target: Tensor<Mat<A, B>>,
    over: C,
    weight: Tensor<Vec<C>>? = null,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
): Tensor<Mat<A, B>> = Tensor(crossEntropyOver(2, value, target.value, weight?.value, ignoreIndex, Reduction.NONE, labelSmoothing))

/** The cross-entropy of logits and class indices (int64), of every target; the classes are [over]. `[A, B, C, D] [A, C, D] -> [A, C, D]` */
@ShapeRule("[a, b, c, d] [a, c, d] weight:[b]? -> [a, c, d]")
@JvmName("crossEntropyEach4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.crossEntropyEach(
    target: Tensor<Cube<A, C, D>>,
    over: B,
    weight: Tensor<Vec<B>>? = null,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
): Tensor<Cube<A, C, D>> = Tensor(crossEntropyOver(1, value, target.value, weight?.value, ignoreIndex, Reduction.NONE, labelSmoothing))

/** The cross-entropy of logits and class indices (int64), of every target; the classes are [over]. `[A, B, C, D] [A, B, D] -> [A, B, D]` */
@ShapeRule("[a, b, c, d] [a, b, d] weight:[c]? -> [a, b, d]")
@JvmName("crossEntropyEach4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.crossEntropyEach(
    target: Tensor<Cube<A, B, D>>,
    over: C,
    weight: Tensor<Vec<C>>? = null,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
): Tensor<Cube<A, B, D>> = Tensor(crossEntropyOver(2, value, target.value, weight?.value, ignoreIndex, Reduction.NONE, labelSmoothing))

/** The cross-entropy of logits and class indices (int64), of every target; the classes are [over]. `[A, B, C, D] [A, B, C] -> [A, B, C]` */
@ShapeRule("[a, b, c, d] [a, b, c] weight:[d]? -> [a, b, c]")
@JvmName("crossEntropyEach4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.crossEntropyEach(
    target: Tensor<Cube<A, B, C>>,
    over: D,
    weight: Tensor<Vec<D>>? = null,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
): Tensor<Cube<A, B, C>> = Tensor(crossEntropyOver(3, value, target.value, weight?.value, ignoreIndex, Reduction.NONE, labelSmoothing))

/**
 * The cross-entropy of logits and class indices (int64), of every target; the classes are [over].
 * `[A, B, C, D, E] [A, C, D, E] -> [A, C, D, E]`
 */
@ShapeRule("[a, b, c, d, e] [a, c, d, e] weight:[b]? -> [a, c, d, e]")
@JvmName("crossEntropyEach5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.crossEntropyEach(
    target: Tensor<Rank4<A, C, D, E>>,
    over: B,
    weight: Tensor<Vec<B>>? = null,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
): Tensor<Rank4<A, C, D, E>> = Tensor(crossEntropyOver(1, value, target.value, weight?.value, ignoreIndex, Reduction.NONE, labelSmoothing))

/**
 * The cross-entropy of logits and class indices (int64), of every target; the classes are [over].
 * `[A, B, C, D, E] [A, B, D, E] -> [A, B, D, E]`
 */
@ShapeRule("[a, b, c, d, e] [a, b, d, e] weight:[c]? -> [a, b, d, e]")
@JvmName("crossEntropyEach5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.crossEntropyEach(
    target: Tensor<Rank4<A, B, D, E>>,
    over: C,
    weight: Tensor<Vec<C>>? = null,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
): Tensor<Rank4<A, B, D, E>> = Tensor(crossEntropyOver(2, value, target.value, weight?.value, ignoreIndex, Reduction.NONE, labelSmoothing))

/**
 * The cross-entropy of logits and class indices (int64), of every target; the classes are [over].
 * `[A, B, C, D, E] [A, B, C, E] -> [A, B, C, E]`
 */
@ShapeRule("[a, b, c, d, e] [a, b, c, e] weight:[d]? -> [a, b, c, e]")
@JvmName("crossEntropyEach5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.crossEntropyEach(
    target: Tensor<Rank4<A, B, C, E>>,
    over: D,
    weight: Tensor<Vec<D>>? = null,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
): Tensor<Rank4<A, B, C, E>> = Tensor(crossEntropyOver(3, value, target.value, weight?.value, ignoreIndex, Reduction.NONE, labelSmoothing))

/**
 * The cross-entropy of logits and class indices (int64), of every target; the classes are [over].
 * `[A, B, C, D, E] [A, B, C, D] -> [A, B, C, D]`
 */
@ShapeRule("[a, b, c, d, e] [a, b, c, d] weight:[e]? -> [a, b, c, d]")
@JvmName("crossEntropyEach5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.crossEntropyEach(
    target: Tensor<Rank4<A, B, C, D>>,
    over: E,
    weight: Tensor<Vec<E>>? = null,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
): Tensor<Rank4<A, B, C, D>> = Tensor(crossEntropyOver(4, value, target.value, weight?.value, ignoreIndex, Reduction.NONE, labelSmoothing))
