@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

/** The weight of positive targets ([alpha], null for none), how little easy ones count ([gamma]), and the [reduction]. */
public data class FocalAttributes(public val reduction: Reduction, public val alpha: Double?, public val gamma: Double)

/** Binary cross entropy that counts little where it is small. The row behind [sigmoidFocalLoss]. */
public val sigmoidFocalLossOp: Op2<FocalAttributes> =
    composite2("sigmoid_focal_loss", Names("torchvision.ops.sigmoid_focal_loss"), prepare = floatingPreparation) { attributes, x, target ->
        val (reduction, alpha, gamma) = attributes
        val cross = binaryCrossEntropyWithLogitsOp(LossAttributes(Reduction.NONE), x, target)
        val missed = sigmoid(x) * (1.0 - target) + sigmoid(-x) * target
        val focused = if (gamma == 0.0) cross else cross * (if (gamma == 2.0) missed * missed else pow(missed, gamma))
        reduced(if (alpha == null) focused else focused * (target * (2 * alpha - 1) + (1 - alpha)), reduction)
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
