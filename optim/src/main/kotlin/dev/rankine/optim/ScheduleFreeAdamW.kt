package dev.rankine.optim

import dev.rankine.nn.Parameter
import dev.rankine.ops.Value
import dev.rankine.ops.copy
import dev.rankine.ops.copyFrom
import dev.rankine.ops.div
import dev.rankine.ops.invoke
import dev.rankine.ops.lerp
import dev.rankine.ops.noGrad
import dev.rankine.ops.nonCancellable
import dev.rankine.ops.plus
import dev.rankine.ops.scope
import dev.rankine.ops.sqrt
import dev.rankine.ops.subInPlace
import dev.rankine.ops.times
import kotlin.math.pow
import kotlin.math.sqrt

/**
 * [AdamW] that needs no schedule: gradients are taken at `y = (1 - beta1) z + beta1 x`, where z makes the steps, `z -= gamma (g / (sqrt(v) + eps) + weightDecay y)`
 * with `gamma = lr sqrt(1 - beta2^t) min(1, t / warmupSteps)`, and x is their mean, weighted by `gamma^2`. While training, parameters are y; to
 * evaluate or save a model they must be x: [swapIn], [swapOut], or `optimizer.use { ... }`. A `Trainer` does it by itself to
 * validate and for its best checkpoint; after `fit` the model holds y, until `trainer.swapIn()`. Defazio et al.,
 * arXiv:2405.15682.
 *
 * @throws OptimizerException for impossible settings, no parameters, or a parameter that is given twice.
 */
public class ScheduleFreeAdamW(groups: List<Group>) :
    Optimizer(RULE, groups),
    SwappedWeights {
    /** One group of [parameters]; see [Group]. */
    public constructor(
        parameters: List<Parameter<*>>,
        learningRate: Double = 2.5e-3,
        beta1: Double = 0.9,
        beta2: Double = 0.999,
        epsilon: Double = 1e-8,
        weightDecay: Double = 0.0,
        warmupSteps: Int = 0,
        maximize: Boolean = false,
    ) : this(listOf(Group(parameters, learningRate, beta1, beta2, epsilon, weightDecay, warmupSteps, maximize)))

    /** One group of [parameters] with the usual other settings: the short form for Java. */
    public constructor(parameters: List<Parameter<*>>, learningRate: Double) : this(listOf(Group(parameters, learningRate)))

    override val isSwappedIn: Boolean get() = parameters.any { stateOf(it)[LEARNING] != null }

    override fun swapIn() {
        if (isSwappedIn) return
        nonCancellable {
            noGrad {
                for (group in groups) for (parameter in group.parameters) (group as Group).toMean(parameter.value, stateOf(parameter))
            }
        }
    }

    override fun swapOut(): Unit =
        nonCancellable {
            for (parameter in parameters) {
                val state = stateOf(parameter)
                state[LEARNING]?.let { noGrad { parameter.value.copyFrom(it) } }
                state.forget(LEARNING)
            }
        }

    /**
     * Takes one step; see [Optimizer.step].
     *
     * @throws OptimizerException also if the parameters hold the numbers to evaluate with.
     */
    override fun step() {
        if (isSwappedIn) {
            throw OptimizerException(
                "$RULE: the parameters hold the mean, to evaluate with\n  hint: call swapOut() before training goes on",
            )
        }
        super.step()
    }

    /**
     * Parameters that [ScheduleFreeAdamW] changes with settings of their own. State: `step`, `z`, `exp_avg_sq`, `weight_sum`; between [swapIn] and
     * [swapOut] `y`, the numbers that learn.
     *
     * @param beta1 how far the point where gradients are taken lies from z to the mean, above 0.
     * @param beta2 how much of the mean of squares of the gradient stays at each step.
     * @param epsilon is added to the root that divides.
     * @param weightDecay times the learning rate is the part of the parameter that goes at each step.
     * @param warmupSteps in how many steps the learning rate rises.
     * @param maximize goes up the gradient instead of down.
     * @throws OptimizerException for impossible settings.
     */
    public class Group(
        parameters: List<Parameter<*>>,
        learningRate: Double = 2.5e-3,
        private val beta1: Double = 0.9,
        private val beta2: Double = 0.999,
        private val epsilon: Double = 1e-8,
        weightDecay: Double = 0.0,
        private val warmupSteps: Int = 0,
        maximize: Boolean = false,
    ) : DirectedGroup(RULE, parameters, learningRate, weightDecay, maximize) {
        override val needsOptimizer: String get() = RULE

        override val settings: Map<String, Any> get() =
            super.settings + mapOf("beta1" to beta1, "beta2" to beta2, "epsilon" to epsilon, "warmupSteps" to warmupSteps)

        override val stateForms: Map<String, StateForm> get() =
            StateForm.COUNT +
                StateForm.likeParameter("z", "exp_avg_sq") +
                mapOf(LEARNING to StateForm.LIKE_PARAMETER.optional()) +
                StateForm.numbers("weight_sum")

        init {
            requireSetting(beta1 > 0 && beta1 < 1, "beta1, which is above 0 and below 1", beta1)
            requireSetting(beta2 in 0.0..<1.0, "beta2", beta2)
            requireFinite("epsilon", epsilon)
            requireSetting(warmupSteps >= 0, "number of steps to warm up", warmupSteps.toDouble())
        }

        override fun update(value: Value, gradient: Value, state: ParameterState) {
            val z = state.getOrPut("z") { copy(value) }
            val count = state.countStep()
            val rate = learningRate * sqrt(1 - beta2.pow(count)) * if (count < warmupSteps) count.toDouble() / warmupSteps else 1.0
            val total = state.number("weight_sum", 0.0) + rate * rate
            state.setNumber("weight_sum", total)
            val part = if (total > 0) rate * rate / total else 0.0
            val direction = turned(gradient)
            val square = state.zeros("exp_avg_sq").moveTowardsSquare(direction, beta2)
            val scaled = direction / (sqrt(square) + epsilon)
            val change = if (weightDecay == 0.0) scaled else scaled + value * weightDecay
            // the new y, with the old z and before x is known: x moves by part of the way to the new z, z by rate
            value.copyFrom(lerp(value, z, part) + change * (rate * (beta1 * (1 - part) - 1)))
            z.subInPlace(change * rate)
        }

        /** Puts x in the place of y, which is kept. */
        internal fun toMean(value: Value, state: ParameterState) {
            val z = state["z"] ?: return
            state.replace(LEARNING, value)
            scope("$RULE swapIn") { value.copyFrom(lerp(value, z, 1 - 1 / beta1)) }
        }
    }

    private companion object {
        const val RULE = "schedule_free_adamw"
        const val LEARNING = "y"
    }
}
