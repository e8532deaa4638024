package dev.rankine.tensor

import dev.rankine.ops.crossEntropy
import dev.rankine.ops.l1Loss
import dev.rankine.ops.mseLoss
import dev.rankine.ops.nllLoss
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/**
 * The mean cross-entropy of logits and class indices (int64). `[N, C] [N] -> []`
 *
 * @param ignoreIndex rows with this class do not count.
 * @param labelSmoothing the part of the target that is spread over all classes.
 */
@ShapeRule("[n, c] [n] -> []")
public fun <N : Dim<*>, C : Dim<*>> crossEntropy(
    input: Tensor<Mat<N, C>>,
    target: Tensor<Vec<N>>,
    ignoreIndex: Long = -100,
    labelSmoothing: Double = 0.0,
): Tensor<Scalar> = Tensor(crossEntropy(input.value, target.value, ignoreIndex = ignoreIndex, labelSmoothing = labelSmoothing))

/** The mean negative log-likelihood of log-probabilities and class indices (int64). `[N, C] [N] -> []` */
@ShapeRule("[n, c] [n] -> []")
public fun <N : Dim<*>, C : Dim<*>> nllLoss(input: Tensor<Mat<N, C>>, target: Tensor<Vec<N>>, ignoreIndex: Long = -100): Tensor<Scalar> =
    Tensor(nllLoss(input.value, target.value, ignoreIndex = ignoreIndex))

/** The mean of `(input - target)^2`; both have one shape. */
@ShapeRule("input:s target:s -> []")
public fun <S : Shape> mseLoss(input: Tensor<S>, target: Tensor<S>): Tensor<Scalar> = Tensor(mseLoss(input.value, target.value))

/** The mean of `|input - target|`; both have one shape. */
@ShapeRule("input:s target:s -> []")
public fun <S : Shape> l1Loss(input: Tensor<S>, target: Tensor<S>): Tensor<Scalar> = Tensor(l1Loss(input.value, target.value))
