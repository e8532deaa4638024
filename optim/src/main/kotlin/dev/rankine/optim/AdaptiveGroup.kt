package dev.rankine.optim

import dev.rankine.nn.Parameter
import dev.rankine.ops.AdamStepAttributes
import dev.rankine.ops.Update
import dev.rankine.ops.Value
import dev.rankine.ops.adamStepOp
import dev.rankine.ops.updateInPlace
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
    beta2: Double,
    epsilon: Double,
    weightDecay: Double,
    private val amsgrad: Boolean,
    private val maximize: Boolean,
    private val decoupled: Boolean,
) : MomentsGroup(rule, parameters, learningRate, beta1, beta2, epsilon, weightDecay, maximize) {
    override val settings: Map<String, Any> get() = super.settings + mapOf("amsgrad" to amsgrad)

    override val stateForms: Map<String, StateForm> get() =
        StateForm.COUNT +
            StateForm.likeParameter(*listOfNotNull("exp_avg", "exp_avg_sq", if (amsgrad) "max_exp_avg_sq" else null).toTypedArray())

    override fun update(value: Value, gradient: Value, state: ParameterState): Unit = updateAll(listOf(Part(value, gradient, state)))

    override fun updateAll(parts: List<Part>): Unit = updateInPlace(adamStepOp, parts.map { step(it) })

    private fun step(part: Part): Update<AdamStepAttributes> {
        val count = part.state.countStep()
        val attributes =
            AdamStepAttributes(
                stepSize = learningRate / (1 - momentum.pow(count)),
                correction = sqrt(1 - beta2.pow(count)),
                beta1 = momentum,
                beta2 = beta2,
                epsilon = epsilon,
                weightDecay = if (decoupled) 0.0 else weightDecay,
                shrink = if (decoupled) 1 - learningRate * weightDecay else 1.0,
                amsgrad = amsgrad,
                maximize = maximize,
            )
        val mean = part.state.zeros("exp_avg")
        val square = part.state.zeros("exp_avg_sq")
        val largest = if (amsgrad) part.state.zeros("max_exp_avg_sq") else null
        val targets = listOfNotNull(part.value, mean, square, largest).toTypedArray()
        return Update(attributes, listOfNotNull(part.value, part.gradient, mean, square, largest).toTypedArray(), targets)
    }
}
