package dev.rankine.optim

import dev.rankine.nn.Parameter
import dev.rankine.ops.Value
import dev.rankine.ops.div
import dev.rankine.ops.plus
import dev.rankine.ops.sqrt
import dev.rankine.ops.subInPlace
import dev.rankine.ops.times

/**
 * Adadelta: steps as large as recent steps were, by the size of recent gradients: `v = rho v + (1 - rho) g g`, `d = sqrt(u + eps) / sqrt(v + eps) g`,
 * `u = rho u + (1 - rho) d d`, `p -= lr d`. Zeiler, arXiv:1212.5701.
 *
 * @throws OptimizerException for impossible settings, no parameters, or a parameter that is given twice.
 */
public class Adadelta(groups: List<Group>) : Optimizer(RULE, groups) {
    /** One group of [parameters]; see [Group]. */
    public constructor(
        parameters: List<Parameter<*>>,
        learningRate: Double = 1.0,
        rho: Double = 0.9,
        epsilon: Double = 1e-6,
        weightDecay: Double = 0.0,
        maximize: Boolean = false,
    ) : this(listOf(Group(parameters, learningRate, rho, epsilon, weightDecay, maximize)))

    /** One group of [parameters] with the usual other settings: the short form for Java. */
    public constructor(parameters: List<Parameter<*>>, learningRate: Double) : this(listOf(Group(parameters, learningRate)))

    /**
     * Parameters that [Adadelta] changes with settings of their own. State: `step`, `square_avg`, `acc_delta`.
     *
     * @param rho how much of both means of squares stays at each step.
     * @param epsilon is added to both means of squares; the first step has its size.
     * @param weightDecay times the parameter is added to the gradient.
     * @param maximize goes up the gradient instead of down.
     * @throws OptimizerException for impossible settings.
     */
    public class Group(
        parameters: List<Parameter<*>>,
        learningRate: Double = 1.0,
        private val rho: Double = 0.9,
        private val epsilon: Double = 1e-6,
        weightDecay: Double = 0.0,
        maximize: Boolean = false,
    ) : DirectedGroup(RULE, parameters, learningRate, weightDecay, maximize) {
        override val settings: Map<String, Any> get() = super.settings + mapOf("rho" to rho, "epsilon" to epsilon)

        override val stateForms: Map<String, StateForm> get() = StateForm.likeParameter("square_avg", "acc_delta")

        init {
            requireSetting(rho in 0.0..1.0, "rho", rho)
            requireFinite("epsilon", epsilon)
        }

        override fun update(value: Value, gradient: Value, state: ParameterState) {
            state.countStep()
            val direction = direction(value, gradient)
            val squares = state.zeros("square_avg").moveTowardsSquare(direction, rho)
            val steps = state.zeros("acc_delta")
            val delta = sqrt(steps + epsilon) / sqrt(squares + epsilon) * direction
            steps.moveTowardsSquare(delta, rho)
            value.subInPlace(delta * learningRate)
        }
    }

    private companion object {
        const val RULE = "adadelta"
    }
}
