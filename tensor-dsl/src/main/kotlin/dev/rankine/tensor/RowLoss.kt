package dev.rankine.tensor

import dev.rankine.ops.Reduction
import dev.rankine.ops.cosineEmbeddingLoss
import dev.rankine.ops.crossEntropy
import dev.rankine.ops.focalLoss
import dev.rankine.ops.gaussianNllLoss
import dev.rankine.ops.multiLabelMarginLoss
import dev.rankine.ops.multiLabelSoftMarginLoss
import dev.rankine.ops.multiMarginLoss
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule
import dev.rankine.shapes.Vec

// Losses of rows: an example is a row, and what ends in Each gives the losses of the examples.

/**
 * The cross-entropy of logits and of a probability for every class, its mean by default. `[N, C] [N, C] -> []`
 *
 * @param labelSmoothing the part of the target that is spread over all classes.
 * @param weight `[C]`: what the losses of a class are multiplied by.
 */
@ShapeRule("input:[n, c] target:[n, c] weight:[c]? -> []")
public fun <N : Dim<*>, C : Dim<*>> crossEntropyOfProbabilities(
    input: Tensor<Mat<N, C>>,
    target: Tensor<Mat<N, C>>,
    labelSmoothing: Double = 0.0,
    weight: Tensor<Vec<C>>? = null,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> = Tensor(crossEntropy(input.value, target.value, weight?.value, -100, one("cross_entropy", reduction), labelSmoothing))

/** [crossEntropyOfProbabilities] of every example. `[N, C] [N, C] -> [N]` */
@ShapeRule("input:[n, c] target:[n, c] weight:[c]? -> [n]")
public fun <N : Dim<*>, C : Dim<*>> crossEntropyOfProbabilitiesEach(
    input: Tensor<Mat<N, C>>,
    target: Tensor<Mat<N, C>>,
    labelSmoothing: Double = 0.0,
    weight: Tensor<Vec<C>>? = null,
): Tensor<Vec<N>> = Tensor(crossEntropy(input.value, target.value, weight?.value, -100, Reduction.NONE, labelSmoothing))

/**
 * The focal loss of several classes: with `q` the probability that the softmax gives to the target, `-(1 - q)^gamma log(q)`; its mean by default.
 * `[N, C] [N] -> []`. Lin et al., arXiv:1708.02002.
 *
 * @param target class numbers (int64).
 * @param gamma how little easy targets count; 0 is the cross-entropy.
 * @param weight `[C]`: what the losses of a class are multiplied by; the mean is weighted by it.
 * @param ignoreIndex targets equal to it have no loss and do not count in the mean.
 * @throws IllegalArgumentException if [gamma] is negative.
 */
@ShapeRule("input:[n, c] target:[n] weight:[c]? -> []")
public fun <N : Dim<*>, C : Dim<*>> focalLoss(
    input: Tensor<Mat<N, C>>,
    target: Tensor<Vec<N>>,
    gamma: Double = 2.0,
    weight: Tensor<Vec<C>>? = null,
    ignoreIndex: Long = -100,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> = Tensor(focalLoss(input.value, target.value, gamma, weight?.value, ignoreIndex, one("focal_loss", reduction)))

/** [focalLoss] of every example. `[N, C] [N] -> [N]` */
@ShapeRule("input:[n, c] target:[n] weight:[c]? -> [n]")
public fun <N : Dim<*>, C : Dim<*>> focalLossEach(
    input: Tensor<Mat<N, C>>,
    target: Tensor<Vec<N>>,
    gamma: Double = 2.0,
    weight: Tensor<Vec<C>>? = null,
    ignoreIndex: Long = -100,
): Tensor<Vec<N>> = Tensor(focalLoss(input.value, target.value, gamma, weight?.value, ignoreIndex, Reduction.NONE))

/**
 * What the score of the right class lacks of [margin] above the others, to the power [p], 1 or 2; the mean over the classes, then over the
 * examples. `[N, C] [N] -> []`
 *
 * @param target class numbers (int64).
 * @param weight `[C]`: what the losses of the examples of a class are multiplied by.
 */
@ShapeRule("input:[n, c] target:[n] weight:[c]? -> []")
public fun <N : Dim<*>, C : Dim<*>> multiMarginLoss(
    input: Tensor<Mat<N, C>>,
    target: Tensor<Vec<N>>,
    p: Int = 1,
    margin: Double = 1.0,
    weight: Tensor<Vec<C>>? = null,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> = Tensor(multiMarginLoss(input.value, target.value, p, margin, weight?.value, one("multi_margin_loss", reduction)))

/** [multiMarginLoss] of every example. `[N, C] [N] -> [N]` */
@ShapeRule("input:[n, c] target:[n] weight:[c]? -> [n]")
public fun <N : Dim<*>, C : Dim<*>> multiMarginLossEach(
    input: Tensor<Mat<N, C>>,
    target: Tensor<Vec<N>>,
    p: Int = 1,
    margin: Double = 1.0,
    weight: Tensor<Vec<C>>? = null,
): Tensor<Vec<N>> = Tensor(multiMarginLoss(input.value, target.value, p, margin, weight?.value, Reduction.NONE))

/**
 * What the scores of the right classes lack of one above those of the wrong ones. The right classes are the numbers (int64) in a row of
 * [target] before the first that is negative. `[N, C] [N, C] -> []`
 */
@ShapeRule("input:[n, c] target:[n, c] -> []")
public fun <N : Dim<*>, C : Dim<*>> multiLabelMarginLoss(
    input: Tensor<Mat<N, C>>,
    target: Tensor<Mat<N, C>>,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> = Tensor(multiLabelMarginLoss(input.value, target.value, one("multilabel_margin_loss", reduction)))

/** [multiLabelMarginLoss] of every example. `[N, C] [N, C] -> [N]` */
@ShapeRule("input:[n, c] target:[n, c] -> [n]")
public fun <N : Dim<*>, C : Dim<*>> multiLabelMarginLossEach(input: Tensor<Mat<N, C>>, target: Tensor<Mat<N, C>>): Tensor<Vec<N>> =
    Tensor(multiLabelMarginLoss(input.value, target.value, Reduction.NONE))

/**
 * The binary cross-entropy of `sigmoid(input)`, averaged over the classes, then over the examples; [target] is 1 for classes that are there,
 * else 0. `[N, C] [N, C] -> []`
 *
 * @param weight `[C]`: what the losses of a class are multiplied by.
 */
@ShapeRule("input:[n, c] target:[n, c] weight:w? -> [] where broadcast([n, c], w) == [n, c] \"a weight does not fit\"")
public fun <N : Dim<*>, C : Dim<*>> multiLabelSoftMarginLoss(
    input: Tensor<Mat<N, C>>,
    target: Tensor<Mat<N, C>>,
    weight: Tensor<Vec<C>>? = null,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> {
    val wanted = one("multilabel_soft_margin_loss", reduction)
    return Tensor(multiLabelSoftMarginLoss(input.value, target.value, weight?.value, wanted))
}

/** [multiLabelSoftMarginLoss] of every example. `[N, C] [N, C] -> [N]` */
@ShapeRule("input:[n, c] target:[n, c] weight:w? -> [n] where broadcast([n, c], w) == [n, c] \"a weight does not fit\"")
public fun <N : Dim<*>, C : Dim<*>> multiLabelSoftMarginLossEach(
    input: Tensor<Mat<N, C>>,
    target: Tensor<Mat<N, C>>,
    weight: Tensor<Vec<C>>? = null,
): Tensor<Vec<N>> = Tensor(multiLabelSoftMarginLoss(input.value, target.value, weight?.value, Reduction.NONE))

/**
 * With the cosine `c` of the angle between two rows: `1 - c` where [target] is 1, `max(0, c - margin)` where it is -1; the mean by default.
 * `[N, D] [N, D] [N] -> []`
 *
 * @throws IllegalArgumentException if [margin] is not from -1 to 1.
 */
@ShapeRule("first:[n, d] second:[n, d] target:[n] -> []")
public fun <N : Dim<*>, D : Dim<*>> cosineEmbeddingLoss(
    first: Tensor<Mat<N, D>>,
    second: Tensor<Mat<N, D>>,
    target: Tensor<Vec<N>>,
    margin: Double = 0.0,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> = Tensor(cosineEmbeddingLoss(first.value, second.value, target.value, margin, one("cosine_embedding_loss", reduction)))

/** [cosineEmbeddingLoss] of every pair. `[N, D] [N, D] [N] -> [N]` */
@ShapeRule("first:[n, d] second:[n, d] target:[n] -> [n]")
public fun <N : Dim<*>, D : Dim<*>> cosineEmbeddingLossEach(
    first: Tensor<Mat<N, D>>,
    second: Tensor<Mat<N, D>>,
    target: Tensor<Vec<N>>,
    margin: Double = 0.0,
): Tensor<Vec<N>> = Tensor(cosineEmbeddingLoss(first.value, second.value, target.value, margin, Reduction.NONE))

/**
 * Minus the logarithm of the Gaussian density of [target], `(log(v) + (input - target)^2 / v) / 2` with `v = max(variance, eps)`; its mean by
 * default. `[*p] [*p] [*p] -> []`
 *
 * @param full whether the constant `log(2 pi) / 2` is added.
 * @throws IllegalArgumentException if a variance is negative, or if [eps] is not positive.
 */
@ShapeRule("input:s target:t variance:v -> []")
public fun <S : Shape> gaussianNllLoss(
    input: Tensor<S>,
    target: Tensor<S>,
    variance: Tensor<S>,
    full: Boolean = false,
    eps: Double = 1e-6,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> = Tensor(gaussianNllLoss(input.value, target.value, variance.value, full, eps, one("gaussian_nll_loss", reduction)))

/** [gaussianNllLoss] of every element. `[*p] [*p] [*p] -> [*p]` */
@ShapeRule("input:s target:t variance:v -> s")
public fun <S : Shape> gaussianNllLossEach(
    input: Tensor<S>,
    target: Tensor<S>,
    variance: Tensor<S>,
    full: Boolean = false,
    eps: Double = 1e-6,
): Tensor<S> = Tensor(gaussianNllLoss(input.value, target.value, variance.value, full, eps, Reduction.NONE))
