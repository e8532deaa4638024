@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Sizes

/** The exponent of the length ([p]), what is added to the differences ([eps]), and whether the last axis stays ([keepDim]). */
public data class PairwiseDistanceAttributes(public val p: Double, public val eps: Double, public val keepDim: Boolean)

/** The length of the difference of two vectors. The row behind [pairwiseDistance]. */
public val pairwiseDistanceOp: Op2<PairwiseDistanceAttributes> =
    composite2("pairwise_distance", Names("nn.functional.pairwise_distance"), prepare = floatingPreparation) { (p, eps, keepDim), a, b ->
        to(length(widen(a) - widen(b) + eps, p, a.rank - 1, keepDim), a.dtype)
    }

/**
 * `(sum |a - b + eps|^p)^(1/p)` along the last axis: how far two vectors are apart. Operands promote and broadcast; bool and integers become
 * floats. `[*p, n] [*p, n] -> [*p]`, or `[*p, 1]` with [keepDim].
 *
 * @throws ShapeException if the sizes do not broadcast, or the operands are scalars.
 */
@ShapeRule("a b keepDim=0 -> reduce(broadcast(a, b), [-1], keepDim) where rank(broadcast(a, b)) >= 1 \"a scalar is no vector\"")
@JvmOverloads
public fun pairwiseDistance(a: Value, b: Value, p: Double = 2.0, eps: Double = 1e-6, keepDim: Boolean = false): Value {
    val sizes: Sizes = Sizes.broadcast("pairwise_distance", a.sizes, b.sizes)
    if (sizes.rank == 0) throw ShapeException("pairwise_distance: a scalar is no vector", listOf("a" to a.sizes, "b" to b.sizes))
    return pairwiseDistanceOp(PairwiseDistanceAttributes(p, eps, keepDim), a, b)
}
