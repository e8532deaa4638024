package dev.rankine.optim

import dev.rankine.nn.Parameter
import dev.rankine.ops.Update
import dev.rankine.ops.Value
import dev.rankine.ops.abs
import dev.rankine.ops.div
import dev.rankine.ops.maximum
import dev.rankine.ops.minus
import dev.rankine.ops.plus
import dev.rankine.ops.stepOp
import dev.rankine.ops.times
import dev.rankine.ops.updateInPlace
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

        override fun update(value: Value, gradient: Value, state: ParameterState): Unit = updateAll(listOf(Part(value, gradient, state)))

        override fun updateAll(parts: List<Part>): Unit = updateInPlace(ROW, parts.map { step(it) })

        private fun step(part: Part): Update<Step> {
            val rate = learningRate / (1 - momentum.pow(part.state.countStep()))
            return part.update(Step(way, rate, momentum, beta2, epsilon), part.state.zeros("exp_avg"), part.state.zeros("exp_inf"))
        }
    }

    private companion object {
        const val RULE = "adamax"

        data class Step(val way: Direction, val rate: Double, val beta1: Double, val beta2: Double, val epsilon: Double)

        /** Operands: parameter, gradient, mean of gradients, their largest size. */
        val ROW =
            stepOp<Step>("adamax_step", { 4 }) { step, (value, gradient, mean, largest) ->
                val direction = step.way.of(value, gradient)
                val newMean = movedTowards(mean, direction, step.beta1)
                val newLargest = maximum(largest * step.beta2, abs(direction) + step.epsilon)
                arrayOf(value - newMean / newLargest * step.rate, newMean, newLargest)
            }
    }
}
