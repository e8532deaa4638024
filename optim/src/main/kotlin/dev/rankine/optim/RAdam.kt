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
import kotlin.math.sqrt

/**
 * Adam whose first steps, while the mean of squares rests on few gradients, are those of plain momentum, and whose later ones are scaled by how certain
 * it is: with `r(t) = r - 2 t beta2^t / (1 - beta2^t)`, `r = 2 / (1 - beta2) - 1`, the factor
 * `sqrt((r(t) - 4)(r(t) - 2) r / ((r - 4)(r - 2) r(t)))` if `r(t) > 5`. Liu et al., arXiv:1908.03265.
 *
 * @throws OptimizerException for impossible settings, no parameters, or a parameter that is given twice.
 */
public class RAdam(groups: List<Group>) : Optimizer(RULE, groups) {
    /** One group of [parameters]; see [Group]. */
    public constructor(
        parameters: List<Parameter<*>>,
        learningRate: Double = 1e-3,
        beta1: Double = 0.9,
        beta2: Double = 0.999,
        epsilon: Double = 1e-8,
        weightDecay: Double = 0.0,
        decoupled: Boolean = false,
        maximize: Boolean = false,
    ) : this(listOf(Group(parameters, learningRate, beta1, beta2, epsilon, weightDecay, decoupled, maximize)))

    /** One group of [parameters] with the usual other settings: the short form for Java. */
    public constructor(parameters: List<Parameter<*>>, learningRate: Double) : this(listOf(Group(parameters, learningRate)))

    /**
     * Parameters that [RAdam] changes with settings of their own. State: `step`, `exp_avg`, `exp_avg_sq`.
     *
     * @param beta1 how much of the mean of gradients stays at each step.
     * @param beta2 how much of the mean of their squares stays at each step.
     * @param epsilon is added to the root that divides.
     * @param weightDecay times the parameter is added to the gradient.
     * @param decoupled lets the parameter shrink by the factor `1 - lr * weightDecay` instead, as [AdamW] does.
     * @param maximize goes up the gradient instead of down.
     * @throws OptimizerException for impossible settings.
     */
    public class Group(
        parameters: List<Parameter<*>>,
        learningRate: Double = 1e-3,
        beta1: Double = 0.9,
        beta2: Double = 0.999,
        epsilon: Double = 1e-8,
        weightDecay: Double = 0.0,
        private val decoupled: Boolean = false,
        maximize: Boolean = false,
    ) : MomentsGroup(RULE, parameters, learningRate, beta1, beta2, epsilon, weightDecay, maximize) {
        override val settings: Map<String, Any> get() = super.settings + mapOf("decoupled" to decoupled)

        override fun update(value: Value, gradient: Value, state: ParameterState): Unit = updateAll(listOf(Part(value, gradient, state)))

        override fun updateAll(parts: List<Part>): Unit = updateInPlace(ROW, parts.map { step(it) })

        private fun step(part: Part): Update<Step> {
            val count = part.state.countStep()
            val rate = learningRate / (1 - momentum.pow(count))
            val certainty = certainty(count)
            val step =
                Step(
                    way = if (decoupled) way.copy(weightDecay = 0.0) else way,
                    shrink = if (decoupled) 1 - learningRate * weightDecay else 1.0,
                    beta1 = momentum,
                    beta2 = beta2,
                    epsilon = epsilon,
                    rate = if (certainty == null) rate else rate * certainty * sqrt(1 - beta2.pow(count)),
                    isCertain = certainty != null,
                )
            return part.update(step, part.state.zeros("exp_avg"), part.state.zeros("exp_avg_sq"))
        }

        /** Null while the variance of the mean of squares cannot be told. */
        private fun certainty(count: Int): Double? {
            val limit = 2 / (1 - beta2) - 1
            val length = limit - 2 * count * beta2.pow(count) / (1 - beta2.pow(count))
            if (length <= 5) return null
            return sqrt((length - 4) * (length - 2) * limit / ((limit - 4) * (limit - 2) * length))
        }
    }

    private companion object {
        const val RULE = "radam"

        data class Step(
            val way: Direction,
            val shrink: Double,
            val beta1: Double,
            val beta2: Double,
            val epsilon: Double,
            val rate: Double,
            val isCertain: Boolean,
        )

        /** Operands: parameter, gradient, mean of gradients, mean of their squares. */
        val ROW =
            stepOp<Step>("radam_step", { 4 }) { step, (value, gradient, mean, square) ->
                val direction = step.way.of(value, gradient)
                val newMean = movedTowards(mean, direction, step.beta1)
                val newSquare = movedTowards(square, square(direction), step.beta2)
                val change = if (step.isCertain) newMean / (sqrt(newSquare) + step.epsilon) else newMean
                val shrunk = if (step.shrink == 1.0) value else value * step.shrink
                arrayOf(shrunk - change * step.rate, newMean, newSquare)
            }
    }
}
