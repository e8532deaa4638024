package dev.rankine.optim

import dev.rankine.nn.Parameter
import dev.rankine.ops.Value
import dev.rankine.ops.addInPlace
import dev.rankine.ops.cat
import dev.rankine.ops.copyFrom
import dev.rankine.ops.narrow
import dev.rankine.ops.reshape
import dev.rankine.ops.times
import dev.rankine.ops.zerosLike

/** The numbers of [parameters] as one vector of all their elements. */
internal class FlatParameters(private val parameters: List<Parameter<*>>) {
    /** `[n]`, a copy. */
    fun values(): Value = cat(parameters.map { reshape(it.value, -1) })

    /** `[n]`, a copy; zeros for parameters that the loss does not depend on. */
    fun gradients(): Value = cat(parameters.map { reshape(it.gradient ?: zerosLike(it.value), -1) })

    /** Overwrites the parameters with [vector]. */
    fun set(vector: Value): Unit = parts(vector) { value, part -> value.copyFrom(part) }

    /** Moves the parameters by [t] times [direction]. */
    fun move(t: Double, direction: Value): Unit = parts(direction) { value, part -> value.addInPlace(part * t) }

    private inline fun parts(vector: Value, use: (Value, Value) -> Unit) {
        var at = 0
        for (parameter in parameters) {
            val value = parameter.value
            use(value, reshape(narrow(vector, 0, at, value.elements), value.sizes))
            at += value.elements
        }
    }
}
