@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.Rule

/**
 * How a simple recurrence walks.
 *
 * @property relu whether a step ends with `max(x, 0)` in place of the hyperbolic tangent.
 * @property reverse whether it walks from the last step to the first.
 * @property hasMask whether the last input says, `[T, N]`, which steps each sequence has; at others its state stays as it is.
 */
public data class RnnAttributes(public val relu: Boolean = false, public val reverse: Boolean = false, public val hasMask: Boolean = false)

private val rule = Rule.of("products:[t, n, h] weight:[h, h] state:[n, h] -> [t, n, h] where $NO_STEPS")

private val maskedRule = Rule.of("products:[t, n, h] weight:[h, h] state:[n, h] mask:[t, n] -> [t, n, h] where $NO_STEPS")

private val gradientRule = Rule.of("dh:[t, n, h] states:[t, n, h] weight:[h, h] -> [t, n, h] [n, h] where $NO_STEPS")

private val maskedGradientRule =
    Rule.of("dh:[t, n, h] states:[t, n, h] weight:[h, h] mask:[t, n] -> [t, n, h] [n, h] where $NO_STEPS")

/**
 * All steps of a simple recurrence, `h' = tanh(x + W h)`. Inputs: the products with the input and all biases, `[T, N, H]`; the recurrent weight
 * `[H, H]`; the first state, `[N, H]`; a mask `[T, N]` if there is one. Result: the state after each step. Elman, Cognitive Science 14 (1990).
 */
public val rnnOp: OpN<RnnAttributes> =
    OpN(
        "rnn",
        Definition { attributes, inputs ->
            val (products, weight, first) = inputs
            val mask = if (attributes.hasMask) inputs[3] else null
            val transposed = stepWeight(weight, first.sizes[0])
            val steps = products.sizes[0]
            val states = arrayOfNulls<Value>(steps)
            var h = first
            for (t in walk(steps, attributes.reverse)) {
                val x = select(products, 0, t) + matmul(h, transposed)
                h = orHeld(live(mask, t), if (attributes.relu) relu(x) else tanh(x), h)
                states[t] = h
            }
            arrayOf(stack(states.map { it!! }))
        },
        { call -> recurrentSpecs(call, if (call.attributes.hasMask) maskedRule else rule, call.attributes.hasMask) },
        Gradients.EachInput { i -> rnnGradient(i) },
        null,
        Names("_VF.rnn_tanh"),
    )

/**
 * The way back through all steps of [rnnOp]. Inputs: what arrived for the states; the state after each step; the weight; a mask if there is one.
 * Results: the gradients of the products, `[T, N, H]`, and of the first state.
 */
public val rnnGradientOp: OpN<RnnAttributes> =
    OpN(
        "rnn_gradient",
        Definition { attributes, inputs ->
            val (upstream, states, weight) = inputs
            val mask = if (attributes.hasMask) inputs[3] else null
            val steps = states.sizes[0]
            val flows = arrayOfNulls<Value>(steps)
            var dh: Value? = null
            for (t in walk(steps, !attributes.reverse)) {
                val live = live(mask, t)
                val all = sumOf(select(upstream, 0, t), dh)!!
                val own = orZero(live, all)
                val state = select(states, 0, t)
                val flow = if (attributes.relu) reluBackward(own, state) else tanhBackward(own, state)
                flows[t] = flow
                dh = sumOf(matmul(flow, weight), past(live, all))
            }
            arrayOf(stack(flows.map { it!! }), dh!!)
        },
        { call -> recurrentSpecs(call, if (call.attributes.hasMask) maskedGradientRule else gradientRule, call.attributes.hasMask) },
        Gradients.Derived,
        null,
        Names("_VF.rnn_tanh"),
    )

/** Shared by the inputs: the results of [rnnGradientOp]. */
private fun GradientCall<out RnnAttributes>.rnnGradient(i: Int): Value {
    val flow = shared { rnnGradientOp(attributes, listOfNotNull(dy, y, input(1), if (attributes.hasMask) input(3) else null)) }
    return when (i) {
        0 -> flow[0]
        1 -> weightGradient(flow[0], starts(input(2), y, attributes.reverse))
        2 -> flow[1]
        else -> input(i) // the mask, which nobody asks for
    }
}
