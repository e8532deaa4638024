package dev.rankine.tensor

import dev.rankine.ops.Reduction
import dev.rankine.ops.hingeEmbeddingLoss
import dev.rankine.ops.marginRankingLoss
import dev.rankine.ops.poissonNllLoss
import dev.rankine.ops.sigmoidFocalLoss
import dev.rankine.ops.softMarginLoss
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Shape
import dev.rankine.shapes.ShapeRule

// Losses of one shape, as those of ElementLoss.kt: what ends in Each gives the losses of all elements.

/** `input` where [target] is 1, `max(0, margin - input)` where it is -1; its mean by default. `[*p] [*p] -> []` */
@ShapeRule("input:s target:s -> []")
public fun <S : Shape> hingeEmbeddingLoss(
    input: Tensor<S>,
    target: Tensor<S>,
    margin: Double = 1.0,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> = Tensor(hingeEmbeddingLoss(input.value, target.value, margin, one("hinge_embedding_loss", reduction)))

/** [hingeEmbeddingLoss] of every element. `[*p] [*p] -> [*p]` */
@ShapeRule("input:s target:s -> s")
public fun <S : Shape> hingeEmbeddingLossEach(input: Tensor<S>, target: Tensor<S>, margin: Double = 1.0): Tensor<S> =
    Tensor(hingeEmbeddingLoss(input.value, target.value, margin, Reduction.NONE))

/** `log(1 + exp(-target * input))` of targets 1 or -1; its mean by default. `[*p] [*p] -> []` */
@ShapeRule("input:s target:s -> []")
public fun <S : Shape> softMarginLoss(input: Tensor<S>, target: Tensor<S>, reduction: Reduction = Reduction.MEAN): Tensor<Scalar> =
    Tensor(softMarginLoss(input.value, target.value, one("soft_margin_loss", reduction)))

/** [softMarginLoss] of every element. `[*p] [*p] -> [*p]` */
@ShapeRule("input:s target:s -> s")
public fun <S : Shape> softMarginLossEach(input: Tensor<S>, target: Tensor<S>): Tensor<S> =
    Tensor(softMarginLoss(input.value, target.value, Reduction.NONE))

/**
 * `max(0, -target * (first - second) + margin)`, its mean by default: [first] ranks higher where [target] is 1, [second] where it is -1.
 * `[*p] [*p] [*p] -> []`
 */
@ShapeRule("first:s second:s target:s -> []")
public fun <S : Shape> marginRankingLoss(
    first: Tensor<S>,
    second: Tensor<S>,
    target: Tensor<S>,
    margin: Double = 0.0,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> = Tensor(marginRankingLoss(first.value, second.value, target.value, margin, one("margin_ranking_loss", reduction)))

/** [marginRankingLoss] of every element. `[*p] [*p] [*p] -> [*p]` */
@ShapeRule("first:s second:s target:s -> s")
public fun <S : Shape> marginRankingLossEach(first: Tensor<S>, second: Tensor<S>, target: Tensor<S>, margin: Double = 0.0): Tensor<S> =
    Tensor(marginRankingLoss(first.value, second.value, target.value, margin, Reduction.NONE))

/**
 * Minus the logarithm of the probability that a Poisson variable is [target], its mean by default: `exp(input) - target * input`, or
 * `input - target * log(input + eps)` without [logInput]. `[*p] [*p] -> []`
 *
 * @param full whether Stirling's approximation of `log(target!)` is added.
 * @throws IllegalArgumentException if [eps] is not positive.
 */
@ShapeRule("input:s target:s -> []")
public fun <S : Shape> poissonNllLoss(
    input: Tensor<S>,
    target: Tensor<S>,
    logInput: Boolean = true,
    full: Boolean = false,
    eps: Double = 1e-8,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> = Tensor(poissonNllLoss(input.value, target.value, logInput, full, eps, one("poisson_nll_loss", reduction)))

/** [poissonNllLoss] of every element. `[*p] [*p] -> [*p]` */
@ShapeRule("input:s target:s -> s")
public fun <S : Shape> poissonNllLossEach(
    input: Tensor<S>,
    target: Tensor<S>,
    logInput: Boolean = true,
    full: Boolean = false,
    eps: Double = 1e-8,
): Tensor<S> = Tensor(poissonNllLoss(input.value, target.value, logInput, full, eps, Reduction.NONE))

/**
 * The focal loss of `sigmoid(input)`, its mean by default: binary cross entropy that counts little where it is small.
 * `[*p] [*p] -> []`. Lin et al., arXiv:1708.02002.
 *
 * @param alpha the weight of target 1, that of target 0 is `1 - alpha`; null for none.
 * @param gamma how little easy targets count; 0 is binary cross entropy.
 * @throws IllegalArgumentException if [alpha] is not from 0 to 1, or [gamma] is negative.
 */
@ShapeRule("input:s target:s -> []")
public fun <S : Shape> sigmoidFocalLoss(
    input: Tensor<S>,
    target: Tensor<S>,
    alpha: Double? = 0.25,
    gamma: Double = 2.0,
    reduction: Reduction = Reduction.MEAN,
): Tensor<Scalar> = Tensor(sigmoidFocalLoss(input.value, target.value, alpha, gamma, one("sigmoid_focal_loss", reduction)))

/** [sigmoidFocalLoss] of every element. `[*p] [*p] -> [*p]` */
@ShapeRule("input:s target:s -> s")
public fun <S : Shape> sigmoidFocalLossEach(input: Tensor<S>, target: Tensor<S>, alpha: Double? = 0.25, gamma: Double = 2.0): Tensor<S> =
    Tensor(sigmoidFocalLoss(input.value, target.value, alpha, gamma, Reduction.NONE))
