package dev.rankine.tensor

import dev.rankine.ops.Reduction
import dev.rankine.ops.binaryCrossEntropy
import dev.rankine.ops.binaryCrossEntropyWithLogits
import dev.rankine.ops.huberLoss
import dev.rankine.ops.klDiv
import dev.rankine.ops.smoothL1Loss
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule

private const val FITS_WEIGHT = "broadcast(s, v) == s \"a weight does not fit\""

private const val FIT_WEIGHTS = "$FITS_WEIGHT, broadcast(s, w) == s \"a weight does not fit\""

// Losses of one shape: input and target have it, and what ends in Each gives it. Where a reduction is taken, it is the mean or the sum.

/**
 * With `d = |input - target|`: `d^2 / (2 beta)` where `d < beta`, else `d - beta / 2`; its mean by default. `[*p] [*p] -> []`
 *
 * @throws IllegalArgumentException if [beta] is negative.
 */
@ShapeRule("input:s target:s -> []")
public fun <S : Shape> smoothL1Loss(
    input: Tensor<S>,
    target: Tensor<S>,
    beta: Double = 1.0,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> = Tensor(smoothL1Loss(input.value, target.value, one("smooth_l1_loss", reduction), beta))

/** [smoothL1Loss] of every element. `[*p] [*p] -> [*p]` */
@ShapeRule("input:s target:s -> s")
public fun <S : Shape> smoothL1LossEach(input: Tensor<S>, target: Tensor<S>, beta: Double = 1.0): Tensor<S> =
    Tensor(smoothL1Loss(input.value, target.value, Reduction.NONE, beta))

/**
 * With `d = |input - target|`: `d^2 / 2` where `d <= delta`, else `delta * (d - delta / 2)`; its mean by default. `[*p] [*p] -> []`
 *
 * @throws IllegalArgumentException if [delta] is not positive.
 */
@ShapeRule("input:s target:s -> []")
public fun <S : Shape> huberLoss(
    input: Tensor<S>,
    target: Tensor<S>,
    delta: Double = 1.0,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> = Tensor(huberLoss(input.value, target.value, one("huber_loss", reduction), delta))

/** [huberLoss] of every element. `[*p] [*p] -> [*p]` */
@ShapeRule("input:s target:s -> s")
public fun <S : Shape> huberLossEach(input: Tensor<S>, target: Tensor<S>, delta: Double = 1.0): Tensor<S> =
    Tensor(huberLoss(input.value, target.value, Reduction.NONE, delta))

/**
 * `-weight * (target log(input) + (1 - target) log(1 - input))` of probabilities, its mean by default. `[*p] [*p] -> []`
 *
 * @param weight broadcasts to the shape.
 * @throws ShapeException if input and target have different sizes, or if [weight] does not broadcast to them.
 */
@ShapeRule("input:s target:s weight:v? -> [] where $FITS_WEIGHT")
public fun <S : Shape> binaryCrossEntropy(
    input: Tensor<S>,
    target: Tensor<S>,
    weight: Tensor<out S>? = null,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> = Tensor(binaryCrossEntropy(input.value, target.value, weight?.value, one("binary_cross_entropy", reduction)))

/** [binaryCrossEntropy] of every element; throws what it throws. `[*p] [*p] -> [*p]` */
@ShapeRule("input:s target:s weight:v? -> s where $FITS_WEIGHT")
public fun <S : Shape> binaryCrossEntropyEach(input: Tensor<S>, target: Tensor<S>, weight: Tensor<out S>? = null): Tensor<S> =
    Tensor(binaryCrossEntropy(input.value, target.value, weight?.value, Reduction.NONE))

/**
 * [binaryCrossEntropy] of `sigmoid(input)`, without overflow; its mean by default. `[*p] [*p] -> []`
 *
 * @param weight multiplies the losses; broadcasts to the shape.
 * @param posWeight multiplies the losses of positive targets; broadcasts to the shape.
 * @throws ShapeException if input and target have different sizes, or if a weight does not broadcast to them.
 */
@ShapeRule("input:s target:s weight:v? posWeight:w? -> [] where $FIT_WEIGHTS")
public fun <S : Shape> binaryCrossEntropyWithLogits(
    input: Tensor<S>,
    target: Tensor<S>,
    weight: Tensor<out S>? = null,
    posWeight: Tensor<out S>? = null,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> {
    val wanted = one("binary_cross_entropy_with_logits", reduction)
    return Tensor(binaryCrossEntropyWithLogits(input.value, target.value, weight?.value, posWeight?.value, wanted))
}

/** [binaryCrossEntropyWithLogits] of every element; throws what it throws. `[*p] [*p] -> [*p]` */
@ShapeRule("input:s target:s weight:v? posWeight:w? -> s where $FIT_WEIGHTS")
public fun <S : Shape> binaryCrossEntropyWithLogitsEach(
    input: Tensor<S>,
    target: Tensor<S>,
    weight: Tensor<out S>? = null,
    posWeight: Tensor<out S>? = null,
): Tensor<S> = Tensor(binaryCrossEntropyWithLogits(input.value, target.value, weight?.value, posWeight?.value, Reduction.NONE))

/**
 * `target * (log(target) - input)`, its mean over all elements by default; [input] are logarithms of probabilities, and so is [target] with
 * [logTarget]. The divergence per example has [Reduction.BATCH_MEAN]. `[*p] [*p] -> []`
 */
@ShapeRule("input:s target:s -> []")
public fun <S : Shape> klDiv(
    input: Tensor<S>,
    target: Tensor<S>,
    reduction: Reduction = Reduction.MEAN,
    logTarget: Boolean = false,
): Tensor<Scalar> = Tensor(klDiv(input.value, target.value, one("kl_div", reduction), logTarget))

/** [klDiv] of every element. `[*p] [*p] -> [*p]` */
@ShapeRule("input:s target:s -> s")
public fun <S : Shape> klDivEach(input: Tensor<S>, target: Tensor<S>, logTarget: Boolean = false): Tensor<S> =
    Tensor(klDiv(input.value, target.value, Reduction.NONE, logTarget))
