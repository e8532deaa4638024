@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule

/** The power of the norm ([p], infinity for the largest difference), what is added to every difference ([eps]), and whether the axis stays. */
public data class DistanceAttributes(public val p: Double, public val eps: Double, public val keepDim: Boolean)

/** The p-norm of the difference of two vectors, `[*p, n] [*p, n] -> [*p]`. The row behind [pairwiseDistance]. */
public val pairwiseDistanceOp: Op2<DistanceAttributes> =
    composite2("pairwise_distance", Names("nn.functional.pairwise_distance"), prepare = floatingPreparation) { (p, eps, keepDim), a, b ->
        val lengths = abs(a - b + eps)
        val axis = listOf(-1)
        when (p) {
            1.0 -> sum(lengths, axis, keepDim)
            Double.POSITIVE_INFINITY -> amax(lengths, axis, keepDim)
            2.0 -> root(sum(lengths * lengths, axis, keepDim)) { sqrt(it) }
            else -> root(sum(pow(lengths, p), axis, keepDim)) { pow(it, 1 / p) }
        }
    }

/** [root] of what is not zero: there it has no slope, and zero is taken for one. */
private inline fun root(x: Value, root: (Value) -> Value): Value {
    val isZero = eq(x, constant(x, 0.0))
    return where(isZero, 0.0, root(where(isZero, 1.0, x)))
}

/**
 * The distances of vectors, `(sum |a - b + eps|^p)^(1/p)` over the last axis. `[*p, n] [*p, n] -> [*p]`; other axes broadcast.
 *
 * @param p the power of the norm; infinity takes the largest difference.
 * @param eps keeps the gradient of equal vectors from being zero.
 * @throws ShapeException if the sizes do not broadcast, or there is no axis.
 * @throws IllegalArgumentException if [p] is zero.
 */
@ShapeRule("a b keepDim=0 -> reduce(broadcast(a, b), [-1], keepDim) where rank(broadcast(a, b)) >= 1 \"a vector needs an axis\"")
@JvmOverloads
public fun pairwiseDistance(a: Value, b: Value, p: Double = 2.0, eps: Double = 1e-6, keepDim: Boolean = false): Value {
    require(p != 0.0 && !p.isNaN()) { "pairwise_distance: there is no norm of power $p" }
    if (maxOf(a.rank, b.rank) == 0) {
        throw ShapeException("pairwise_distance: a vector needs an axis", listOf("a" to a.sizes, "b" to b.sizes))
    }
    return pairwiseDistanceOp(DistanceAttributes(p, eps, keepDim), a, b)
}

/** The number that keeps [cosineSimilarity] finite ([eps]) and the [axis] of the vectors, counted from the end. */
public data class CosineAttributes(public val axis: Int, public val eps: Double)

/** The cosine of the angle between two vectors. The row behind [cosineSimilarity]. */
public val cosineSimilarityOp: Op2<CosineAttributes> =
    composite2("cosine_similarity", Names("nn.functional.cosine_similarity"), prepare = floatingPreparation) { (axis, eps), a, b ->
        val axes = listOf(axis)
        val length = { x: Value -> root(sum(x * x, axes, keepDim = true)) { sqrt(it) } }
        val lengths = { x: Value -> length(x).let { clampMin(it, constant(it, eps)) } }
        sum((a / lengths(a)) * (b / lengths(b)), axes)
    }

/**
 * The cosine of the angle between vectors, `a b / (max(|a|, eps) max(|b|, eps))` over [axis]. The sizes broadcast, and lose the axis.
 *
 * @throws ShapeException if the sizes do not broadcast, or have no such axis.
 */
@ShapeRule("a b axis=1 -> reduce(broadcast(a, b), [axis], 0)")
@JvmOverloads
public fun cosineSimilarity(a: Value, b: Value, axis: Int = 1, eps: Double = 1e-8): Value {
    val sizes = broadcastSizes("cosine_similarity", arrayOf(a, b))
    val place = sizes.axisIndex("cosine_similarity", axis)
    return cosineSimilarityOp(CosineAttributes(place - sizes.rank, eps), a, b)
}
