package dev.rankine.optim

import dev.rankine.nn.Parameter
import dev.rankine.ops.Update
import dev.rankine.ops.Value
import dev.rankine.ops.div
import dev.rankine.ops.fullLike
import dev.rankine.ops.minus
import dev.rankine.ops.plus
import dev.rankine.ops.sqrt
import dev.rankine.ops.square
import dev.rankine.ops.stepOp
import dev.rankine.ops.times
import dev.rankine.ops.updateInPlace

/**
 * Adagrad: steps divided by the root of the sum of all squares of the gradient so far: `s += g g`, `p -= lr / (1 + (t - 1) decay) g / (sqrt(s) + eps)`.
 * Duchi et al., JMLR 12 (2011).
 *
 * @throws OptimizerException for impossible settings, no parameters, or a parameter that is given twice.
 */
public class Adagrad(groups: List<Group>) : Optimizer(RULE, groups) {
    /** One group of [parameters]; see [Group]. */
    public constructor(
        parameters: List<Parameter<*>>,
        learningRate: Double = 1e-2,
        learningRateDecay: Double = 0.0,
        weightDecay: Double = 0.0,
        initialAccumulator: Double = 0.0,
        epsilon: Double = 1e-10,
        maximize: Boolean = false,
    ) : this(listOf(Group(parameters, learningRate, learningRateDecay, weightDecay, initialAccumulator, epsilon, maximize)))

    /** One group of [parameters] with the usual other settings: the short form for Java. */
    public constructor(parameters: List<Parameter<*>>, learningRate: Double) : this(listOf(Group(parameters, learningRate)))

    /**
     * Parameters that [Adagrad] changes with settings of their own. State: `step`, `sum`.
     *
     * @param learningRateDecay how fast the step size shrinks with the number of steps.
     * @param weightDecay times the parameter is added to the gradient.
     * @param initialAccumulator what the sum of squares begins with.
     * @param epsilon is added to the root that divides.
     * @param maximize goes up the gradient instead of down.
     * @throws OptimizerException for impossible settings.
     */
    public class Group(
        parameters: List<Parameter<*>>,
        learningRate: Double = 1e-2,
        private val learningRateDecay: Double = 0.0,
        weightDecay: Double = 0.0,
        private val initialAccumulator: Double = 0.0,
        private val epsilon: Double = 1e-10,
        maximize: Boolean = false,
    ) : DirectedGroup(RULE, parameters, learningRate, weightDecay, maximize) {
        override val settings: Map<String, Any> get() =
            super.settings +
                mapOf("learningRateDecay" to learningRateDecay, "initialAccumulator" to initialAccumulator, "epsilon" to epsilon)

        override val stateForms: Map<String, StateForm> get() = StateForm.COUNT + StateForm.likeParameter("sum")

        init {
            requireFinite("decay of the learning rate", learningRateDecay)
            requireFinite("initial accumulator", initialAccumulator)
            requireFinite("epsilon", epsilon)
        }

        override fun update(value: Value, gradient: Value, state: ParameterState): Unit = updateAll(listOf(Part(value, gradient, state)))

        override fun updateAll(parts: List<Part>): Unit = updateInPlace(ROW, parts.map { step(it) })

        private fun step(part: Part): Update<Step> {
            val rate = learningRate / (1 + (part.state.countStep() - 1) * learningRateDecay)
            return part.update(Step(way, rate, epsilon), part.state.getOrPut("sum") { fullLike(part.value, initialAccumulator) })
        }
    }

    private companion object {
        const val RULE = "adagrad"

        data class Step(val way: Direction, val rate: Double, val epsilon: Double)

        /** Operands: parameter, gradient, sum of squares. */
        val ROW =
            stepOp<Step>("adagrad_step", { 3 }) { step, (value, gradient, sum) ->
                val direction = step.way.of(value, gradient)
                val squares = sum + square(direction)
                arrayOf(value - direction / (sqrt(squares) + step.epsilon) * step.rate, squares)
            }
    }
}
