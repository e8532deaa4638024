@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule

/** `log(1 + exp(-target * input))`. The row behind [softMarginLoss]. */
public val softMarginLossOp: Op2<LossAttributes> =
    composite2("soft_margin_loss", Names("nn.functional.soft_margin_loss"), prepare = floatingPreparation) { attributes, x, target ->
        reduced(-logSigmoid(target * x), attributes.reduction)
    }

/** Binary cross entropy of the sigmoid of every class. The row behind [multiLabelSoftMarginLoss], whose mean over the classes comes later. */
public val multiLabelSoftMarginLossOp: Op2<Unit> =
    composite2(
        "multilabel_soft_margin_loss",
        Names("nn.functional.multilabel_soft_margin_loss"),
        prepare = floatingPreparation,
    ) { _, x, target ->
        -(target * logSigmoid(x) + (1.0 - target) * logSigmoid(-x))
    }

/**
 * `log(1 + exp(-target * input))`, its mean by default: [target] is 1 or -1. `[*p] [*p] -> []`, or `[*p]` without a reduction.
 *
 * @throws ShapeException if the sizes differ; nothing is broadcast.
 */
@ShapeRule(LOSS_RULE)
@JvmOverloads
public fun softMarginLoss(input: Value, target: Value, reduction: Reduction = Reduction.MEAN): Value {
    checkSameSizes("soft_margin_loss", input, target)
    return softMarginLossOp(LossAttributes(reduction), input, target)
}

/**
 * The binary cross entropy of `sigmoid(input)`, averaged over the classes, the last axis; then its mean over the examples by default.
 * [target] is 1 for classes that are there, else 0. `[N, C] [N, C] -> []`, or `[N]` without a reduction; one example is `[C] [C]`.
 *
 * @param weight multiplies the losses of the classes; broadcasts to the sizes of the input.
 * @throws ShapeException if the sizes differ, which are not broadcast, if there is no axis, or if [weight] does not broadcast to them.
 */
@ShapeRule(
    "input:s target:s weight:v? reduction=1 -> part(s, 0, (rank(s) - 1)*(1 - min(reduction, 1))) where " +
        "rank(s) >= 1 \"a scalar has no classes\", broadcast(s, v) == s \"a weight does not fit\"",
)
@JvmOverloads
public fun multiLabelSoftMarginLoss(input: Value, target: Value, weight: Value? = null, reduction: Reduction = Reduction.MEAN): Value {
    val op = "multilabel_soft_margin_loss"
    if (input.rank == 0) throw ShapeException("$op: a scalar has no classes", listOf("input" to input.sizes))
    checkSameSizes(op, input, target)
    checkWeight(op, "weight", weight, input)
    val losses = multiLabelSoftMarginLossOp(Unit, input, target)
    return reduced(mean(if (weight != null) losses * weight else losses, listOf(-1)), reduction)
}
