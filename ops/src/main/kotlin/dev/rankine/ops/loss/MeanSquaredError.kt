@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

/** The square of the difference. The row behind [mseLoss]. */
public val mseLossOp: Op2<LossAttributes> =
    composite2(
        "mse_loss",
        Names("nn.functional.mse_loss"),
        gradients(
            gradient { (a - b) * (unreduced(dy, a, attributes.reduction) * 2.0) },
            gradient { (b - a) * (unreduced(dy, a, attributes.reduction) * 2.0) },
        ),
        null,
        floatingPreparation,
    ) { attributes, input, target ->
        val difference = input - target
        reduced(difference * difference, attributes.reduction)
    }

/**
 * `(input - target)^2`, its mean by default. `[*p] [*p] -> []`, or `[*p]` without a reduction.
 *
 * @throws dev.rankine.shapes.ShapeException if the sizes differ; nothing is broadcast.
 */
@ShapeRule(LOSS_RULE)
@JvmOverloads
public fun mseLoss(input: Value, target: Value, reduction: Reduction = Reduction.MEAN): Value {
    checkSameSizes("mse_loss", input, target)
    return mseLossOp(LossAttributes(reduction), input, target)
}
