@file:JvmName("Autodiff")
@file:JvmMultifileClass

package dev.rankine.autodiff

import dev.rankine.ops.Value
import dev.rankine.ops.detach
import dev.rankine.ops.requireGradient
import dev.rankine.ops.zerosLike

/**
 * The derivative of [function] at [inputs] along [tangents], by two reverse passes: the second differentiates the first with respect to its
 * upstream gradient, in which it is linear.
 *
 * @return the result of [function] and its derivative along [tangents].
 * @throws GradientException if the result does not depend on the inputs.
 */
public fun jvp(inputs: List<Value>, tangents: List<Value>, function: (List<Value>) -> Value): Pair<Value, Value> {
    val points = inputs.map { it.detach().requireGradient() }
    val y = function(points)
    val upstream = zerosLike(y).requireGradient()
    val pulled = gradientsOrNull(listOf(y), points, listOf(upstream), createGraph = true)
    val taken = pulled.indices.filter { pulled[it] != null }
    if (taken.isEmpty()) throw GradientException("jvp: the result does not depend on any input")
    val pushed = gradientsOrNull(taken.map { pulled[it]!! }, listOf(upstream), taken.map { tangents[it] })[0]
    return y.detach() to (pushed?.detach() ?: zerosLike(y))
}
