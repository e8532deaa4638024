package dev.rankine.optim

import dev.rankine.nn.Parameter
import dev.rankine.ops.clamp
import dev.rankine.ops.copyFrom
import dev.rankine.ops.noGrad
import dev.rankine.ops.scope

/**
 * Brings every element of the gradients of [parameters] between `-clipValue` and `clipValue`, in place. Parameters without a gradient do
 * not count. PyTorch's clip_grad_value_.
 *
 * @throws OptimizerException if [clipValue] is negative or NaN.
 */
public fun clipGradientValue(parameters: List<Parameter<*>>, clipValue: Double) {
    requireSetting("clipGradientValue", clipValue >= 0, "value", clipValue)
    noGrad {
        scope("clipGradientValue") {
            parameters.mapNotNull { it.gradient }.forEach { it.copyFrom(clamp(it, -clipValue, clipValue)) }
        }
    }
}
