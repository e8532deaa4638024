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

        override fun update(value: Value, gradient: Value, state: ParameterState): Unit = updateAll(listOf(Part(value, gradient, state)))

        override fun updateAll(parts: List<Part>): Unit = updateInPlace(ROW, parts.map { step(it) })

        private fun step(part: Part): Update<Step> {
            part.state.countStep()
            return part.update(Step(way, learningRate, rho, epsilon), part.state.zeros("square_avg"), part.state.zeros("acc_delta"))
        }
    }

    private companion object {
        const val RULE = "adadelta"

        data class Step(val way: Direction, val rate: Double, val rho: Double, val epsilon: Double)

        /** Operands: parameter, gradient, mean of the squares of gradients, mean of the squares of changes. */
        val ROW =
            stepOp<Step>("adadelta_step", { 4 }) { step, (value, gradient, squares, changes) ->
                val direction = step.way.of(value, gradient)
                val newSquares = movedTowards(squares, square(direction), step.rho)
                val change = sqrt(changes + step.epsilon) / sqrt(newSquares + step.epsilon) * direction
                arrayOf(value - change * step.rate, newSquares, movedTowards(changes, square(change), step.rho))
            }
    }
}
