package dev.rankine.optim

import dev.rankine.nn.Parameter
import dev.rankine.ops.Value
import dev.rankine.ops.abs
import dev.rankine.ops.amax
import dev.rankine.ops.invoke
import dev.rankine.ops.item
import dev.rankine.ops.mulInPlace
import dev.rankine.ops.noGrad
import dev.rankine.ops.pow
import dev.rankine.ops.scope
import dev.rankine.ops.sum
import dev.rankine.ops.to
import dev.rankine.shapes.DType
import kotlin.math.pow

/**
 * Scales the gradients of [parameters] in place so that their norm, taken as if they were one vector, is at most [maxNorm], and returns
 * the norm that they had before: each is multiplied by `maxNorm / (norm + 1e-6)` if that is below 1. Parameters without a gradient do
 * not count; the norm of no gradients is 0. PyTorch's clip_grad_norm_. Pascanu et al., arXiv:1211.5063.
 *
 * @param normType p of the p-norm; infinity for the largest absolute value.
 * @param errorIfNotFinite refuses a norm that is NaN or infinite. Otherwise such a norm makes the gradients NaN or 0, as in PyTorch.
 * @throws OptimizerException if [maxNorm] is negative or not a number, [normType] is not positive, or the norm is refused; nothing is
 *   changed then.
 */
public fun clipGradientNorm(
    parameters: List<Parameter<*>>,
    maxNorm: Double,
    normType: Double = 2.0,
    errorIfNotFinite: Boolean = false,
): Double {
    requireSetting(RULE, maxNorm >= 0, "largest norm", maxNorm)
    requireSetting(RULE, normType > 0, "type of norm", normType)
    return noGrad {
        scope(RULE) {
            val gradients = parameters.mapNotNull { it.gradient }
            val total = joined(gradients.filter { it.elements > 0 }.map { norm(it, normType) }, normType)
            if (errorIfNotFinite && !total.isFinite()) {
                throw OptimizerException(
                    "$RULE: the norm of the gradients is not finite: $total\n  hint: pass errorIfNotFinite = false to go on",
                )
            }
            val factor = maxNorm / (total + 1e-6)
            // a factor that is NaN must be seen; the gradients read last are in the cache still
            if (!(factor >= 1)) gradients.asReversed().forEach { it.mulInPlace(factor) }
            total
        }
    }
}

private const val RULE = "clipGradientNorm"

private fun norm(gradient: Value, type: Double): Double {
    val x = if (gradient.dtype.bytes < 4) to(gradient, DType.F32) else gradient
    return when (type) {
        Double.POSITIVE_INFINITY -> amax(abs(x)).item()
        1.0 -> sum(abs(x)).item()
        2.0 -> norm(x)
        else -> sum(pow(abs(x), type)).item().pow(1 / type)
    }
}

/** The norm of the vector of [norms], which is that of all their elements. */
private fun joined(norms: List<Double>, type: Double): Double =
    if (type == Double.POSITIVE_INFINITY) norms.fold(0.0, ::maxOf) else norms.sumOf { it.pow(type) }.pow(1 / type)
