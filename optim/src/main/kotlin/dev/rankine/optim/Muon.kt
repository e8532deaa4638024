package dev.rankine.optim

import dev.rankine.nn.Parameter
import dev.rankine.ops.Value
import dev.rankine.ops.lerp
import dev.rankine.ops.mulInPlace
import dev.rankine.ops.subInPlace
import dev.rankine.ops.times
import kotlin.math.sqrt

/**
 * Muon, for the matrices inside a network: momentum whose direction is made orthogonal, so that it moves along all its singular vectors alike:
 * `b = momentum b + (1 - momentum) g`, `p -= lr sqrt(max(1, n / m)) orthogonal(b)` for an `[n, m]` parameter. Jordan et al.,
 * kellerjordan.github.io/posts/muon (2024). Embeddings, the last layer, vectors and scalars belong to a group of another rule:
 * `Muon(listOf(Muon.Group(matrices, 0.02), AdamW.Group(rest, 3e-4)))`.
 *
 * @throws OptimizerException for impossible settings, no parameters, a parameter that is given twice, or a group of [ScheduleFreeAdamW] or [LBFGS], which
 * do more than their groups' rule.
 */
public class Muon(groups: List<ParameterGroup>) : Optimizer(RULE, groups) {
    /** One group of [parameters], all of them matrices; see [Group]. */
    public constructor(
        parameters: List<Parameter<*>>,
        learningRate: Double = 2e-2,
        momentum: Double = 0.95,
        nesterov: Boolean = true,
        weightDecay: Double = 0.0,
        iterations: Int = 5,
        maximize: Boolean = false,
    ) : this(listOf(Group(parameters, learningRate, momentum, nesterov, weightDecay, iterations, maximize)))

    /** One group of [parameters] with the usual other settings: the short form for Java. */
    public constructor(parameters: List<Parameter<*>>, learningRate: Double) : this(listOf(Group(parameters, learningRate)))

    /**
     * Matrices that [Muon] changes with settings of their own. State: `momentum_buffer`.
     *
     * @param momentum how much of the mean of gradients stays at each step.
     * @param nesterov looks ahead along the mean.
     * @param weightDecay times the learning rate is the part of the parameter that goes at each step.
     * @param iterations how often the Newton-Schulz iteration runs.
     * @param maximize goes up the gradient instead of down.
     * @throws OptimizerException for impossible settings, and parameters that are no matrices.
     */
    public class Group(
        parameters: List<Parameter<*>>,
        learningRate: Double = 2e-2,
        momentum: Double = 0.95,
        private val nesterov: Boolean = true,
        weightDecay: Double = 0.0,
        private val iterations: Int = 5,
        maximize: Boolean = false,
    ) : DirectedGroup(RULE, parameters, learningRate, weightDecay, maximize),
        MomentumGroup {
        override var momentum: Double = momentum
            set(new) {
                requireSetting(new in 0.0..<1.0, "momentum", new)
                field = new
            }

        override val settings: Map<String, Any> get() = super.settings + mapOf("nesterov" to nesterov, "iterations" to iterations)

        override val stateForms: Map<String, StateForm> get() = StateForm.likeParameter("momentum_buffer")

        init {
            requireSetting(momentum in 0.0..<1.0, "momentum", momentum)
            requireSetting(iterations >= 1, "number of iterations", iterations.toDouble())
            val others = parameters.filter { it.value.rank != 2 }
            if (others.isNotEmpty()) {
                throw OptimizerException(
                    "$RULE: only matrices can be made orthogonal: ${others.joinToString { "${it.name} is ${it.value.sizes}" }}\n" +
                        "  hint: give the others to another rule: Muon(listOf(Muon.Group(matrices), AdamW.Group(others)))",
                )
            }
        }

        override fun update(value: Value, gradient: Value, state: ParameterState) {
            val direction = turned(gradient)
            val buffer = state.zeros("momentum_buffer").moveTowards(direction, momentum)
            val ahead = if (nesterov) lerp(direction, buffer, momentum) else buffer
            val scale = sqrt(maxOf(1.0, value.sizes[0].toDouble() / value.sizes[1]))
            if (weightDecay != 0.0) value.mulInPlace(1 - learningRate * weightDecay)
            value.subInPlace(orthogonal(ahead, iterations) * (learningRate * scale))
        }
    }

    private companion object {
        const val RULE = "muon"
    }
}
