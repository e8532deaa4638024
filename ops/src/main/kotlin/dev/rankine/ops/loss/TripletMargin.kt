@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule

/**
 * The distance that is far enough ([margin]), the norm ([distance]), whether the negative may be measured
 * from the positive ([swap]), and the [reduction].
 */
public data class TripletAttributes(
    public val reduction: Reduction,
    public val margin: Double,
    public val distance: PairwiseDistanceAttributes,
    public val swap: Boolean,
)

/** How much nearer than the margin the negative is, compared with the positive. The row behind [tripletMarginLoss]. */
public val tripletMarginLossOp: Op3<TripletAttributes> =
    composite3(
        "triplet_margin_loss",
        Names("nn.functional.triplet_margin_loss"),
        prepare = floatingPreparation,
    ) { attributes, anchor, positive, negative ->
        val distance = { a: Value, b: Value -> pairwiseDistanceOp(attributes.distance, a, b) }
        reduced(triplet(anchor, positive, negative, attributes.margin, attributes.swap, distance), attributes.reduction)
    }

/**
 * `max(0, d(anchor, positive) - d(anchor, negative) + margin)` with the distances of [pairwiseDistance], its mean by default.
 * `[*p, D] [*p, D] [*p, D] -> []`, or `[*p]` without a reduction. Balntas et al., BMVC 2016.
 *
 * @param swap whether the negative is measured from the positive where that is nearer to it.
 * @throws ShapeException if the sizes differ, which are not broadcast, or there is no axis.
 * @throws IllegalArgumentException if [margin] or [p] is not positive.
 */
@ShapeRule(
    "anchor:s positive:s negative:s reduction=1 -> part(s, 0, (rank(s) - 1)*(1 - min(reduction, 1))) where " +
        "rank(s) >= 1 \"a vector needs an axis\"",
)
@JvmOverloads
public fun tripletMarginLoss(
    anchor: Value,
    positive: Value,
    negative: Value,
    margin: Double = 1.0,
    p: Double = 2.0,
    eps: Double = 1e-6,
    swap: Boolean = false,
    reduction: Reduction = Reduction.MEAN,
): Value {
    val op = "triplet_margin_loss"
    require(p > 0) { "$op: the power of a norm must be positive: $p" }
    checkTriplet(op, anchor, positive, negative, margin)
    if (anchor.rank == 0) throw ShapeException("$op: a vector needs an axis", listOf("anchor" to anchor.sizes))
    val attributes = TripletAttributes(reduction, margin, PairwiseDistanceAttributes(p, eps, keepDim = false), swap)
    return tripletMarginLossOp(attributes, anchor, positive, negative)
}

/**
 * As [tripletMarginLoss], with any [distance], such as `{ a, b -> 1.0 - cosineSimilarity(a, b) }`; its result is what is put together.
 *
 * @throws ShapeException if the sizes differ.
 * @throws IllegalArgumentException if [margin] is not positive.
 */
@JvmOverloads
public fun tripletMarginWithDistanceLoss(
    anchor: Value,
    positive: Value,
    negative: Value,
    margin: Double = 1.0,
    swap: Boolean = false,
    reduction: Reduction = Reduction.MEAN,
    distance: (Value, Value) -> Value = { a, b -> pairwiseDistance(a, b) },
): Value {
    checkTriplet("triplet_margin_with_distance_loss", anchor, positive, negative, margin)
    return reduced(triplet(anchor, positive, negative, margin, swap, distance), reduction)
}

private fun checkTriplet(op: String, anchor: Value, positive: Value, negative: Value, margin: Double) {
    require(margin > 0) { "$op: the margin must be positive: $margin" }
    checkSameSizes(op, "anchor" to anchor, "positive" to positive, "negative" to negative)
}

private inline fun triplet(a: Value, positive: Value, negative: Value, margin: Double, swap: Boolean, d: (Value, Value) -> Value): Value {
    val far = d(a, negative)
    return atLeastZero(d(a, positive) - (if (swap) minimum(far, d(positive, negative)) else far) + margin)
}
