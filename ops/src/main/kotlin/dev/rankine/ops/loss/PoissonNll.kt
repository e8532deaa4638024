@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

/**
 * Of [poissonNllLoss].
 *
 * @property reduction how the losses of the elements are put together.
 * @property logInput whether the input is the logarithm of the rate.
 * @property full whether the logarithm of the factorial is added.
 * @property eps what is added to a rate before its logarithm.
 */
public data class PoissonAttributes(
    public val reduction: Reduction,
    public val logInput: Boolean,
    public val full: Boolean,
    public val eps: Double,
)

/** Minus the logarithm of a Poisson probability. The row behind [poissonNllLoss]. */
public val poissonNllLossOp: Op2<PoissonAttributes> =
    composite2("poisson_nll_loss", Names("nn.functional.poisson_nll_loss"), prepare = floatingPreparation) { attributes, x, target ->
        val losses = if (attributes.logInput) exp(x) - target * x else x - target * log(x + attributes.eps)
        reduced(if (attributes.full) losses + stirling(target) else losses, attributes.reduction)
    }

/** Stirling's `log(n!)`, `n log n - n + log(2 pi n) / 2`; zero up to one. */
private fun stirling(n: Value): Value {
    val isLarge = gt(n, constant(n, 1.0))
    val large = where(isLarge, n, 1.0)
    return where(isLarge, large * log(large) - large + log(large * (2 * Math.PI)) * 0.5, 0.0)
}

/**
 * Minus the logarithm of the probability that a Poisson variable is [target], its mean by default: `exp(input) - target * input`, where [input]
 * is the logarithm of the rate, or `input - target * log(input + eps)` of the rate itself, without [logInput].
 * `[*p] [*p] -> []`, or `[*p]` without a reduction.
 *
 * @param full whether Stirling's approximation of `log(target!)` is added, for targets above 1.
 * @throws dev.rankine.shapes.ShapeException if the sizes differ; nothing is broadcast.
 * @throws IllegalArgumentException if [eps] is not positive.
 */
@ShapeRule(LOSS_RULE)
@JvmOverloads
public fun poissonNllLoss(
    input: Value,
    target: Value,
    logInput: Boolean = true,
    full: Boolean = false,
    eps: Double = 1e-8,
    reduction: Reduction = Reduction.MEAN,
): Value {
    require(eps > 0) { "poisson_nll_loss: eps must be positive: $eps" }
    checkSameSizes("poisson_nll_loss", input, target)
    return poissonNllLossOp(PoissonAttributes(reduction, logInput, full, eps), input, target)
}
