@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

/** How the losses of the elements are put together ([reduction]), and the distance that is far enough ([margin]). */
public data class MarginAttributes(public val reduction: Reduction, public val margin: Double)

/** The input where the target is 1, what it lacks of the margin where it is -1. The row behind [hingeEmbeddingLoss]. */
public val hingeEmbeddingLossOp: Op2<MarginAttributes> =
    composite2(
        "hinge_embedding_loss",
        Names("nn.functional.hinge_embedding_loss"),
        prepare = floatingPreparation,
    ) { attributes, x, target ->
        val similar = where(ne(target, constant(target, -1.0)), x, 0.0)
        val different = where(ne(target, constant(target, 1.0)), atLeastZero(attributes.margin - x), 0.0)
        reduced(similar + different, attributes.reduction)
    }

/**
 * `input` where [target] is 1, `max(0, margin - input)` where it is -1, its mean by default: [input] are distances of pairs that are alike
 * or not. `[*p] [*p] -> []`, or `[*p]` without a reduction.
 *
 * @throws dev.rankine.shapes.ShapeException if the sizes differ; nothing is broadcast.
 */
@ShapeRule(LOSS_RULE)
@JvmOverloads
public fun hingeEmbeddingLoss(input: Value, target: Value, margin: Double = 1.0, reduction: Reduction = Reduction.MEAN): Value {
    checkSameSizes("hinge_embedding_loss", input, target)
    return hingeEmbeddingLossOp(MarginAttributes(reduction, margin), input, target)
}

/** `max(0, x)`, with the slope of one at zero. */
internal fun atLeastZero(x: Value): Value = clampMin(x, constant(x, 0.0))
