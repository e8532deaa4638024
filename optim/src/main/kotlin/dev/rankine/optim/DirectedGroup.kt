package dev.rankine.optim

import dev.rankine.nn.Parameter
import dev.rankine.ops.Value
import dev.rankine.ops.plus
import dev.rankine.ops.times
import dev.rankine.ops.unaryMinus

/** Parameters whose rule begins with the gradient, turned round to go up, and weight decay times the parameter. */
public sealed class DirectedGroup(
    rule: String,
    parameters: List<Parameter<*>>,
    learningRate: Double,
    internal val weightDecay: Double,
    private val maximize: Boolean,
) : ParameterGroup(rule, parameters, learningRate) {
    override val settings: Map<String, Any> get() = mapOf("weightDecay" to weightDecay, "maximize" to maximize)

    init {
        requireFinite("weight decay", weightDecay)
    }

    /** `g + weightDecay * p`, with `-g` to maximize. */
    internal fun direction(value: Value, gradient: Value): Value =
        turned(gradient).let {
            if (weightDecay ==
                0.0
            ) {
                it
            } else {
                it + value * weightDecay
            }
        }

    /** The gradient, or its negative to maximize. */
    internal fun turned(gradient: Value): Value = if (maximize) -gradient else gradient
}
