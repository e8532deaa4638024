package dev.rankine.optim

import dev.rankine.nn.Parameter
import dev.rankine.ops.Value
import dev.rankine.ops.div
import dev.rankine.ops.mulInPlace
import dev.rankine.ops.plus
import dev.rankine.ops.sqrt
import dev.rankine.ops.subInPlace
import dev.rankine.ops.times
import kotlin.math.pow

/**
 * Adam with Nesterov's momentum, whose weight grows with the steps: `mu(t) = beta1 (1 - 0.96^(t decay) / 2)`,
 * `p -= lr ((1 - mu(t)) / (1 - mu(1)...mu(t)) g + mu(t+1) / (1 - mu(1)...mu(t+1)) m) / (sqrt(v / (1 - beta2^t)) + eps)`.
 * Dozat, ICLR 2016 workshop; PyTorch's NAdam.
 *
 * @throws OptimizerException for impossible settings, no parameters, or a parameter that is given twice.
 */
public class NAdam(groups: List<Group>) : Optimizer(RULE, groups) {
    /** One group of [parameters]; see [Group]. */
    public constructor(
        parameters: List<Parameter<*>>,
        learningRate: Double = 2e-3,
        beta1: Double = 0.9,
        beta2: Double = 0.999,
        epsilon: Double = 1e-8,
        weightDecay: Double = 0.0,
        momentumDecay: Double = 4e-3,
        decoupled: Boolean = false,
        maximize: Boolean = false,
        asTorch113: Boolean = false,
    ) : this(listOf(Group(parameters, learningRate, beta1, beta2, epsilon, weightDecay, momentumDecay, decoupled, maximize, asTorch113)))

    /** One group of [parameters] with the usual other settings: the short form for Java. */
    public constructor(parameters: List<Parameter<*>>, learningRate: Double) : this(listOf(Group(parameters, learningRate)))

    /**
     * Parameters that [NAdam] changes with settings of their own. State: `step`, `mu_product` (float32), `exp_avg`, `exp_avg_sq`.
     *
     * @param beta1 how much of the mean of gradients stays at each step.
     * @param beta2 how much of the mean of their squares stays at each step.
     * @param epsilon is added to the root that divides.
     * @param weightDecay times the parameter is added to the gradient.
     * @param momentumDecay how fast the weight of the momentum grows.
     * @param decoupled lets the parameter shrink by the factor `1 - lr * weightDecay` instead, as [AdamW] does.
     * @param maximize goes up the gradient instead of down.
     * @param asTorch113 takes `mu(1)...mu(t) mu(t) mu(t+1)` for the last product, as PyTorch 1.13 did, to go on with its trainings.
     * @throws OptimizerException for impossible settings.
     */
    public class Group(
        parameters: List<Parameter<*>>,
        learningRate: Double = 2e-3,
        beta1: Double = 0.9,
        beta2: Double = 0.999,
        epsilon: Double = 1e-8,
        weightDecay: Double = 0.0,
        private val momentumDecay: Double = 4e-3,
        private val decoupled: Boolean = false,
        maximize: Boolean = false,
        private val asTorch113: Boolean = false,
    ) : MomentsGroup(RULE, parameters, learningRate, beta1, beta2, epsilon, weightDecay, maximize) {
        override val settings: Map<String, Any> get() =
            super.settings + mapOf("momentumDecay" to momentumDecay, "decoupled" to decoupled, "asTorch113" to asTorch113)

        override val stateForms: Map<String, StateForm> get() =
            StateForm.COUNT +
                StateForm.likeParameter("exp_avg", "exp_avg_sq") +
                StateForm.numbers("mu_product")

        init {
            requireFinite("decay of the momentum", momentumDecay)
        }

        override fun update(value: Value, gradient: Value, state: ParameterState) {
            val count = state.countStep()
            val direction = decayed(value, gradient)
            val mu = weight(count)
            val next = weight(count + 1)
            val product = rounded(state.number("mu_product", 1.0) * mu)
            state.setNumber("mu_product", product)
            val following = if (asTorch113) rounded(rounded(product * mu) * next) else product * next
            val mean = state.zeros("exp_avg").moveTowards(direction, momentum)
            val square = state.zeros("exp_avg_sq").moveTowardsSquare(direction, beta2)
            val deviation = sqrt(square / (1 - beta2.pow(count))) + epsilon
            val ahead = direction * (learningRate * (1 - mu) / (1 - product)) + mean * (learningRate * next / (1 - following))
            value.subInPlace(ahead / deviation)
        }

        private fun decayed(value: Value, gradient: Value): Value {
            if (!decoupled) return direction(value, gradient)
            value.mulInPlace(1 - learningRate * weightDecay)
            return turned(gradient)
        }

        private fun weight(count: Int): Double = momentum * (1 - 0.5 * 0.96.pow(count * momentumDecay))
    }

    private companion object {
        const val RULE = "nadam"
    }
}
