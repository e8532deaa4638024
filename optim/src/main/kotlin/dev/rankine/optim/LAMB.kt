package dev.rankine.optim

import dev.rankine.nn.Parameter
import dev.rankine.ops.Value
import dev.rankine.ops.div
import dev.rankine.ops.plus
import dev.rankine.ops.sqrt
import dev.rankine.ops.subInPlace
import dev.rankine.ops.times
import kotlin.math.pow

/**
 * LAMB: [Adam]'s direction with weight decay, each parameter's step scaled to its own norm: `u = m^ / (sqrt(v^) + eps) + weightDecay p`,
 * `p -= lr |p| / |u| u`; the factor is 1 where a norm is 0. For large batches. You et al., arXiv:1904.00962.
 *
 * @throws OptimizerException for impossible settings, no parameters, or a parameter that is given twice.
 */
public class LAMB(groups: List<Group>) : Optimizer(RULE, groups) {
    /** One group of [parameters]; see [Group]. */
    public constructor(
        parameters: List<Parameter<*>>,
        learningRate: Double = 1e-3,
        beta1: Double = 0.9,
        beta2: Double = 0.999,
        epsilon: Double = 1e-6,
        weightDecay: Double = 1e-2,
        maximize: Boolean = false,
    ) : this(listOf(Group(parameters, learningRate, beta1, beta2, epsilon, weightDecay, maximize)))

    /** One group of [parameters] with the usual other settings: the short form for Java. */
    public constructor(parameters: List<Parameter<*>>, learningRate: Double) : this(listOf(Group(parameters, learningRate)))

    /**
     * Parameters that [LAMB] changes with settings of their own. State: `step`, `exp_avg`, `exp_avg_sq`.
     *
     * @param beta1 how much of the mean of gradients stays at each step.
     * @param beta2 how much of the mean of their squares stays at each step.
     * @param epsilon is added to the root that divides.
     * @param weightDecay times the parameter is added to the direction.
     * @param maximize goes up the gradient instead of down.
     * @throws OptimizerException for impossible settings.
     */
    public class Group(
        parameters: List<Parameter<*>>,
        learningRate: Double = 1e-3,
        beta1: Double = 0.9,
        beta2: Double = 0.999,
        epsilon: Double = 1e-6,
        weightDecay: Double = 1e-2,
        maximize: Boolean = false,
    ) : MomentsGroup(RULE, parameters, learningRate, beta1, beta2, epsilon, weightDecay, maximize) {
        override fun update(value: Value, gradient: Value, state: ParameterState) {
            val count = state.countStep()
            val direction = turned(gradient)
            val mean = state.zeros("exp_avg").moveTowards(direction, momentum)
            val square = state.zeros("exp_avg_sq").moveTowardsSquare(direction, beta2)
            val deviation = sqrt(square / (1 - beta2.pow(count))) + epsilon
            val change = mean / deviation / (1 - momentum.pow(count)) + value * weightDecay
            val (size, length) = norm(value) to norm(change)
            value.subInPlace(change * (learningRate * if (size > 0 && length > 0) size / length else 1.0))
        }
    }

    private companion object {
        const val RULE = "lamb"
    }
}
