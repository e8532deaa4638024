package dev.rankine.optim

import dev.rankine.nn.Parameter
import dev.rankine.ops.Value
import dev.rankine.ops.addInPlace
import dev.rankine.ops.copyFrom
import dev.rankine.ops.minus
import dev.rankine.ops.mulInPlace
import dev.rankine.ops.subInPlace
import dev.rankine.ops.times
import kotlin.math.pow

/**
 * Averaged gradient descent: `p = (1 - lambd eta) p - eta g` with `eta = lr / (1 + lambd lr t)^alpha`, and `ax`, the mean of the parameter from step t0 on,
 * which is what to use in the end. Polyak & Juditsky, SIAM J. Control Optim. 30 (1992); PyTorch's ASGD, which keeps `eta` and `mu` in float32.
 *
 * @throws OptimizerException for impossible settings, no parameters, or a parameter that is given twice.
 */
public class ASGD(groups: List<Group>) : Optimizer(RULE, groups) {
    /** One group of [parameters]; see [Group]. */
    public constructor(
        parameters: List<Parameter<*>>,
        learningRate: Double = 1e-2,
        lambd: Double = 1e-4,
        alpha: Double = 0.75,
        t0: Double = 1e6,
        weightDecay: Double = 0.0,
        maximize: Boolean = false,
    ) : this(listOf(Group(parameters, learningRate, lambd, alpha, t0, weightDecay, maximize)))

    /** One group of [parameters] with the usual other settings: the short form for Java. */
    public constructor(parameters: List<Parameter<*>>, learningRate: Double) : this(listOf(Group(parameters, learningRate)))

    /**
     * Parameters that [ASGD] changes with settings of their own. State: `step`, `eta`, `mu`, `ax`.
     *
     * @param lambd how fast the parameter and the step size shrink.
     * @param alpha the power by which the step size shrinks.
     * @param t0 the step at which the mean begins.
     * @param weightDecay times the parameter is added to the gradient.
     * @param maximize goes up the gradient instead of down.
     * @throws OptimizerException for impossible settings.
     */
    public class Group(
        parameters: List<Parameter<*>>,
        learningRate: Double = 1e-2,
        private val lambd: Double = 1e-4,
        private val alpha: Double = 0.75,
        private val t0: Double = 1e6,
        weightDecay: Double = 0.0,
        maximize: Boolean = false,
    ) : DirectedGroup(RULE, parameters, learningRate, weightDecay, maximize) {
        override val settings: Map<String, Any> get() = super.settings + mapOf("lambd" to lambd, "alpha" to alpha, "t0" to t0)

        override val stateForms: Map<String, StateForm> get() =
            StateForm.COUNT + StateForm.numbers("eta", "mu") +
                StateForm.likeParameter("ax")

        init {
            requireFinite("lambd", lambd)
            requireFinite("alpha", alpha)
            requireFinite("t0", t0)
        }

        override fun update(value: Value, gradient: Value, state: ParameterState) {
            val count = state.countStep()
            val eta = state.number("eta", rounded(learningRate))
            val mu = state.number("mu", 1.0)
            val direction = direction(value, gradient)
            value.mulInPlace(1 - lambd * eta).subInPlace(direction * eta)
            val average = state.zeros("ax")
            if (mu == 1.0) average.copyFrom(value) else average.addInPlace((value - average) * mu)
            state.setNumber("eta", rounded(learningRate / (1 + lambd * learningRate * count).pow(alpha)))
            state.setNumber("mu", rounded(1 / maxOf(1.0, count - t0)))
        }
    }

    private companion object {
        const val RULE = "asgd"
    }
}
