@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeException

/** How losses are put together ([reduction]), whether the constant is added ([full]), and the least variance ([eps]). */
public data class GaussianAttributes(public val reduction: Reduction, public val full: Boolean, public val eps: Double)

/** Minus the logarithm of a Gaussian density. The row behind [gaussianNllLoss]. */
public val gaussianNllLossOp: Op3<GaussianAttributes> =
    composite3(
        "gaussian_nll_loss",
        Names("nn.functional.gaussian_nll_loss"),
        prepare = floatingPreparation,
    ) { attributes, input, target, variance ->
        // as in PyTorch, the gradient is that of the larger variance: it lets a small one grow
        val atLeast = variance + noGrad { where(lt(variance, constant(variance, attributes.eps)), attributes.eps - variance, 0.0) }
        val difference = input - target
        val losses = (log(atLeast) + difference * difference / atLeast) * 0.5
        reduced(if (attributes.full) losses + HALF_LOG_TWO_PI else losses, attributes.reduction)
    }

/**
 * Minus the logarithm of the Gaussian density of [target], `(log(v) + (input - target)^2 / v) / 2` with `v = max(variance, eps)`; its mean by
 * default. The gradient of a variance below [eps] is that at [eps], as PyTorch's is.
 * `[*p, n] [*p, n] [*p, n] -> []`, or `[*p, n]` without a reduction; the target broadcasts to the input.
 *
 * @param variance of every element, or one per row: `[*p, 1]` or `[*p]`.
 * @param full whether the constant `log(2 pi) / 2` is added.
 * @throws ShapeException if the sizes do not fit.
 * @throws IllegalArgumentException if a variance is negative, or if [eps] is not positive.
 */
@JvmOverloads
public fun gaussianNllLoss(
    input: Value,
    target: Value,
    variance: Value,
    full: Boolean = false,
    eps: Double = 1e-6,
    reduction: Reduction = Reduction.MEAN,
): Value {
    val op = "gaussian_nll_loss"
    require(eps > 0) { "$op: eps must be positive: $eps" }
    val sizes = input.sizes.toList()
    val rows = sizes.dropLast(1)
    val column = if (sizes.isEmpty()) sizes else rows + 1
    val operands = listOf("input" to input.sizes, "target" to target.sizes, "variance" to variance.sizes)
    if (broadcastSizes(op, arrayOf(input, target)) != input.sizes) {
        throw ShapeException("$op: the target has more axes or elements than the input: ${target.sizes}, ${input.sizes}", operands)
    }
    val variances =
        when (variance.sizes.toList()) {
            sizes, column -> variance

            rows -> unsqueeze(variance, -1)

            else -> throw ShapeException(
                "$op: the variance is neither per element nor per row: ${variance.sizes} for ${input.sizes}",
                operands,
            )
        }
    if (!variance.isSymbolic) require(noGrad { any(lt(variance, constant(variance, 0))) }.item() == 0.0) { "$op: a variance is negative" }
    return gaussianNllLossOp(GaussianAttributes(reduction, full, eps), input, target, variances)
}

private const val HALF_LOG_TWO_PI = 0.9189385332046727
