package dev.rankine.tensor

import dev.rankine.ops.Reduction
import dev.rankine.ops.crossEntropy
import dev.rankine.ops.l1Loss
import dev.rankine.ops.mseLoss
import dev.rankine.ops.nllLoss
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/**
 * The cross-entropy of logits and class indices (int64), their mean by default. `[N, C] [N] -> []`
 *
 * More axes, classes that are not last, and the losses of the rows: `input.crossEntropy(target)`, `input.crossEntropyEach(target)`.
 *
 * @param ignoreIndex rows with this class do not count.
 * @param labelSmoothing the part of the target that is spread over all classes.
 * @param weight `[C]`: what the losses of a class are multiplied by; the mean is weighted by it.
 * @param reduction the mean or the sum.
 */
@ShapeRule("[n, c] [n] weight:[c]? -> []")
public fun <N : Dim<*>, C : Dim<*>> crossEntropy(
    input: Tensor<Mat<N, C>>,
    target: Tensor<Vec<N>>,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
    weight: Tensor<Vec<C>>? = null,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> =
    Tensor(crossEntropy(input.value, target.value, weight?.value, ignoreIndex, one("cross_entropy", reduction), labelSmoothing))

/**
 * The negative log-likelihood of log-probabilities and class indices (int64), the mean by default. `[N, C] [N] -> []`
 *
 * More axes, classes that are not last, and the losses of the rows: `input.nllLoss(target)`, `input.nllLossEach(target)`.
 *
 * @param ignoreIndex rows with this class do not count.
 * @param weight `[C]`: what the losses of a class are multiplied by; the mean is weighted by it.
 * @param reduction the mean or the sum.
 */
@ShapeRule("[n, c] [n] weight:[c]? -> []")
public fun <N : Dim<*>, C : Dim<*>> nllLoss(
    input: Tensor<Mat<N, C>>,
    target: Tensor<Vec<N>>,
    ignoreIndex: Long = -100,
    weight: Tensor<Vec<C>>? = null,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> = Tensor(nllLoss(input.value, target.value, weight?.value, ignoreIndex, one("nll_loss", reduction)))

/** `(input - target)^2`, its mean by default; both have one shape. [reduction] is the mean or the sum. `[*p] [*p] -> []` */
@ShapeRule("input:s target:s -> []")
public fun <S : Shape> mseLoss(input: Tensor<S>, target: Tensor<S>, reduction: Reduction = Reduction.MEAN): Tensor<Scalar> =
    Tensor(mseLoss(input.value, target.value, one("mse_loss", reduction)))

/** `(input - target)^2` of every element; both have one shape. `[*p] [*p] -> [*p]` */
@ShapeRule("input:s target:s -> s")
public fun <S : Shape> mseLossEach(input: Tensor<S>, target: Tensor<S>): Tensor<S> =
    Tensor(mseLoss(input.value, target.value, Reduction.NONE))

/** `|input - target|`, its mean by default; both have one shape. [reduction] is the mean or the sum. `[*p] [*p] -> []` */
@ShapeRule("input:s target:s -> []")
public fun <S : Shape> l1Loss(input: Tensor<S>, target: Tensor<S>, reduction: Reduction = Reduction.MEAN): Tensor<Scalar> =
    Tensor(l1Loss(input.value, target.value, one("l1_loss", reduction)))

/** `|input - target|` of every element; both have one shape. `[*p] [*p] -> [*p]` */
@ShapeRule("input:s target:s -> s")
public fun <S : Shape> l1LossEach(input: Tensor<S>, target: Tensor<S>): Tensor<S> =
    Tensor(l1Loss(input.value, target.value, Reduction.NONE))

/**
 * [reduction], which must leave one number.
 *
 * @throws IllegalArgumentException if it leaves the losses of all elements: these have another type.
 */
internal fun one(op: String, reduction: Reduction): Reduction {
    require(reduction != Reduction.NONE) { "$op: reduction NONE leaves more than one number\n  hint: the same name with Each gives them" }
    return reduction
}
