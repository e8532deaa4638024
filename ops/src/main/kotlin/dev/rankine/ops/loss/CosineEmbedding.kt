@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** The cosine of two vectors, turned into a loss by the target. The row behind [cosineEmbeddingLoss]. */
public val cosineEmbeddingLossOp: Op3<MarginAttributes> =
    composite3("cosine_embedding_loss", Names("nn.functional.cosine_embedding_loss")) { attributes, first, second, target ->
        val axis = listOf(-1)
        val squares = (sum(first * first, axis) + TINY_SQUARE) * (sum(second * second, axis) + TINY_SQUARE)
        val cosine = sum(first * second, axis) / sqrt(squares)
        val similar = where(eq(target, constant(target, 1)), 1.0 - cosine, 0.0)
        val different = where(eq(target, constant(target, -1)), atLeastZero(cosine - attributes.margin), 0.0)
        reduced(similar + different, attributes.reduction)
    }

/**
 * With the cosine `c` of the angle between the rows of [first] and [second]: `1 - c` where [target] is 1, `max(0, c - margin)` where it is
 * -1, its mean by default. `[N, D] [N, D] [N] -> []`, or `[N]` without a reduction; one pair is `[D] [D] []`.
 *
 * @throws ShapeException if the sizes do not fit; nothing is broadcast.
 * @throws IllegalArgumentException if [margin] is no cosine.
 */
@ShapeRule(
    "first:s second:s target:t reduction=1 -> part(t, 0, rank(t)*(1 - min(reduction, 1))) where " +
        "rank(s) >= 1 \"a vector needs an axis\", rank(s) <= 2 \"too many axes\", " +
        "t == part(s, 0, rank(s) - 1) \"target has not one number per pair\"",
)
@JvmOverloads
public fun cosineEmbeddingLoss(
    first: Value,
    second: Value,
    target: Value,
    margin: Double = 0.0,
    reduction: Reduction = Reduction.MEAN,
): Value {
    val op = "cosine_embedding_loss"
    require(margin in -1.0..1.0) { "$op: the margin is a cosine, from -1 to 1: $margin" }
    checkSameSizes(op, "first" to first, "second" to second)
    if (first.rank !in 1..2 || target.sizes != Sizes.of(first.sizes.toList().dropLast(1))) {
        throw ShapeException(
            "$op: needs vectors and one target, or one row and one target per pair",
            listOf("first" to first.sizes, "second" to second.sizes, "target" to target.sizes),
        )
    }
    return cosineEmbeddingLossOp(MarginAttributes(reduction, margin), floating(first), floating(second), target)
}

/** [x], or its numbers as the default floating type if they are none. */
internal fun floating(x: Value): Value = if (x.dtype.isFloating) x else to(x, DType.DEFAULT)

/** What keeps the cosine of a vector of zeros a number. */
private const val TINY_SQUARE = 1e-12
