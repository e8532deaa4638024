@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** The weight of positive targets ([alpha], null for none), how little easy ones count ([gamma]), and the [reduction]. */
public data class FocalAttributes(public val reduction: Reduction, public val alpha: Double?, public val gamma: Double)

/** Binary cross entropy that counts little where it is small. The row behind [sigmoidFocalLoss]. */
public val sigmoidFocalLossOp: Op2<FocalAttributes> =
    composite2("sigmoid_focal_loss", Names("torchvision.ops.sigmoid_focal_loss"), prepare = floatingPreparation) { attributes, x, target ->
        val (reduction, alpha, gamma) = attributes
        val cross = binaryCrossEntropyWithLogitsOp(LossAttributes(Reduction.NONE), x, target)
        val missed = sigmoid(x) * (1.0 - target) + sigmoid(-x) * target
        val focused = cross * focus(missed, gamma)
        reduced(if (alpha == null) focused else focused * (target * (2 * alpha - 1) + (1 - alpha)), reduction)
    }

/**
 * `missed^gamma`, from the probability that is [missed] of the target. Where nothing is missed the gradient of the loss tends to zero, but that of
 * the power may be infinite: zero is put there.
 */
private fun focus(missed: Value, gamma: Double): Value {
    if (gamma == 0.0) return onesLike(missed)
    if (gamma == 2.0) return missed * missed
    val isMissed = gt(missed, constant(missed, 0))
    return where(isMissed, pow(where(isMissed, missed, 1.0), gamma), 0.0)
}

/**
 * The focal loss of `p = sigmoid(input)`: with `q` the probability given to the target, `-alpha' (1 - q)^gamma log(q)`, its mean by default,
 * where `alpha'` is [alpha] for target 1 and `1 - alpha` for target 0. With [gamma] 0 and no [alpha] it is [binaryCrossEntropyWithLogits].
 * `[*p] [*p] -> []`, or `[*p]` without a reduction. Lin et al., arXiv:1708.02002.
 *
 * @param alpha null leaves positive and negative targets equal.
 * @throws dev.rankine.shapes.ShapeException if the sizes differ; nothing is broadcast.
 * @throws IllegalArgumentException if [alpha] is not from 0 to 1, or [gamma] is negative.
 */
@ShapeRule(LOSS_RULE)
@JvmOverloads
public fun sigmoidFocalLoss(
    input: Value,
    target: Value,
    alpha: Double? = 0.25,
    gamma: Double = 2.0,
    reduction: Reduction = Reduction.MEAN,
): Value {
    val op = "sigmoid_focal_loss"
    require(alpha == null || alpha in 0.0..1.0) { "$op: alpha is a share from 0 to 1: $alpha" }
    require(gamma >= 0) { "$op: gamma cannot be negative: $gamma" }
    checkSameSizes(op, input, target)
    return sigmoidFocalLossOp(FocalAttributes(reduction, alpha, gamma), input, target)
}

/**
 * The focal loss of several classes: with `q` the probability that the softmax of [input] gives to the target, `-(1 - q)^gamma log(q)`; its mean by
 * default. With [gamma] 0 it is [crossEntropy].
 * `[N, C, *d] [N, *d] -> []`, or `[N, *d]` without a reduction; one example is `[C] []`. Lin et al., arXiv:1708.02002.
 *
 * @param target class numbers.
 * @param weight `[C]`, multiplies the losses of a class; the mean is weighted by it.
 * @param ignoreIndex targets equal to it have no loss and do not count in the mean.
 * @throws dev.rankine.shapes.ShapeException if sizes do not fit, or a target is no class.
 * @throws dev.rankine.shapes.DTypeException if the input is not floating or the target is not of integers.
 * @throws IllegalArgumentException if [gamma] is negative.
 */
@ShapeRule(CLASS_LOSS_RULE)
@JvmOverloads
public fun focalLoss(
    input: Value,
    target: Value,
    gamma: Double = 2.0,
    weight: Value? = null,
    ignoreIndex: Long = -100,
    reduction: Reduction = Reduction.MEAN,
): Value {
    require(gamma >= 0) { "focal_loss: gamma cannot be negative: $gamma" }
    if (input.rank == 1 && target.rank == 0) {
        return reshape(focalLoss(unsqueeze(input, 0), unsqueeze(target, 0), gamma, weight, ignoreIndex, reduction), Sizes.SCALAR)
    }
    val attributes = NllAttributes(ignoreIndex)
    val cross = crossEntropyOp(CrossEntropyAttributes(ignoreIndex, Reduction.NONE), input, target)
    return weighted("focal_loss", cross * focus(-expm1(-cross), gamma), input, target, weight, attributes, reduction)
}
