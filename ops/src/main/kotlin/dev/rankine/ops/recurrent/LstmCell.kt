@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.Rule

/** The shape rule of [lstmCellOp]. */
public const val LSTM_CELL_RULE: String =
    "input:[*p, g] recurrent:[*p, g] cell:[*p, f] -> [*p, f] [*p, f] where g == 4*f \"the gates are not four to a cell\""

private val rule = Rule.of(LSTM_CELL_RULE)

private val gradientRule =
    Rule.of(
        "dh:[*p, f] dc:[*p, f] gates:[*p, g] before:[*p, f] after:[*p, f] -> [*p, f] [*p, f] [*p, f] [*p, f] [*p, f] " +
            "where g == 4*f \"the gates are not four to a cell\"",
    )

/**
 * One step of a long short-term memory. Inputs: the products of gates with the input and with the state, in the order input, forget, cell,
 * output, and the cells; results: `h = sigmoid(o) tanh(c')` and `c' = sigmoid(f) c + sigmoid(i) tanh(g)`.
 * Hochreiter & Schmidhuber, Neural Computation 9 (1997); the forget gate: Gers et al., Neural Computation 12 (2000).
 */
public val lstmCellOp: OpN<Unit> =
    OpN(
        "lstm_cell",
        Definition { _, inputs ->
            val (input, recurrent, cell) = inputs.map { widen(it) }
            val gates = List(4) { part(input, it, 4) + part(recurrent, it, 4) }
            val next = sigmoid(gates[1]) * cell + sigmoid(gates[0]) * tanh(gates[2])
            arrayOf(to(sigmoid(gates[3]) * tanh(next), inputs[0].dtype), to(next, inputs[0].dtype))
        },
        { call -> recurrentSpecs(call, rule) },
        Gradients.EachInput { i ->
            val flow =
                shared {
                    val parts = lstmCellGradientOp(Unit, listOf(upstream(0), upstream(1), input(0) + input(1), input(2), output(1)))
                    listOf(cat(parts.take(4), -1), parts[4])
                }
            flow[if (i == 2) 1 else 0]
        },
        null,
        Names("lstm_cell"),
    )

/**
 * The gradient of [lstmCellOp]. Inputs: what arrived for `h` and for `c'`; the gates, sums of both products; the cells before and after the step.
 * Results: the gradients of the four gates, each by itself, and of the cells.
 */
public val lstmCellGradientOp: OpN<Unit> =
    OpN(
        "lstm_cell_gradient",
        Definition { _, inputs ->
            val (dh, dc, gates, before, after) = inputs.map { widen(it) }
            val i = sigmoid(part(gates, 0, 4))
            val f = sigmoid(part(gates, 1, 4))
            val g = tanh(part(gates, 2, 4))
            val o = sigmoid(part(gates, 3, 4))
            val bent = tanh(after)
            val cell = dc + dh * o * (1.0 - bent * bent)
            val results =
                listOf(
                    cell * g * (i * (1.0 - i)),
                    cell * before * (f * (1.0 - f)),
                    cell * i * (1.0 - g * g),
                    dh * bent * (o * (1.0 - o)),
                    cell * f,
                )
            Array(results.size) { to(results[it], inputs[0].dtype) }
        },
        { call -> recurrentSpecs(call, gradientRule) },
        Gradients.Derived,
        null,
        Names("_thnn_fused_lstm_cell_backward"),
    )
