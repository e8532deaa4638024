package dev.rankine.optim

import dev.rankine.nn.Parameter
import dev.rankine.ops.Value
import dev.rankine.ops.addInPlace
import dev.rankine.ops.copyFrom
import dev.rankine.ops.div
import dev.rankine.ops.divInPlace
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
 * Parameters that [Adam] or [AdamW] changes with settings of their own: steps scaled by running means of the gradient and of its square,
 * both corrected for their start at zero. State: `step`, `exp_avg`, `exp_avg_sq`, with amsgrad `max_exp_avg_sq`.
 */
public sealed class AdaptiveGroup(
    rule: String,
    parameters: List<Parameter<*>>,
    learningRate: Double,
    beta1: Double,
    private val beta2: Double,
    private val epsilon: Double,
    private val weightDecay: Double,
    private val amsgrad: Boolean,
    private val maximize: Boolean,
    private val decoupled: Boolean,
) : ParameterGroup(rule, parameters, learningRate),
    MomentumGroup {
    /** beta1, how much of the mean of gradients stays at each step. */
    override var momentum: Double = beta1
        set(new) {
            requireSetting(new in 0.0..<1.0, "beta1", new)
            field = new
        }

    override val settings: Map<String, Any> get() =
        mapOf("beta2" to beta2, "epsilon" to epsilon, "weightDecay" to weightDecay, "amsgrad" to amsgrad, "maximize" to maximize)

    init {
        requireSetting(beta1 in 0.0..<1.0, "beta1", beta1)
        requireSetting(beta2 in 0.0..<1.0, "beta2", beta2)
        requireFinite("epsilon", epsilon)
        requireFinite("weight decay", weightDecay)
    }

    override fun update(value: Value, gradient: Value, state: ParameterState) {
        var direction = if (maximize) -gradient else gradient
        if (weightDecay != 0.0) {
            if (decoupled) value.mulInPlace(1 - learningRate * weightDecay) else direction = direction + value * weightDecay
        }
        val step = state.countStep()
        val mean = state.zeros("exp_avg").mulInPlace(momentum).addInPlace(direction * (1 - momentum))
        val square = state.zeros("exp_avg_sq").mulInPlace(beta2).addInPlace((direction * direction).mulInPlace(1 - beta2))
        val scale = if (amsgrad) state.zeros("max_exp_avg_sq").let { it.copyFrom(maximum(it, square)) } else square
        val correction = sqrt(1 - beta2.pow(step))
        val deviation = sqrt(scale).divInPlace(correction).addInPlace(epsilon)
        value.subInPlace((mean / deviation).mulInPlace(learningRate / (1 - momentum.pow(step))))
    }
}
