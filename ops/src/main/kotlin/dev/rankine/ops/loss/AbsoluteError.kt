@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

/** How the losses of the elements are put together ([reduction]), and the distance up to which the loss is quadratic ([threshold]). */
public data class ThresholdLossAttributes(public val reduction: Reduction, public val threshold: Double)

/** The absolute difference. The row behind [l1Loss]. */
public val l1LossOp: Op2<LossAttributes> =
    composite2("l1_loss", Names("nn.functional.l1_loss"), prepare = floatingPreparation) { attributes, input, target ->
        reduced(abs(input - target), attributes.reduction)
    }

/** Quadratic near zero, of slope one beyond. The row behind [smoothL1Loss]. */
public val smoothL1LossOp: Op2<ThresholdLossAttributes> =
    composite2("smooth_l1_loss", Names("nn.functional.smooth_l1_loss"), prepare = floatingPreparation) { attributes, input, target ->
        val beta = attributes.threshold
        val difference = input - target
        val distance = abs(difference)
        val isNear = lt(distance, constant(distance, beta))
        reduced(where(isNear, difference * difference * (0.5 / beta), distance - 0.5 * beta), attributes.reduction)
    }

/** Quadratic near zero, linear beyond with the slope reached there. The row behind [huberLoss]. */
public val huberLossOp: Op2<ThresholdLossAttributes> =
    composite2("huber_loss", Names("nn.functional.huber_loss"), prepare = floatingPreparation) { attributes, input, target ->
        val delta = attributes.threshold
        val difference = input - target
        val distance = abs(difference)
        val isNear = le(distance, constant(distance, delta))
        reduced(where(isNear, difference * difference * 0.5, (distance - 0.5 * delta) * delta), attributes.reduction)
    }

/**
 * `|input - target|`, its mean by default. `[*p] [*p] -> []`, or `[*p]` without a reduction. The gradient is zero where they are equal.
 *
 * @throws dev.rankine.shapes.ShapeException if the sizes differ; nothing is broadcast.
 */
@ShapeRule(LOSS_RULE)
@JvmOverloads
public fun l1Loss(input: Value, target: Value, reduction: Reduction = Reduction.MEAN): Value {
    checkSameSizes("l1_loss", input, target)
    return l1LossOp(LossAttributes(reduction), input, target)
}

/**
 * With `d = |input - target|`: `d^2 / (2 beta)` where `d < beta`, else `d - beta / 2`; its mean by default. With [beta] 0 this is [l1Loss].
 * `[*p] [*p] -> []`, or `[*p]` without a reduction.
 *
 * @throws dev.rankine.shapes.ShapeException if the sizes differ; nothing is broadcast.
 * @throws IllegalArgumentException if [beta] is negative.
 */
@ShapeRule(LOSS_RULE)
@JvmOverloads
public fun smoothL1Loss(input: Value, target: Value, reduction: Reduction = Reduction.MEAN, beta: Double = 1.0): Value {
    require(beta >= 0) { "smooth_l1_loss: beta cannot be negative: $beta" }
    checkSameSizes("smooth_l1_loss", input, target)
    if (beta == 0.0) return l1LossOp(LossAttributes(reduction), input, target)
    return smoothL1LossOp(ThresholdLossAttributes(reduction, beta), input, target)
}

/**
 * With `d = |input - target|`: `d^2 / 2` where `d <= delta`, else `delta * (d - delta / 2)`; its mean by default.
 * `[*p] [*p] -> []`, or `[*p]` without a reduction. Huber, Ann. Math. Statist. 35 (1964).
 *
 * @throws dev.rankine.shapes.ShapeException if the sizes differ; nothing is broadcast.
 * @throws IllegalArgumentException if [delta] is not positive.
 */
@ShapeRule(LOSS_RULE)
@JvmOverloads
public fun huberLoss(input: Value, target: Value, reduction: Reduction = Reduction.MEAN, delta: Double = 1.0): Value {
    require(delta > 0) { "huber_loss: delta must be positive: $delta" }
    checkSameSizes("huber_loss", input, target)
    return huberLossOp(ThresholdLossAttributes(reduction, delta), input, target)
}
