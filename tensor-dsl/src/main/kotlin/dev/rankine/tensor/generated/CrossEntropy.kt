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

/** The cross-entropy of logits and class indices (int64), the mean by default; the classes are the last axis. `[A] [] -> []` */
@ShapeRule("[a] [] weight:[a]? -> []")
@JvmName("crossEntropy1")
public fun <A : Dim<*>> Tensor<Vec<A>>.crossEntropy(
    target: Tensor<Scalar>,
    weight: Tensor<Vec<A>>? = null,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> =
    Tensor(crossEntropyOver(0, value, target.value, weight?.value, ignoreIndex, one("cross_entropy", reduction), labelSmoothing))

/** The cross-entropy of logits and class indices (int64), the mean by default; the classes are the last axis. `[A, B] [A] -> []` */
@ShapeRule("[a, b] [a] weight:[b]? -> []")
@JvmName("crossEntropy2")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.crossEntropy(
    target: Tensor<Vec<A>>,
    weight: Tensor<Vec<B>>? = null,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> =
    Tensor(crossEntropyOver(1, value, target.value, weight?.value, ignoreIndex, one("cross_entropy", reduction), labelSmoothing))

/** The cross-entropy of logits and class indices (int64), the mean by default; the classes are the last axis. `[A, B, C] [A, B] -> []` */
@ShapeRule("[a, b, c] [a, b] weight:[c]? -> []")
@JvmName("crossEntropy3")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.crossEntropy(
    target: Tensor<Mat<A, B>>,
    weight: Tensor<Vec<C>>? = null,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> =
    Tensor(crossEntropyOver(2, value, target.value, weight?.value, ignoreIndex, one("cross_entropy", reduction), labelSmoothing))

/**
 * The cross-entropy of logits and class indices (int64), the mean by default; the classes are the last axis.
 * `[A, B, C, D] [A, B, C] -> []`
 */
@ShapeRule("[a, b, c, d] [a, b, c] weight:[d]? -> []")
@JvmName("crossEntropy4")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.crossEntropy(
    target: Tensor<Cube<A, B, C>>,
    weight: Tensor<Vec<D>>? = null,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> =
    Tensor(crossEntropyOver(3, value, target.value, weight?.value, ignoreIndex, one("cross_entropy", reduction), labelSmoothing))

/**
 * The cross-entropy of logits and class indices (int64), the mean by default; the classes are the last axis.
 * `[A, B, C, D, E] [A, B, C, D] -> []`
 */
@ShapeRule("[a, b, c, d, e] [a, b, c, d] weight:[e]? -> []")
@JvmName("crossEntropy5")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.crossEntropy(
    target: Tensor<Rank4<A, B, C, D>>,
    weight: Tensor<Vec<E>>? = null,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> =
    Tensor(crossEntropyOver(4, value, target.value, weight?.value, ignoreIndex, one("cross_entropy", reduction), labelSmoothing))

/** The cross-entropy of logits and class indices (int64), the mean by default; the classes are [over]. `[A, B] [A] -> []` */
@ShapeRule("[a, b] [a] weight:[b]? -> []")
@JvmName("crossEntropy2B")
public fun <A : Dim<*>, B : Dim<*>> Tensor<Mat<A, B>>.crossEntropy(
    target: Tensor<Vec<A>>,
    over: B,
    weight: Tensor<Vec<B>>? = null,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> =
    Tensor(crossEntropyOver(1, value, target.value, weight?.value, ignoreIndex, one("cross_entropy", reduction), labelSmoothing))

/** The cross-entropy of logits and class indices (int64), the mean by default; the classes are [over]. `[A, B, C] [A, C] -> []` */
@ShapeRule("[a, b, c] [a, c] weight:[b]? -> []")
@JvmName("crossEntropy3B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.crossEntropy(
    target: Tensor<Mat<A, C>>,
    over: B,
    weight: Tensor<Vec<B>>? = null,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> =
    Tensor(crossEntropyOver(1, value, target.value, weight?.value, ignoreIndex, one("cross_entropy", reduction), labelSmoothing))

/** The cross-entropy of logits and class indices (int64), the mean by default; the classes are [over]. `[A, B, C] [A, B] -> []` */
@ShapeRule("[a, b, c] [a, b] weight:[c]? -> []")
@JvmName("crossEntropy3C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>> Tensor<Cube<A, B, C>>.crossEntropy(
    target: Tensor<Mat<A, B>>,
    over: C,
    weight: Tensor<Vec<C>>? = null,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> =
    Tensor(crossEntropyOver(2, value, target.value, weight?.value, ignoreIndex, one("cross_entropy", reduction), labelSmoothing))

/** The cross-entropy of logits and class indices (int64), the mean by default; the classes are [over]. `[A, B, C, D] [A, C, D] -> []` */
@ShapeRule("[a, b, c, d] [a, c, d] weight:[b]? -> []")
@JvmName("crossEntropy4B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.crossEntropy(
    target: Tensor<Cube<A, C, D>>,
    over: B,
    weight: Tensor<Vec<B>>? = null,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> =
    Tensor(crossEntropyOver(1, value, target.value, weight?.value, ignoreIndex, one("cross_entropy", reduction), labelSmoothing))

/** The cross-entropy of logits and class indices (int64), the mean by default; the classes are [over]. `[A, B, C, D] [A, B, D] -> []` */
@ShapeRule("[a, b, c, d] [a, b, d] weight:[c]? -> []")
@JvmName("crossEntropy4C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.crossEntropy(
    target: Tensor<Cube<A, B, D>>,
    over: C,
    weight: Tensor<Vec<C>>? = null,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> =
    Tensor(crossEntropyOver(2, value, target.value, weight?.value, ignoreIndex, one("cross_entropy", reduction), labelSmoothing))

/** The cross-entropy of logits and class indices (int64), the mean by default; the classes are [over]. `[A, B, C, D] [A, B, C] -> []` */
@ShapeRule("[a, b, c, d] [a, b, c] weight:[d]? -> []")
@JvmName("crossEntropy4D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>> Tensor<Rank4<A, B, C, D>>.crossEntropy(
    target: Tensor<Cube<A, B, C>>,
    over: D,
    weight: Tensor<Vec<D>>? = null,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> =
    Tensor(crossEntropyOver(3, value, target.value, weight?.value, ignoreIndex, one("cross_entropy", reduction), labelSmoothing))

/**
 * The cross-entropy of logits and class indices (int64), the mean by default; the classes are [over].
 * `[A, B, C, D, E] [A, C, D, E] -> []`
 */
@ShapeRule("[a, b, c, d, e] [a, c, d, e] weight:[b]? -> []")
@JvmName("crossEntropy5B")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.crossEntropy(
    target: Tensor<Rank4<A, C, D, E>>,
    over: B,
    weight: Tensor<Vec<B>>? = null,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> =
    Tensor(crossEntropyOver(1, value, target.value, weight?.value, ignoreIndex, one("cross_entropy", reduction), labelSmoothing))

/**
 * The cross-entropy of logits and class indices (int64), the mean by default; the classes are [over].
 * `[A, B, C, D, E] [A, B, D, E] -> []`
 */
@ShapeRule("[a, b, c, d, e] [a, b, d, e] weight:[c]? -> []")
@JvmName("crossEntropy5C")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.crossEntropy(
    target: Tensor<Rank4<A, B, D, E>>,
    over: C,
    weight: Tensor<Vec<C>>? = null,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> =
    Tensor(crossEntropyOver(2, value, target.value, weight?.value, ignoreIndex, one("cross_entropy", reduction), labelSmoothing))

/**
 * The cross-entropy of logits and class indices (int64), the mean by default; the classes are [over].
 * `[A, B, C, D, E] [A, B, C, E] -> []`
 */
@ShapeRule("[a, b, c, d, e] [a, b, c, e] weight:[d]? -> []")
@JvmName("crossEntropy5D")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.crossEntropy(
    target: Tensor<Rank4<A, B, C, E>>,
    over: D,
    weight: Tensor<Vec<D>>? = null,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> =
    Tensor(crossEntropyOver(3, value, target.value, weight?.value, ignoreIndex, one("cross_entropy", reduction), labelSmoothing))

/**
 * The cross-entropy of logits and class indices (int64), the mean by default; the classes are [over].
 * `[A, B, C, D, E] [A, B, C, D] -> []`
 */
@ShapeRule("[a, b, c, d, e] [a, b, c, d] weight:[e]? -> []")
@JvmName("crossEntropy5E")
public fun <A : Dim<*>, B : Dim<*>, C : Dim<*>, D : Dim<*>, E : Dim<*>> Tensor<Rank5<A, B, C, D, E>>.crossEntropy(
    target: Tensor<Rank4<A, B, C, D>>,
    over: E,
    weight: Tensor<Vec<E>>? = null,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> =
    Tensor(crossEntropyOver(4, value, target.value, weight?.value, ignoreIndex, one("cross_entropy", reduction), labelSmoothing))
