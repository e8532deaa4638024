package dev.rankine.optim

import dev.rankine.nn.Parameter
import dev.rankine.ops.Value
import dev.rankine.ops.clamp
import dev.rankine.ops.copyFrom
import dev.rankine.ops.fullLike
import dev.rankine.ops.gt
import dev.rankine.ops.invoke
import dev.rankine.ops.lt
import dev.rankine.ops.onesLike
import dev.rankine.ops.sign
import dev.rankine.ops.subInPlace
import dev.rankine.ops.times
import dev.rankine.ops.where
import dev.rankine.ops.zerosLike

/**
 * Resilient propagation: every element has a step size of its own, which grows while the sign of its gradient stays and shrinks when it changes; the size of
 * the gradient does not matter, so whole data sets are its batches. Where the sign has changed no step is taken. Riedmiller & Braun, ICNN 1993.
 *
 * @throws OptimizerException for impossible settings, no parameters, or a parameter that is given twice.
 */
public class Rprop(groups: List<Group>) : Optimizer(RULE, groups) {
    /** One group of [parameters]; see [Group]. */
    public constructor(
        parameters: List<Parameter<*>>,
        learningRate: Double = 1e-2,
        etaMinus: Double = 0.5,
        etaPlus: Double = 1.2,
        minStep: Double = 1e-6,
        maxStep: Double = 50.0,
        maximize: Boolean = false,
    ) : this(listOf(Group(parameters, learningRate, etaMinus, etaPlus, minStep, maxStep, maximize)))

    /** One group of [parameters] with the usual other settings: the short form for Java. */
    public constructor(parameters: List<Parameter<*>>, learningRate: Double) : this(listOf(Group(parameters, learningRate)))

    /**
     * Parameters that [Rprop] changes with settings of their own. State: `step`, `prev`, `step_size`.
     *
     * @param learningRate the size of the first step.
     * @param etaMinus the factor of the step size where the sign changes.
     * @param etaPlus the factor where it stays.
     * @param minStep the smallest step.
     * @param maxStep the largest step.
     * @param maximize goes up the gradient instead of down.
     * @throws OptimizerException for impossible settings.
     */
    public class Group(
        parameters: List<Parameter<*>>,
        learningRate: Double = 1e-2,
        private val etaMinus: Double = 0.5,
        private val etaPlus: Double = 1.2,
        private val minStep: Double = 1e-6,
        private val maxStep: Double = 50.0,
        maximize: Boolean = false,
    ) : DirectedGroup(RULE, parameters, learningRate, weightDecay = 0.0, maximize) {
        override val settings: Map<String, Any> get() =
            super.settings - "weightDecay" + mapOf("etaMinus" to etaMinus, "etaPlus" to etaPlus, "minStep" to minStep, "maxStep" to maxStep)

        override val stateForms: Map<String, StateForm> get() = StateForm.likeParameter("prev", "step_size")

        init {
            requireSetting(etaMinus > 0 && etaMinus < 1, "eta minus, which is between 0 and 1", etaMinus)
            requireSetting(etaPlus > 1 && etaPlus.isFinite(), "eta plus, which is above 1", etaPlus)
            requireFinite("smallest step", minStep)
            requireSetting(maxStep >= minStep, "largest step, below the smallest", maxStep)
        }

        override fun update(value: Value, gradient: Value, state: ParameterState) {
            state.countStep()
            val direction = turned(gradient)
            val before = state.zeros("prev")
            val sizes = state.getOrPut("step_size") { fullLike(value, learningRate) }
            val agreement = sign(direction * before)
            val zero = zerosLike(value)
            val hasTurned = lt(agreement, zero)
            val factor = where(hasTurned, fullLike(value, etaMinus), where(gt(agreement, zero), fullLike(value, etaPlus), onesLike(value)))
            sizes.copyFrom(clamp(sizes * factor, minStep, maxStep))
            before.copyFrom(where(hasTurned, zero, direction))
            value.subInPlace(sign(before) * sizes)
        }
    }

    private companion object {
        const val RULE = "rprop"
    }
}
