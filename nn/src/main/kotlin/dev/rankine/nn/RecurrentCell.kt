package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.linear
import dev.rankine.ops.zeros
import dev.rankine.shapes.Axis
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes

/**
 * One step of a recurrence: an input and a state give the next state. `[N, I] [N, H] -> [N, H]`, with or without `N`. Names, layouts and first
 * numbers of the weights are PyTorch's: `weight_ih` `[gates * H, I]`, `weight_hh` `[gates * H, H]`, `bias_ih`, `bias_hh`.
 */
public abstract class RecurrentCell<I : Dim<*>, H : Dim<*>> internal constructor(
    private val op: String,
    gates: Int,
    private val inputAxis: Axis<I>,
    internal val stateAxis: Axis<H>,
    private val bias: Boolean,
) : Module() {
    init {
        if (inputAxis.size < 1 || stateAxis.size < 1) {
            throw ShapeException("$op: input and state need at least one number: $inputAxis, $stateAxis")
        }
    }

    internal val weights: RecurrentWeights = weights(gates * stateAxis.size)

    /** The products with the state and their bias. */
    internal fun recurrentProducts(state: Value): Value = linear(state, weights.recurrent, weights.recurrentBias)

    /** [state] if it is one for [x], zeros if there is none. */
    internal fun stateFor(x: Value, state: Value?, name: String = "state"): Value {
        if (x.rank !in 1..2) throw ShapeException("$op: needs one axis or two: ${x.rank} given", listOf("input" to x.sizes))
        if (x.sizes[-1] != inputAxis.size) {
            throw ShapeException("$op: the last axis is not what the cell takes: ${x.sizes[-1]} != $inputAxis", listOf("input" to x.sizes))
        }
        val sizes = x.sizes.with(x.rank - 1, stateAxis.size)
        if (state == null) return zeros(sizes, weights.dtype, x.backend)
        if (state.sizes.toList() != sizes.toList()) {
            throw ShapeException(
                "$op: the $name to start from ${if (name == "cells") "are" else "is"} not ${sizes.toList()}",
                listOf("input" to x.sizes, name to state.sizes),
            )
        }
        return state
    }

    /** The sizes of a state of [x], with its names. */
    internal fun named(x: Value, size: Sizes): Sizes =
        size.withAxes(
            Array(x.rank) {
                if (it ==
                    x.rank - 1
                ) {
                    stateAxis
                } else {
                    x.sizes.axis(it)
                }
            },
        )

    override fun details(): String = "${text(inputAxis)} -> ${text(stateAxis)}" + if (bias) "" else ", no bias"

    private fun weights(all: Int): RecurrentWeights {
        fun weight(name: String, vararg sizes: Int) = addParameter(name, uniformFanIn(Sizes.of(*sizes), stateAxis.size))
        return RecurrentWeights(
            weight("weight_ih", all, inputAxis.size),
            weight("weight_hh", all, stateAxis.size),
            if (bias) weight("bias_ih", all) else null,
            if (bias) weight("bias_hh", all) else null,
            null,
        )
    }

    private fun text(axis: Axis<*>): String = if (axis.dim === Dyn) "${axis.size}" else "${axis.dim} = ${axis.size}"
}
