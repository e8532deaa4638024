@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

/** What the difference of two scores lacks of the margin, in the direction of the target. The row behind [marginRankingLoss]. */
public val marginRankingLossOp: Op3<MarginAttributes> =
    composite3(
        "margin_ranking_loss",
        Names("nn.functional.margin_ranking_loss"),
        prepare = floatingPreparation,
    ) { attributes, first, second, target ->
        reduced(atLeastZero(-target * (first - second) + attributes.margin), attributes.reduction)
    }

/**
 * `max(0, -target * (first - second) + margin)`, its mean by default: [first] ranks higher where [target] is 1, [second] where it is -1.
 * `[*p] [*p] [*p] -> []`, or `[*p]` without a reduction.
 *
 * @throws dev.rankine.shapes.ShapeException if the sizes differ; nothing is broadcast.
 */
@ShapeRule("first:s second:s target:s reduction=1 -> $REDUCED")
@JvmOverloads
public fun marginRankingLoss(
    first: Value,
    second: Value,
    target: Value,
    margin: Double = 0.0,
    reduction: Reduction = Reduction.MEAN,
): Value {
    checkSameSizes("margin_ranking_loss", "first" to first, "second" to second, "target" to target)
    return marginRankingLossOp(MarginAttributes(reduction, margin), first, second, target)
}
