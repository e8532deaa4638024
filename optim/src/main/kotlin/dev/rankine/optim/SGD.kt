package dev.rankine.optim

import dev.rankine.nn.Parameter
import dev.rankine.ops.SgdStepAttributes
import dev.rankine.ops.Update
import dev.rankine.ops.Value
import dev.rankine.ops.sgdStepOp
import dev.rankine.ops.updateInPlace

/**
 * Stochastic gradient descent, with momentum as PyTorch has it: `b = momentum * b + (1 - dampening) * g`, `p -= lr * b`
 * (`lr * (g + momentum * b)` with Nesterov). The first step sets `b = g`. Sutskever et al., ICML 2013.
 *
 * @throws OptimizerException for impossible settings, no parameters, or a parameter that is given twice.
 */
public class SGD(groups: List<Group>) : Optimizer(RULE, groups) {
    /** One group of [parameters]; see [Group]. */
    public constructor(
        parameters: List<Parameter<*>>,
        learningRate: Double = 1e-3,
        momentum: Double = 0.0,
        dampening: Double = 0.0,
        weightDecay: Double = 0.0,
        nesterov: Boolean = false,
        maximize: Boolean = false,
    ) : this(listOf(Group(parameters, learningRate, momentum, dampening, weightDecay, nesterov, maximize)))

    /** One group of [parameters] with the usual other settings: the short form for Java. */
    public constructor(parameters: List<Parameter<*>>, learningRate: Double) : this(listOf(Group(parameters, learningRate)))

    /**
     * Parameters that [SGD] changes with settings of their own. State: `momentum_buffer`, if there is a momentum.
     *
     * @param weightDecay times the parameter is added to the gradient.
     * @param maximize goes up the gradient instead of down.
     * @throws OptimizerException for impossible settings.
     */
    public class Group(
        parameters: List<Parameter<*>>,
        learningRate: Double = 1e-3,
        momentum: Double = 0.0,
        private val dampening: Double = 0.0,
        private val weightDecay: Double = 0.0,
        private val nesterov: Boolean = false,
        private val maximize: Boolean = false,
    ) : ParameterGroup(RULE, parameters, learningRate),
        MomentumGroup {
        override var momentum: Double = momentum
            set(new) {
                requireMomentum(new)
                field = new
            }

        override val settings: Map<String, Any> get() =
            mapOf("dampening" to dampening, "weightDecay" to weightDecay, "nesterov" to nesterov, "maximize" to maximize)

        override val stateForms: Map<String, StateForm> get() = StateForm.likeParameter(BUFFER)

        init {
            requireMomentum(momentum)
            requireSetting(dampening.isFinite(), "dampening", dampening)
            requireFinite("weight decay", weightDecay)
            if (nesterov) requireSetting(dampening == 0.0, "dampening for nesterov, which needs none", dampening)
        }

        override fun update(value: Value, gradient: Value, state: ParameterState): Unit = updateAll(listOf(Part(value, gradient, state)))

        override fun updateAll(parts: List<Part>): Unit = updateInPlace(sgdStepOp, parts.map { step(it) })

        private fun step(part: Part): Update<SgdStepAttributes> {
            val attributes = SgdStepAttributes(learningRate, momentum, dampening, weightDecay, nesterov, maximize)
            if (momentum == 0.0) return Update(attributes, arrayOf(part.value, part.gradient), arrayOf(part.value))
            val isFirst = part.state[BUFFER] == null
            val buffer = part.state.zeros(BUFFER)
            return Update(attributes.copy(isFirst = isFirst), arrayOf(part.value, part.gradient, buffer), arrayOf(part.value, buffer))
        }

        private fun requireMomentum(momentum: Double) {
            requireFinite("momentum", momentum)
            if (nesterov) requireSetting(momentum > 0, "momentum for nesterov, which needs one", momentum)
        }
    }

    private companion object {
        const val RULE = "sgd"
        const val BUFFER = "momentum_buffer"
    }
}
