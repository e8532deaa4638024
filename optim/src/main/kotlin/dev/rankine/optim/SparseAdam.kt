package dev.rankine.optim

import dev.rankine.nn.Parameter
import dev.rankine.ops.Value
import dev.rankine.ops.any
import dev.rankine.ops.copyFrom
import dev.rankine.ops.div
import dev.rankine.ops.invoke
import dev.rankine.ops.minus
import dev.rankine.ops.ne
import dev.rankine.ops.plus
import dev.rankine.ops.sqrt
import dev.rankine.ops.square
import dev.rankine.ops.times
import dev.rankine.ops.where
import dev.rankine.ops.zerosLike
import kotlin.math.pow
import kotlin.math.sqrt

/**
 * [Adam] for tables of which a step uses few rows, such as embeddings: only the rows (along the first axis) that have a gradient other than zero are changed,
 * in the parameter and in the means. PyTorch's SparseAdam, which takes the rows from a sparse gradient; here the gradient is dense.
 *
 * @throws OptimizerException for impossible settings, no parameters, or a parameter that is given twice.
 */
public class SparseAdam(groups: List<Group>) : Optimizer(RULE, groups) {
    /** One group of [parameters]; see [Group]. */
    public constructor(
        parameters: List<Parameter<*>>,
        learningRate: Double = 1e-3,
        beta1: Double = 0.9,
        beta2: Double = 0.999,
        epsilon: Double = 1e-8,
        maximize: Boolean = false,
    ) : this(listOf(Group(parameters, learningRate, beta1, beta2, epsilon, maximize)))

    /** One group of [parameters] with the usual other settings: the short form for Java. */
    public constructor(parameters: List<Parameter<*>>, learningRate: Double) : this(listOf(Group(parameters, learningRate)))

    /**
     * Parameters that [SparseAdam] changes with settings of their own. State: `step`, `exp_avg`, `exp_avg_sq`.
     *
     * @param beta1 how much of the mean of gradients stays at each step.
     * @param beta2 how much of the mean of their squares stays at each step.
     * @param epsilon is added to the root that divides.
     * @param maximize goes up the gradient instead of down.
     * @throws OptimizerException for impossible settings.
     */
    public class Group(
        parameters: List<Parameter<*>>,
        learningRate: Double = 1e-3,
        beta1: Double = 0.9,
        beta2: Double = 0.999,
        epsilon: Double = 1e-8,
        maximize: Boolean = false,
    ) : MomentsGroup(RULE, parameters, learningRate, beta1, beta2, epsilon, weightDecay = 0.0, maximize) {
        override val settings: Map<String, Any> get() = super.settings - "weightDecay"

        init {
            parameters.firstOrNull { it.value.rank == 0 }?.let {
                throw OptimizerException(
                    "$RULE: ${it.name} has no rows: it is one number",
                )
            }
        }

        override fun update(value: Value, gradient: Value, state: ParameterState) {
            val count = state.countStep()
            val direction = turned(gradient)
            val nonzero = ne(gradient, zerosLike(gradient))
            val used = if (value.rank == 1) nonzero else any(nonzero, (1 until value.rank).toList(), keepDim = true)
            val mean = state.zeros("exp_avg")
            val square = state.zeros("exp_avg_sq")
            mean.copyFrom(where(used, mean * momentum + direction * (1 - momentum), mean))
            square.copyFrom(where(used, square * beta2 + square(direction) * (1 - beta2), square))
            val rate = learningRate * sqrt(1 - beta2.pow(count)) / (1 - momentum.pow(count))
            value.copyFrom(where(used, value - mean / (sqrt(square) + epsilon) * rate, value))
        }
    }

    private companion object {
        const val RULE = "sparse_adam"
    }
}
