package dev.rankine.optim

import dev.rankine.nn.Parameter
import dev.rankine.ops.Value
import dev.rankine.ops.abs
import dev.rankine.ops.copyFrom
import dev.rankine.ops.div
import dev.rankine.ops.maximum
import dev.rankine.ops.plus
import dev.rankine.ops.subInPlace
import dev.rankine.ops.times
import kotlin.math.pow

/**
 * Adam with the largest gradient so far, which fades, in the place of the root of the mean of squares: `m = beta1 m + (1 - beta1) g`,
 * `u = max(beta2 u, |g| + eps)`, `p -= lr / (1 - beta1^t) m / u`. Kingma & Ba, arXiv:1412.6980, section 7.1.
 *
 * @throws OptimizerException for impossible settings, no parameters, or a parameter that is given twice.
 */
public class Adamax(groups: List<Group>) : Optimizer(RULE, groups) {
    /** One group of [parameters]; see [Group]. */
    public constructor(
        parameters: List<Parameter<*>>,
        learningRate: Double = 2e-3,
        beta1: Double = 0.9,
        beta2: Double = 0.999,
        epsilon: Double = 1e-8,
        weightDecay: Double = 0.0,
        maximize: Boolean = false,
    ) : this(listOf(Group(parameters, learningRate, beta1, beta2, epsilon, weightDecay, maximize)))

    /** One group of [parameters] with the usual other settings: the short form for Java. */
    public constructor(parameters: List<Parameter<*>>, learningRate: Double) : this(listOf(Group(parameters, learningRate)))

    /**
     * Parameters that [Adamax] changes with settings of their own. State: `step`, `exp_avg`, `exp_inf`.
     *
     * @param beta1 how much of the mean of gradients stays at each step.
     * @param beta2 how much of the largest size stays at each step.
     * @param epsilon is added to the size of the gradient.
     * @param weightDecay times the parameter is added to the gradient.
     * @param maximize goes up the gradient instead of down.
     * @throws OptimizerException for impossible settings.
     */
    public class Group(
        parameters: List<Parameter<*>>,
        learningRate: Double = 2e-3,
        beta1: Double = 0.9,
        beta2: Double = 0.999,
        epsilon: Double = 1e-8,
        weightDecay: Double = 0.0,
        maximize: Boolean = false,
    ) : MomentsGroup(RULE, parameters, learningRate, beta1, beta2, epsilon, weightDecay, maximize) {
        override val stateForms: Map<String, StateForm> get() = StateForm.COUNT + StateForm.likeParameter("exp_avg", "exp_inf")

        override fun update(value: Value, gradient: Value, state: ParameterState) {
            val rate = learningRate / (1 - momentum.pow(state.countStep()))
            val direction = direction(value, gradient)
            val mean = state.zeros("exp_avg").moveTowards(direction, momentum)
            val largest = state.zeros("exp_inf")
            largest.copyFrom(maximum(largest * beta2, abs(direction) + epsilon))
            value.subInPlace(mean / largest * rate)
        }
    }

    private companion object {
        const val RULE = "adamax"
    }
}
