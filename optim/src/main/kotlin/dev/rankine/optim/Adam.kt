package dev.rankine.optim

import dev.rankine.nn.Parameter
import dev.rankine.ops.Value
import dev.rankine.ops.addInPlace
import dev.rankine.ops.copyFrom
import dev.rankine.ops.div
import dev.rankine.ops.invoke
import dev.rankine.ops.maximum
import dev.rankine.ops.mulInPlace
import dev.rankine.ops.plus
import dev.rankine.ops.sqrt
import dev.rankine.ops.subInPlace
import dev.rankine.ops.times
import dev.rankine.ops.unaryMinus
import kotlin.math.pow
import kotlin.math.sqrt

/**
 * Adam: steps scaled by running means of the gradient and of its square, both corrected for their start at zero.
 * Kingma & Ba, arXiv:1412.6980; [amsgrad]: Reddi et al., ICLR 2018. Weight decay is added to the gradient; see [AdamW].
 *
 * @throws OptimizerException for impossible settings.
 */
public open class Adam(
    parameters: List<Parameter<*>>,
    learningRate: Double = 1e-3,
    private val beta1: Double = 0.9,
    private val beta2: Double = 0.999,
    private val epsilon: Double = 1e-8,
    private val weightDecay: Double = 0.0,
    private val amsgrad: Boolean = false,
    private val maximize: Boolean = false,
) : Optimizer(parameters, learningRate) {
    init {
        requireSetting(beta1 in 0.0..<1.0, "beta1", beta1)
        requireSetting(beta2 in 0.0..<1.0, "beta2", beta2)
        requireSetting(epsilon >= 0, "epsilon", epsilon)
        requireSetting(weightDecay >= 0, "weight decay", weightDecay)
    }

    override fun update(parameter: Parameter<*>, value: Value, gradient: Value) {
        val upward = if (maximize) -gradient else gradient
        val direction = decayed(value, upward)
        val mean = state(parameter, "exp_avg").mulInPlace(beta1).addInPlace(direction * (1 - beta1))
        val square = state(parameter, "exp_avg_sq").mulInPlace(beta2).addInPlace(direction * direction * (1 - beta2))
        val scale = if (amsgrad) state(parameter, "max_exp_avg_sq").let { it.copyFrom(maximum(it, square)) } else square
        val correction = sqrt(1 - beta2.pow(steps))
        value.subInPlace(mean / (sqrt(scale) / correction + epsilon) * (learningRate / (1 - beta1.pow(steps))))
    }

    /** The gradient with weight decay applied, or [value] shrunk and the gradient as it is. */
    protected open fun decayed(value: Value, gradient: Value): Value =
        if (weightDecay == 0.0) gradient else gradient + value * weightDecay
}

/**
 * Adam with decoupled weight decay: parameters shrink by `lr * weightDecay` before each step. Loshchilov & Hutter, arXiv:1711.05101.
 *
 * @throws OptimizerException for impossible settings.
 */
public class AdamW(
    parameters: List<Parameter<*>>,
    learningRate: Double = 1e-3,
    beta1: Double = 0.9,
    beta2: Double = 0.999,
    epsilon: Double = 1e-8,
    private val weightDecay: Double = 1e-2,
    amsgrad: Boolean = false,
    maximize: Boolean = false,
) : Adam(parameters, learningRate, beta1, beta2, epsilon, 0.0, amsgrad, maximize) {
    init {
        requireSetting(weightDecay >= 0, "weight decay", weightDecay)
    }

    override fun decayed(value: Value, gradient: Value): Value {
        if (weightDecay != 0.0) value.mulInPlace(1 - learningRate * weightDecay)
        return gradient
    }
}
