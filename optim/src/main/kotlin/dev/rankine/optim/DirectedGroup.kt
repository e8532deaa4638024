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
    maximize: Boolean,
) : ParameterGroup(rule, parameters, learningRate) {
    override val settings: Map<String, Any> get() = mapOf("weightDecay" to weightDecay, "maximize" to way.maximize)

    init {
        requireFinite("weight decay", weightDecay)
    }

    /** The way in which the rule goes. */
    internal val way: Direction = Direction(weightDecay, maximize)

    /** `g + weightDecay * p`, with `-g` to maximize. */
    internal fun direction(value: Value, gradient: Value): Value = way.of(value, gradient)

    /** The gradient, or its negative to maximize. */
    internal fun turned(gradient: Value): Value = way.copy(weightDecay = 0.0).of(gradient, gradient)
}

/** The way in which a step goes: the gradient, its negative to [maximize], and [weightDecay] times the parameter. */
internal data class Direction(val weightDecay: Double, val maximize: Boolean) {
    /** The direction at the parameter [value]. */
    fun of(value: Value, gradient: Value): Value {
        val turned = if (maximize) -gradient else gradient
        return if (weightDecay == 0.0) turned else turned + value * weightDecay
    }
}
