@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.Rule

/** The shape rule of [gruCellOp]. */
public const val GRU_CELL_RULE: String =
    "input:[*p, g] recurrent:[*p, g] state:[*p, h] -> [*p, h] where g == 3*h \"the gates are not three to a unit\""

private val rule = Rule.of(GRU_CELL_RULE)

private val gradientRule =
    Rule.of(
        "dh:[*p, h] input:[*p, g] recurrent:[*p, g] state:[*p, h] -> [*p, h] [*p, h] [*p, h] [*p, h] [*p, h] " +
            "where g == 3*h \"the gates are not three to a unit\"",
    )

/**
 * One step of a gated recurrent unit. Inputs: the products of gates with the input and with the state, in the order reset, update, new, each with
 * its bias, and the state; result: `(1 - z) n + z h` with `r`, `z` the sigmoids of both sums and `n = tanh(input + r recurrent)`.
 * Cho et al., arXiv:1406.1078, with the reset gate behind the product, as PyTorch has it.
 */
public val gruCellOp: OpN<Unit> =
    OpN(
        "gru_cell",
        Definition { _, inputs ->
            val (input, recurrent, state) = inputs.map { widen(it) }
            val r = sigmoid(part(input, 0, 3) + part(recurrent, 0, 3))
            val z = sigmoid(part(input, 1, 3) + part(recurrent, 1, 3))
            val n = tanh(part(input, 2, 3) + r * part(recurrent, 2, 3))
            arrayOf(to((1.0 - z) * n + z * state, inputs[0].dtype))
        },
        { call -> recurrentSpecs(call, rule) },
        Gradients.EachInput { i ->
            val flow = shared { gruCellGradientOp(Unit, listOf(dy, input(0), input(1), input(2))) }
            when (i) {
                0 -> cat(listOf(flow[0], flow[1], flow[2]), -1)
                1 -> cat(listOf(flow[0], flow[1], flow[3]), -1)
                else -> flow[4]
            }
        },
        null,
        Names("gru_cell"),
    )

/**
 * The gradient of [gruCellOp]. Inputs: what arrived for the result, and the inputs of the step; results: the gradients of the reset gate, of the
 * update gate, of the new gate's input, of its product with the state, and of the state beside the gates.
 */
public val gruCellGradientOp: OpN<Unit> =
    OpN(
        "gru_cell_gradient",
        Definition { _, inputs ->
            val (dh, input, recurrent, state) = inputs.map { widen(it) }
            val product = part(recurrent, 2, 3)
            val r = sigmoid(part(input, 0, 3) + part(recurrent, 0, 3))
            val z = sigmoid(part(input, 1, 3) + part(recurrent, 1, 3))
            val n = tanh(part(input, 2, 3) + r * product)
            val new = dh * (1.0 - z) * (1.0 - n * n)
            val results = listOf(new * product * (r * (1.0 - r)), dh * (state - n) * (z * (1.0 - z)), new, new * r, dh * z)
            Array(results.size) { to(results[it], inputs[0].dtype) }
        },
        { call -> recurrentSpecs(call, gradientRule) },
        Gradients.Derived,
        null,
        Names("_thnn_fused_gru_cell_backward"),
    )
