@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** The [axis] (not negative) of the vectors, and the least length that counts ([eps]). */
public data class CosineSimilarityAttributes(public val axis: Int, public val eps: Double)

/** The cosine of the angle between two vectors. The row behind [cosineSimilarity]. */
public val cosineSimilarityOp: Op2<CosineSimilarityAttributes> =
    composite2("cosine_similarity", Names("nn.functional.cosine_similarity"), prepare = floatingPreparation) { (axis, eps), a, b ->
        val (left, right) = widen(a) to widen(b)
        val products = unit(left, axis, eps) * unit(right, axis, eps)
        to(if (a.rank == 0) products else sum(products, listOf(axis)), a.dtype)
    }

/**
 * `a b / (max(|a|, eps) max(|b|, eps))` along [axis]: the cosine of the angle between two vectors. Operands promote and broadcast; bool and
 * integers become floats. `[*p, n, *q] [*p, n, *q] -> [*p, *q]`
 *
 * @throws dev.rankine.shapes.ShapeException if the sizes do not broadcast, or the axis is out of range.
 */
@ShapeRule("a b axis=1 -> without(broadcast(a, b), axis)")
@JvmOverloads
public fun cosineSimilarity(a: Value, b: Value, axis: Int = 1, eps: Double = 1e-8): Value {
    val sizes: Sizes = Sizes.broadcast("cosine_similarity", a.sizes, b.sizes)
    return cosineSimilarityOp(CosineSimilarityAttributes(sizes.axisIndex("cosine_similarity", axis), eps), a, b)
}

private fun unit(x: Value, axis: Int, eps: Double): Value = x / clamp(length(x, 2.0, axis, keepDim = true), min = eps)
