package dev.rankine.optim

import dev.rankine.nn.Parameter
import dev.rankine.ops.Update
import dev.rankine.ops.Value
import dev.rankine.ops.minus
import dev.rankine.ops.sign
import dev.rankine.ops.stepOp
import dev.rankine.ops.times
import dev.rankine.ops.updateInPlace

/**
 * Lion: every element moves by the same amount, along the sign of a mix of the mean of gradients and the present one: `p -= lr (sign(beta1 m + (1 - beta1) g) +
 * weightDecay p)`, then `m = beta2 m + (1 - beta2) g`. Rates are three to ten times smaller than [AdamW]'s, decays larger. Chen et al., arXiv:2302.06675.
 *
 * @throws OptimizerException for impossible settings, no parameters, or a parameter that is given twice.
 */
public class Lion(groups: List<Group>) : Optimizer(RULE, groups) {
    /** One group of [parameters]; see [Group]. */
    public constructor(
        parameters: List<Parameter<*>>,
        learningRate: Double = 1e-4,
        beta1: Double = 0.9,
        beta2: Double = 0.99,
        weightDecay: Double = 0.0,
        maximize: Boolean = false,
    ) : this(listOf(Group(parameters, learningRate, beta1, beta2, weightDecay, maximize)))

    /** One group of [parameters] with the usual other settings: the short form for Java. */
    public constructor(parameters: List<Parameter<*>>, learningRate: Double) : this(listOf(Group(parameters, learningRate)))

    /**
     * Parameters that [Lion] changes with settings of their own. State: `exp_avg`.
     *
     * @param beta1 the weight of the mean of gradients in the direction.
     * @param beta2 how much of the mean of gradients stays at each step.
     * @param weightDecay times the learning rate is the part of the parameter that goes at each step.
     * @param maximize goes up the gradient instead of down.
     * @throws OptimizerException for impossible settings.
     */
    public class Group(
        parameters: List<Parameter<*>>,
        learningRate: Double = 1e-4,
        beta1: Double = 0.9,
        beta2: Double = 0.99,
        weightDecay: Double = 0.0,
        maximize: Boolean = false,
    ) : MomentsGroup(RULE, parameters, learningRate, beta1, beta2, epsilon = 0.0, weightDecay, maximize) {
        override val settings: Map<String, Any> get() = super.settings - "epsilon"

        override val stateForms: Map<String, StateForm> get() = StateForm.likeParameter("exp_avg")

        override fun update(value: Value, gradient: Value, state: ParameterState): Unit = updateAll(listOf(Part(value, gradient, state)))

        override fun updateAll(parts: List<Part>): Unit = updateInPlace(ROW, parts.map { step(it) })

        private fun step(part: Part): Update<Step> {
            val step = Step(way.copy(weightDecay = 0.0), learningRate, 1 - learningRate * weightDecay, momentum, beta2)
            return part.update(step, part.state.zeros("exp_avg"))
        }
    }

    private companion object {
        const val RULE = "lion"

        data class Step(val way: Direction, val rate: Double, val shrink: Double, val beta1: Double, val beta2: Double)

        /** Operands: parameter, gradient, mean of gradients. */
        val ROW =
            stepOp<Step>("lion_step", { 3 }) { step, (value, gradient, mean) ->
                val direction = step.way.of(value, gradient)
                val change = sign(movedTowards(mean, direction, step.beta1))
                val shrunk = if (step.shrink == 1.0) value else value * step.shrink
                arrayOf(shrunk - change * step.rate, movedTowards(mean, direction, step.beta2))
            }
    }
}
