package dev.rankine.optim

import dev.rankine.nn.Parameter
import dev.rankine.ops.Value
import dev.rankine.ops.addInPlace
import dev.rankine.ops.copy
import dev.rankine.ops.invoke
import dev.rankine.ops.mulInPlace
import dev.rankine.ops.plus
import dev.rankine.ops.subInPlace
import dev.rankine.ops.times
import dev.rankine.ops.unaryMinus

/**
 * Stochastic gradient descent, with momentum as PyTorch has it: `b = momentum * b + (1 - dampening) * g`, `p -= lr * b`
 * (`lr * (g + momentum * b)` with Nesterov). The first step sets `b = g`. Sutskever et al., ICML 2013.
 *
 * @throws OptimizerException for impossible settings.
 */
public class Sgd(
    parameters: List<Parameter<*>>,
    learningRate: Double = 1e-3,
    private val momentum: Double = 0.0,
    private val dampening: Double = 0.0,
    private val weightDecay: Double = 0.0,
    private val nesterov: Boolean = false,
    private val maximize: Boolean = false,
) : Optimizer(parameters, learningRate) {
    init {
        requireSetting(momentum >= 0, "momentum", momentum)
        requireSetting(weightDecay >= 0, "weight decay", weightDecay)
        requireSetting(!nesterov || (momentum > 0 && dampening == 0.0), "nesterov (it needs a momentum and no dampening)", nesterov)
    }

    override fun update(parameter: Parameter<*>, value: Value, gradient: Value) {
        var direction = if (maximize) -gradient else gradient
        if (weightDecay != 0.0) direction = direction + value * weightDecay
        if (momentum != 0.0) {
            val buffer =
                stateOrNull(parameter, "momentum_buffer")?.also {
                    it.mulInPlace(momentum).addInPlace(direction * (1 - dampening))
                } ?: stateOr(parameter, "momentum_buffer") { copy(direction) }
            direction = if (nesterov) direction + buffer * momentum else buffer
        }
        value.subInPlace(direction * learningRate)
    }
}
