package dev.rankine.tensor

import dev.rankine.ops.Reduction
import dev.rankine.ops.cosineSimilarity
import dev.rankine.ops.pairwiseDistance
import dev.rankine.ops.tripletMarginLoss
import dev.rankine.ops.tripletMarginWithDistanceLoss
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/**
 * The distances of the rows, `(sum |a - b + eps|^p)^(1/p)`. `[N, D] [N, D] -> [N]`
 *
 * @throws IllegalArgumentException if [p] is zero.
 */
@ShapeRule("a b -> reduce(broadcast(a, b), [1], 0)")
public fun <N : Dim<*>, D : Dim<*>> pairwiseDistance(
    a: Tensor<Mat<N, D>>,
    b: Tensor<Mat<N, D>>,
    p: Double = 2.0,
    eps: Double = 1e-6,
): Tensor<Vec<N>> = Tensor(pairwiseDistance(a.value, b.value, p, eps))

/** The cosines of the angles between the rows; lengths count as [eps] at least. `[N, D] [N, D] -> [N]` */
@ShapeRule("a b -> reduce(broadcast(a, b), [1], 0)")
public fun <N : Dim<*>, D : Dim<*>> cosineSimilarity(a: Tensor<Mat<N, D>>, b: Tensor<Mat<N, D>>, eps: Double = 1e-8): Tensor<Vec<N>> =
    Tensor(cosineSimilarity(a.value, b.value, 1, eps))

/**
 * `max(0, d(anchor, positive) - d(anchor, negative) + margin)` with the distances of [pairwiseDistance], its mean by default.
 * `[N, D] [N, D] [N, D] -> []`
 *
 * @param swap whether the negative is measured from the positive where that is nearer to it.
 * @throws IllegalArgumentException if [margin] or [p] is not positive.
 */
@ShapeRule("anchor:[n, d] positive:[n, d] negative:[n, d] -> []")
public fun <N : Dim<*>, D : Dim<*>> tripletMarginLoss(
    anchor: Tensor<Mat<N, D>>,
    positive: Tensor<Mat<N, D>>,
    negative: Tensor<Mat<N, D>>,
    margin: Double = 1.0,
    p: Double = 2.0,
    eps: Double = 1e-6,
    swap: Boolean = false,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> {
    val wanted = one("triplet_margin_loss", reduction)
    return Tensor(tripletMarginLoss(anchor.value, positive.value, negative.value, margin, p, eps, swap, wanted))
}

/** [tripletMarginLoss] of every row. `[N, D] [N, D] [N, D] -> [N]` */
@ShapeRule("anchor:[n, d] positive:[n, d] negative:[n, d] -> [n]")
public fun <N : Dim<*>, D : Dim<*>> tripletMarginLossEach(
    anchor: Tensor<Mat<N, D>>,
    positive: Tensor<Mat<N, D>>,
    negative: Tensor<Mat<N, D>>,
    margin: Double = 1.0,
    p: Double = 2.0,
    eps: Double = 1e-6,
    swap: Boolean = false,
): Tensor<Vec<N>> = Tensor(tripletMarginLoss(anchor.value, positive.value, negative.value, margin, p, eps, swap, Reduction.NONE))

/**
 * As [tripletMarginLoss], for things of any shape and their [distance], such as `{ a, b -> ones(Batch) - cosineSimilarity(a, b) }`.
 * `[*p] [*p] [*p] -> []`
 *
 * @throws IllegalArgumentException if [margin] is not positive.
 */
public fun <S : Shape> tripletMarginWithDistanceLoss(
    anchor: Tensor<S>,
    positive: Tensor<S>,
    negative: Tensor<S>,
    margin: Double = 1.0,
    swap: Boolean = false,
    reduction: Reduction = Reduction.MEAN,
    distance: (Tensor<S>, Tensor<S>) -> Tensor<*>,
): Tensor<Scalar> {
    val wanted = one("triplet_margin_with_distance_loss", reduction)
    return Tensor(
        tripletMarginWithDistanceLoss(anchor.value, positive.value, negative.value, margin, swap, wanted) { a, b ->
            distance(Tensor(a), Tensor(b)).value
        },
    )
}
