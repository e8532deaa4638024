package dev.rankine.optim

import dev.rankine.nn.Parameter
import dev.rankine.ops.Update
import dev.rankine.ops.Value
import dev.rankine.ops.div
import dev.rankine.ops.minus
import dev.rankine.ops.plus
import dev.rankine.ops.sqrt
import dev.rankine.ops.square
import dev.rankine.ops.stepOp
import dev.rankine.ops.times
import dev.rankine.ops.updateInPlace
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

        override fun update(value: Value, gradient: Value, state: ParameterState): Unit = updateAll(listOf(Part(value, gradient, state)))

        override fun updateAll(parts: List<Part>): Unit = updateInPlace(ROW, parts.map { step(it) })

        private fun step(part: Part): Update<Step> {
            val state = part.state
            val count = state.countStep()
            val mu = weight(count)
            val next = weight(count + 1)
            val product = rounded(state.number("mu_product", 1.0) * mu)
            state.setNumber("mu_product", product)
            val following = if (asTorch113) rounded(rounded(product * mu) * next) else product * next
            val step =
                Step(
                    way = if (decoupled) way.copy(weightDecay = 0.0) else way,
                    shrink = if (decoupled) 1 - learningRate * weightDecay else 1.0,
                    beta1 = momentum,
                    beta2 = beta2,
                    correction = 1 - beta2.pow(count),
                    epsilon = epsilon,
                    rate = learningRate * (1 - mu) / (1 - product),
                    ahead = learningRate * next / (1 - following),
                )
            return part.update(step, state.zeros("exp_avg"), state.zeros("exp_avg_sq"))
        }

        private fun weight(count: Int): Double = momentum * (1 - 0.5 * 0.96.pow(count * momentumDecay))
    }

    private companion object {
        const val RULE = "nadam"

        data class Step(
            val way: Direction,
            val shrink: Double,
            val beta1: Double,
            val beta2: Double,
            val correction: Double,
            val epsilon: Double,
            val rate: Double,
            val ahead: Double,
        )

        /** Operands: parameter, gradient, mean of gradients, mean of their squares. */
        val ROW =
            stepOp<Step>("nadam_step", { 4 }) { step, (value, gradient, mean, square) ->
                val direction = step.way.of(value, gradient)
                val newMean = movedTowards(mean, direction, step.beta1)
                val newSquare = movedTowards(square, square(direction), step.beta2)
                val deviation = sqrt(newSquare / step.correction) + step.epsilon
                val shrunk = if (step.shrink == 1.0) value else value * step.shrink
                arrayOf(shrunk - (direction * step.rate + newMean * step.ahead) / deviation, newMean, newSquare)
            }
    }
}
