@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.Rule

/**
 * How a gated recurrent unit walks.
 *
 * @property reverse whether it walks from the last step to the first.
 * @property hasBias whether a bias is added to the products with the state.
 * @property hasMask whether the last input says, `[T, N]`, which steps each sequence has; at others its state stays as it is.
 */
public data class GruAttributes(
    public val reverse: Boolean = false,
    public val hasBias: Boolean = false,
    public val hasMask: Boolean = false,
)

/**
 * All steps of a gated recurrent unit. Inputs: the products of gates and input with the input's bias, `[T, N, 3*H]`; the recurrent weight,
 * `[3*H, H]`; the first state, `[N, H]`; the state's bias `[3*H]` and a mask `[T, N]` if there are such. Result: the state after each step.
 * See [gruCellOp].
 */
public val gruOp: OpN<GruAttributes> =
    OpN(
        "gru",
        Definition { attributes, inputs ->
            val (gates, weight, first) = inputs
            val bias = if (attributes.hasBias) inputs[3] else null
            val mask = if (attributes.hasMask) inputs.last() else null
            val steps = gates.sizes[0]
            val states = arrayOfNulls<Value>(steps)
            val transposed = stepWeight(weight, first.sizes[0])
            var h = first
            for (t in walk(steps, attributes.reverse)) {
                val products = matmul(h, transposed)
                val next = gruCellOp(Unit, listOf(select(gates, 0, t), if (bias == null) products else products + bias, h))[0]
                h = orHeld(live(mask, t), next, h)
                states[t] = h
            }
            arrayOf(stack(states.map { it!! }))
        },
        { call ->
            val attributes = call.attributes
            recurrentSpecs(call, gruRules.getValue(attributes.copy(reverse = false)), attributes.hasMask)
        },
        Gradients.EachInput { i -> gruGradient(i) },
        null,
        Names("_VF.gru"),
    )

/**
 * The way back through all steps of [gruOp]. Inputs: what arrived for the states; the products of gates with the inputs and with the states; the
 * state before each step; the weight; a mask if there is one. Results: the gradients of both products, `[T, N, 3*H]` each, and of the first state.
 */
public val gruGradientOp: OpN<GruAttributes> =
    OpN(
        "gru_gradient",
        Definition { attributes, inputs ->
            val (upstream, gates, products, before, weight) = inputs
            val mask = if (attributes.hasMask) inputs.last() else null
            val steps = gates.sizes[0]
            val inputFlows = arrayOfNulls<Value>(steps)
            val stateFlows = arrayOfNulls<Value>(steps)
            var dh: Value? = null
            for (t in walk(steps, !attributes.reverse)) {
                val live = live(mask, t)
                val all = sumOf(select(upstream, 0, t), dh)!!
                val operands = listOf(orZero(live, all), select(gates, 0, t), select(products, 0, t), select(before, 0, t))
                val (reset, update, new, product, direct) = gruCellGradientOp(Unit, operands)
                inputFlows[t] = cat(listOf(reset, update, new), 1)
                val flow = cat(listOf(reset, update, product), 1)
                stateFlows[t] = flow
                dh = sumOf(matmul(flow, weight) + direct, past(live, all))
            }
            arrayOf(stack(inputFlows.map { it!! }), stack(stateFlows.map { it!! }), dh!!)
        },
        { call -> recurrentSpecs(call, if (call.attributes.hasMask) maskedGradientRule else gradientRule, call.attributes.hasMask) },
        Gradients.Derived,
        null,
        Names("_thnn_fused_gru_cell_backward"),
    )

private const val GATES = "g == 3*h \"the gates are not three to a unit\", $NO_STEPS"

private val gruRules: Map<GruAttributes, Rule> =
    listOf(false, true)
        .flatMap { bias -> listOf(false, true).map { mask -> GruAttributes(false, bias, mask) } }
        .associateWith { (_, bias, mask) ->
            Rule.of(
                "gates:[t, n, g] weight:[g, h] state:[n, h] " + (if (bias) "bias:[g] " else "") + (if (mask) "mask:[t, n] " else "") +
                    "-> [t, n, h] where $GATES",
            )
        }

private const val GRADIENT_INPUTS = "dh:[t, n, h] gates:[t, n, g] products:[t, n, g] before:[t, n, h] weight:[g, h]"

private val gradientRule = Rule.of("$GRADIENT_INPUTS -> [t, n, g] [t, n, g] [n, h] where $GATES")

private val maskedGradientRule = Rule.of("$GRADIENT_INPUTS mask:[t, n] -> [t, n, g] [t, n, g] [n, h] where $GATES")

/** Shared by the inputs: the states before each step, then the results of [gruGradientOp]. */
private fun GradientCall<out GruAttributes>.gruGradient(i: Int): Value {
    val bias = if (attributes.hasBias) input(3) else null
    val mask = if (attributes.hasMask) input(inputCount - 1) else null
    val flow =
        shared {
            val before = starts(input(2), y, attributes.reverse)
            val operands = listOfNotNull(dy, input(0), linear(before, input(1), bias), before, input(1), mask)
            listOf(before) + gruGradientOp(attributes, operands)
        }
    return when {
        i == 0 -> flow[1]
        i == 1 -> weightGradient(flow[2], flow[0])
        i == 2 -> flow[3]
        i == 3 && attributes.hasBias -> sum(flow[2], listOf(0, 1))
        else -> input(i) // the mask, which nobody asks for
    }
}
