package dev.rankine.tensor

import dev.rankine.ops.Reduction
import dev.rankine.ops.ctcLoss
import dev.rankine.shapes.Cube
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

/**
 * Connectionist temporal classification: minus the logarithm of the probability that a sequence of classes, without its blanks and its
 * repetitions, is the target. By default every loss is divided by the length of its target, and the mean is taken.
 * `[T, N, C] [N, S] [N] [N] -> []`. Graves et al., ICML 2006.
 *
 * @param scores of the classes at every step; their softmax is taken, which changes nothing where they are logarithms of probabilities.
 * @param targets class numbers (int64), of which the first [targetLengths] (int64) count.
 * @param inputLengths how many steps a sequence has (int64).
 * @param blank the class that says nothing.
 * @param zeroInfinity whether a target that is too long for its steps has loss zero in place of infinity.
 * @throws ShapeException if a length is too large or negative, or a target is no class or the blank.
 */
@ShapeRule("scores:[t, n, c] targets:[n, s] inputLengths:[n] targetLengths:[n] -> []")
public fun <T : Dim<*>, N : Dim<*>, C : Dim<*>, S : Dim<*>> ctcLoss(
    scores: Tensor<Cube<T, N, C>>,
    targets: Tensor<Mat<N, S>>,
    inputLengths: Tensor<Vec<N>>,
    targetLengths: Tensor<Vec<N>>,
    blank: Long = 0,
    reduction: Reduction = Reduction.MEAN,
    zeroInfinity: Boolean = false,
): Tensor<Scalar> {
    val wanted = one("ctc_loss", reduction)
    return Tensor(ctcLoss(scores.value, targets.value, inputLengths.value, targetLengths.value, blank, wanted, zeroInfinity))
}

/** [ctcLoss] of every sequence, not divided by its length; throws what it throws. `[T, N, C] [N, S] [N] [N] -> [N]` */
@ShapeRule("scores:[t, n, c] targets:[n, s] inputLengths:[n] targetLengths:[n] -> [n]")
public fun <T : Dim<*>, N : Dim<*>, C : Dim<*>, S : Dim<*>> ctcLossEach(
    scores: Tensor<Cube<T, N, C>>,
    targets: Tensor<Mat<N, S>>,
    inputLengths: Tensor<Vec<N>>,
    targetLengths: Tensor<Vec<N>>,
    blank: Long = 0,
    zeroInfinity: Boolean = false,
): Tensor<Vec<N>> =
    Tensor(ctcLoss(scores.value, targets.value, inputLengths.value, targetLengths.value, blank, Reduction.NONE, zeroInfinity))
