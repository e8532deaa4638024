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

/**
 * RMSprop: steps divided by the root of a running mean of the squares of the gradient: `v = alpha v + (1 - alpha) g g`, `p -= lr g / (sqrt(v) + eps)`,
 * with a momentum `b = momentum b + g / (sqrt(v) + eps)`, `p -= lr b`. Hinton, Coursera lecture 6e (2012); PyTorch's RMSprop.
 *
 * @throws OptimizerException for impossible settings, no parameters, or a parameter that is given twice.
 */
public class RMSprop(groups: List<Group>) : Optimizer(RULE, groups) {
    /** One group of [parameters]; see [Group]. */
    public constructor(
        parameters: List<Parameter<*>>,
        learningRate: Double = 1e-2,
        alpha: Double = 0.99,
        epsilon: Double = 1e-8,
        weightDecay: Double = 0.0,
        momentum: Double = 0.0,
        centered: Boolean = false,
        maximize: Boolean = false,
    ) : this(listOf(Group(parameters, learningRate, alpha, epsilon, weightDecay, momentum, centered, maximize)))

    /** One group of [parameters] with the usual other settings: the short form for Java. */
    public constructor(parameters: List<Parameter<*>>, learningRate: Double) : this(listOf(Group(parameters, learningRate)))

    /**
     * Parameters that [RMSprop] changes with settings of their own. State: `step`, `square_avg`, `momentum_buffer`, `grad_avg`.
     *
     * @param alpha how much of the mean of squares stays at each step.
     * @param epsilon is added to the root that divides.
     * @param weightDecay times the parameter is added to the gradient.
     * @param momentum how much of the scaled direction so far stays at each step.
     * @param centered subtracts the square of the running mean of the gradient from the mean of squares: an estimate of the variance. Graves, arXiv:1308.0850.
     * @param maximize goes up the gradient instead of down.
     * @throws OptimizerException for impossible settings.
     */
    public class Group(
        parameters: List<Parameter<*>>,
        learningRate: Double = 1e-2,
        private val alpha: Double = 0.99,
        private val epsilon: Double = 1e-8,
        weightDecay: Double = 0.0,
        momentum: Double = 0.0,
        private val centered: Boolean = false,
        maximize: Boolean = false,
    ) : DirectedGroup(RULE, parameters, learningRate, weightDecay, maximize),
        MomentumGroup {
        override var momentum: Double = momentum
            set(new) {
                requireFinite("momentum", new)
                field = new
            }

        override val settings: Map<String, Any> get() =
            super.settings +
                mapOf("alpha" to alpha, "epsilon" to epsilon, "centered" to centered)

        override val stateForms: Map<String, StateForm> get() =
            StateForm.likeParameter("square_avg") +
                mapOf(
                    "momentum_buffer" to StateForm.LIKE_PARAMETER.optional(needed = momentum != 0.0),
                    "grad_avg" to StateForm.LIKE_PARAMETER.optional(needed = centered),
                )

        init {
            requireSetting(alpha in 0.0..1.0, "alpha", alpha)
            requireFinite("epsilon", epsilon)
            requireFinite("momentum", momentum)
        }

        override fun update(value: Value, gradient: Value, state: ParameterState): Unit = updateAll(listOf(Part(value, gradient, state)))

        override fun updateAll(parts: List<Part>): Unit = updateInPlace(ROW, parts.map { step(it) })

        private fun step(part: Part): Update<Step> {
            part.state.countStep()
            val remembered =
                listOfNotNull(
                    part.state.zeros("square_avg"),
                    if (centered) part.state.zeros("grad_avg") else null,
                    if (momentum != 0.0) part.state.zeros("momentum_buffer") else null,
                )
            return part.update(Step(way, learningRate, alpha, epsilon, momentum, centered), *remembered.toTypedArray())
        }
    }

    private companion object {
        const val RULE = "rmsprop"

        data class Step(
            val way: Direction,
            val rate: Double,
            val alpha: Double,
            val epsilon: Double,
            val momentum: Double,
            val centered: Boolean,
        ) {
            /** Operands: parameter, gradient, mean of squares, and where the settings ask for them the mean of gradients and the direction so far. */
            val operands: Int get() = 3 + (if (centered) 1 else 0) + (if (momentum != 0.0) 1 else 0)
        }

        val ROW =
            stepOp("rmsprop_step", Step::operands) { step, x ->
                val direction = step.way.of(x[0], x[1])
                val variance = movedTowards(x[2], square(direction), step.alpha)
                val mean = if (step.centered) movedTowards(x[3], direction, step.alpha) else null
                val scaled = direction / (sqrt(if (mean == null) variance else variance - square(mean)) + step.epsilon)
                val buffer = if (step.momentum != 0.0) x.last() * step.momentum + scaled else null
                listOfNotNull(x[0] - (buffer ?: scaled) * step.rate, variance, mean, buffer).toTypedArray()
            }
    }
}
