@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.ShapeRule

/** How the losses of the elements are put together ([reduction]), and whether the target holds logarithms ([logTarget]). */
public data class KlDivAttributes(public val reduction: Reduction, public val logTarget: Boolean)

/** `target * (log target - input)`. The row behind [klDiv]. */
public val klDivOp: Op2<KlDivAttributes> =
    composite2("kl_div", Names("nn.functional.kl_div"), prepare = floatingPreparation) { attributes, input, target ->
        val losses =
            if (attributes.logTarget) {
                exp(target) * (target - input)
            } else {
                // 0 log 0 is 0; the one in place of zero keeps its gradient finite
                val positive = where(eq(target, constant(target, 0.0)), 1.0, target)
                positive * log(positive) - target * input
            }
        reduced(losses, attributes.reduction)
    }

/**
 * The Kullback-Leibler divergence `target * (log(target) - input)`, its mean over all elements by default; [input] are logarithms of
 * probabilities, and so is [target] with [logTarget]. The divergence per example has [Reduction.BATCH_MEAN].
 * `[*p] [*p] -> []`, or `[*p]` without a reduction.
 *
 * @throws dev.rankine.shapes.ShapeException if the sizes differ; nothing is broadcast.
 */
@ShapeRule(LOSS_RULE)
@JvmOverloads
public fun klDiv(input: Value, target: Value, reduction: Reduction = Reduction.MEAN, logTarget: Boolean = false): Value {
    checkSameSizes("kl_div", input, target)
    return klDivOp(KlDivAttributes(reduction, logTarget), input, target)
}
