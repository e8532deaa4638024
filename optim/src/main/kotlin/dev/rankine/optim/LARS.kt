package dev.rankine.optim

import dev.rankine.nn.Parameter
import dev.rankine.ops.Value
import dev.rankine.ops.addInPlace
import dev.rankine.ops.mulInPlace
import dev.rankine.ops.subInPlace
import dev.rankine.ops.times

/**
 * LARS: gradient descent with momentum, each parameter's rate scaled to its own norm: `lr' = lr trust |p| / (|g| + weightDecay |p|)`,
 * `b = momentum b + lr' (g + weightDecay p)`, `p -= b`; the scale is 1 where a norm is 0. For large batches; norms and biases are usually left to a
 * group with `trust = 0`, which is not scaled. You et al., arXiv:1708.03888.
 *
 * @throws OptimizerException for impossible settings, no parameters, or a parameter that is given twice.
 */
public class LARS(groups: List<Group>) : Optimizer(RULE, groups) {
    /** One group of [parameters]; see [Group]. */
    public constructor(
        parameters: List<Parameter<*>>,
        learningRate: Double = 1e-1,
        momentum: Double = 0.9,
        weightDecay: Double = 0.0,
        trust: Double = 1e-3,
        maximize: Boolean = false,
    ) : this(listOf(Group(parameters, learningRate, momentum, weightDecay, trust, maximize)))

    /** One group of [parameters] with the usual other settings: the short form for Java. */
    public constructor(parameters: List<Parameter<*>>, learningRate: Double) : this(listOf(Group(parameters, learningRate)))

    /**
     * Parameters that [LARS] changes with settings of their own. State: `momentum_buffer`.
     *
     * @param momentum how much of the step before stays.
     * @param weightDecay times the parameter is added to the gradient.
     * @param trust how much of a parameter's norm a step may be; 0 scales nothing.
     * @param maximize goes up the gradient instead of down.
     * @throws OptimizerException for impossible settings.
     */
    public class Group(
        parameters: List<Parameter<*>>,
        learningRate: Double = 1e-1,
        momentum: Double = 0.9,
        weightDecay: Double = 0.0,
        private val trust: Double = 1e-3,
        maximize: Boolean = false,
    ) : DirectedGroup(RULE, parameters, learningRate, weightDecay, maximize),
        MomentumGroup {
        override var momentum: Double = momentum
            set(new) {
                requireFinite("momentum", new)
                field = new
            }

        override val settings: Map<String, Any> get() = super.settings + mapOf("trust" to trust)

        override val stateForms: Map<String, StateForm> get() = StateForm.likeParameter("momentum_buffer")

        init {
            requireFinite("momentum", momentum)
            requireFinite("trust", trust)
        }

        override fun update(value: Value, gradient: Value, state: ParameterState) {
            val rate = learningRate * scale(value, gradient)
            val buffer = state.zeros("momentum_buffer").mulInPlace(momentum).addInPlace(direction(value, gradient) * rate)
            value.subInPlace(buffer)
        }

        private fun scale(value: Value, gradient: Value): Double {
            if (trust == 0.0) return 1.0
            val (size, length) = norm(value) to norm(gradient)
            return if (size > 0 && length > 0) trust * size / (length + weightDecay * size) else 1.0
        }
    }

    private companion object {
        const val RULE = "lars"
    }
}
