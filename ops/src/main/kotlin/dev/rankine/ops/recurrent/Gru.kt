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
 * @property keepsProducts whether the products with the state of each step are a second result, so that the way back need not compute them again.
 */
public data class GruAttributes
    @JvmOverloads
    constructor(
        public val reverse: Boolean = false,
        public val hasBias: Boolean = false,
        public val hasMask: Boolean = false,
        public val keepsProducts: Boolean = false,
    )

/**
 * All steps of a gated recurrent unit. Inputs: the products of gates and input with the input's bias, `[T, N, 3*H]`; the recurrent weight,
 * `[3*H, H]`; the first state, `[N, H]`; the state's bias `[3*H]` and a mask `[T, N]` if there are such. Results: the state after each step,
 * and if asked for the products of gates and state with the state's bias, `[T, N, 3*H]`. See [gruCellOp].
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
            val kept = arrayOfNulls<Value>(steps)
            val transposed = stepWeight(weight, first.sizes[0])
            var h = first
            for (t in walk(steps, attributes.reverse)) {
                val products = sumOf(matmul(h, transposed), bias)!!
                val next = gruCellOp(Unit, listOf(select(gates, 0, t), products, h))[0]
                h = orHeld(live(mask, t), next, h)
                states[t] = h
                if (attributes.keepsProducts) kept[t] = products
            }
            val results = if (attributes.keepsProducts) listOf(states, kept) else listOf(states)
            Array(results.size) { stack(results[it].map { step -> step!! }) }
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
 * state before each step; the weight; what arrived for the products with the states if they were kept; a mask if there is one. Results: the
 * gradients of both products, `[T, N, 3*H]` each, and of the first state.
 */
public val gruGradientOp: OpN<GruAttributes> =
    OpN(
        "gru_gradient",
        Definition { attributes, inputs ->
            val (upstream, gates, products, before, weight) = inputs
            val productsUpstream = if (attributes.keepsProducts) inputs[5] else null
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
                val flow = sumOf(cat(listOf(reset, update, product), 1), productsUpstream?.let { select(it, 0, t) })!!
                stateFlows[t] = flow
                dh = sumOf(matmul(flow, weight) + direct, past(live, all))
            }
            arrayOf(stack(inputFlows.map { it!! }), stack(stateFlows.map { it!! }), dh!!)
        },
        { call ->
            val attributes = call.attributes
            recurrentSpecs(call, gruGradientRules.getValue(attributes.copy(reverse = false, hasBias = false)), attributes.hasMask)
        },
        Gradients.Derived,
        null,
        Names("_thnn_fused_gru_cell_backward"),
    )

private const val GATES = "g == 3*h \"the gates are not three to a unit\", $NO_STEPS"

private val gruRules: Map<GruAttributes, Rule> =
    gruWays().associateWith { (_, bias, mask, kept) ->
        Rule.of(
            "gates:[t, n, g] weight:[g, h] state:[n, h] " + (if (bias) "bias:[g] " else "") + (if (mask) "mask:[t, n] " else "") +
                "-> [t, n, h] " + (if (kept) "[t, n, g] " else "") + "where $GATES",
        )
    }

private val gruGradientRules: Map<GruAttributes, Rule> =
    gruWays().filter { !it.hasBias }.associateWith { (_, _, mask, kept) ->
        Rule.of(
            "dh:[t, n, h] gates:[t, n, g] products:[t, n, g] before:[t, n, h] weight:[g, h] " +
                (if (kept) "dproducts:[t, n, g] " else "") + (if (mask) "mask:[t, n] " else "") +
                "-> [t, n, g] [t, n, g] [n, h] where $GATES",
        )
    }

/** All attributes but for the direction. */
private fun gruWays(): List<GruAttributes> =
    List(8) { GruAttributes(hasBias = it and 1 != 0, hasMask = it and 2 != 0, keepsProducts = it and 4 != 0) }

/** Shared by the inputs: the states before each step, then the results of [gruGradientOp]. */
private fun GradientCall<out GruAttributes>.gruGradient(i: Int): Value {
    val bias = if (attributes.hasBias) input(3) else null
    val mask = if (attributes.hasMask) input(inputCount - 1) else null
    val flow =
        shared {
            val before = starts(input(2), output(0), attributes.reverse)
            val products = if (attributes.keepsProducts) output(1) else linear(before, input(1), bias)
            val arrived = if (attributes.keepsProducts && hasUpstream(1)) upstream(1) else null
            val operands = listOfNotNull(dy, input(0), products, before, input(1), arrived, mask)
            listOf(before) + gruGradientOp(attributes.copy(keepsProducts = arrived != null), operands)
        }
    return when {
        i == 0 -> flow[1]
        i == 1 -> weightGradient(flow[2], flow[0])
        i == 2 -> flow[3]
        i == 3 && attributes.hasBias -> sum(flow[2], listOf(0, 1))
        else -> input(i) // the mask, which nobody asks for
    }
}
