@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.Rule

/**
 * How a long short-term memory walks.
 *
 * @property reverse whether it walks from the last step to the first.
 * @property hasProjection whether a projection of the state follows the cells.
 * @property hasMask whether the last input says, `[T, N]`, which steps each sequence has; at others its state stays as it is.
 * @property keepsGates whether the gates of each step are a third result, so that the way back need not multiply states and weight again.
 */
public data class LstmAttributes
    @JvmOverloads
    constructor(
        public val reverse: Boolean = false,
        public val hasProjection: Boolean = false,
        public val hasMask: Boolean = false,
        public val keepsGates: Boolean = false,
    )

/** The operands of [lstmOp]. */
private class LstmOperands(attributes: LstmAttributes, input: (Int) -> Value) {
    val gates: Value = input(0)
    val weight: Value = input(1)
    val hidden: Value = input(2)
    val cell: Value = input(3)
    val projection: Value? = if (attributes.hasProjection) input(4) else null
    val mask: Value? = if (attributes.hasMask) input(if (attributes.hasProjection) 5 else 4) else null
}

/**
 * All steps of a long short-term memory. Inputs: the products of gates and input with all biases, `[T, N, 4*F]`; the recurrent weight,
 * `[4*F, R]`; first state and cells, `[N, R]` and `[N, F]`; a projection `[R, F]` and a mask `[T, N]` if there are such (without a projection
 * `R` is `F`). Results: state and cells after each step, and if asked for the gates before their functions, `[T, N, 4*F]`. See [lstmCellOp]; the
 * projection: Sak et al., arXiv:1402.1128.
 */
public val lstmOp: OpN<LstmAttributes> =
    OpN(
        "lstm",
        Definition { attributes, inputs ->
            val lstm = LstmOperands(attributes) { inputs[it] }
            val weight = stepWeight(lstm.weight, lstm.hidden.sizes[0])
            val steps = lstm.gates.sizes[0]
            val hidden = arrayOfNulls<Value>(steps)
            val cells = arrayOfNulls<Value>(steps)
            val kept = arrayOfNulls<Value>(steps)
            var h = lstm.hidden
            var c = lstm.cell
            for (t in walk(steps, attributes.reverse)) {
                val live = live(lstm.mask, t)
                val products = matmul(h, weight)
                if (attributes.keepsGates) kept[t] = select(lstm.gates, 0, t) + products
                val (raw, next) = lstmCellOp(Unit, listOf(select(lstm.gates, 0, t), products, c))
                h = orHeld(live, if (lstm.projection == null) raw else matmul(raw, transpose(lstm.projection, 0, 1)), h)
                c = orHeld(live, next, c)
                hidden[t] = h
                cells[t] = c
            }
            val results = listOf(hidden, cells, kept).take(if (attributes.keepsGates) 3 else 2)
            Array(results.size) { stack(results[it].map { step -> step!! }) }
        },
        { call ->
            val attributes = call.attributes
            recurrentSpecs(call, lstmRules.getValue(attributes.copy(reverse = false)), attributes.hasMask)
        },
        Gradients.EachInput { i -> lstmGradient(i) },
        null,
        Names("_VF.lstm"),
    )

private val lstmRules: Map<LstmAttributes, Rule> =
    lstmWays().associateWith { (_, projection, mask, kept) ->
        Rule.of(
            "gates:[t, n, g] weight:[g, r] state:[n, r] cells:[n, f] " + (if (projection) "projection:[r, f] " else "") +
                (if (mask) "mask:[t, n] " else "") + "-> [t, n, r] [t, n, f] " + (if (kept) "[t, n, g] " else "") +
                "where g == 4*f \"the gates are not four to a cell\", " +
                (if (projection) "" else "r == f \"without a projection the state has the size of the cells\", ") + NO_STEPS,
        )
    }

/** All attributes but for the direction. */
internal fun lstmWays(): List<LstmAttributes> =
    List(8) { LstmAttributes(hasProjection = it and 1 != 0, hasMask = it and 2 != 0, keepsGates = it and 4 != 0) }

/** Shared by the inputs: states before each step, the gates, then the results of [lstmGradientOp]. */
private fun GradientCall<out LstmAttributes>.lstmGradient(i: Int): Value {
    val lstm = LstmOperands(attributes) { input(it) }
    val flow =
        shared {
            val before = starts(lstm.hidden, output(0), attributes.reverse)
            val gates = if (attributes.keepsGates) output(2) else lstm.gates + linear(before, lstm.weight)
            val arrived = if (attributes.keepsGates && hasUpstream(2)) upstream(2) else null
            val operands = listOf(upstream(0), upstream(1), gates, output(1), lstm.cell, lstm.weight)
            val way = attributes.copy(keepsGates = arrived != null)
            listOf(before, gates) + lstmGradientOp(way, operands + listOfNotNull(lstm.projection, arrived, lstm.mask))
        }
    return when {
        i == 0 -> flow[2]
        i == 1 -> weightGradient(flow[2], flow[0])
        i == 2 -> flow[3]
        i == 3 -> flow[4]
        i == 4 && attributes.hasProjection -> weightGradient(flow[5], unprojected(flow[1], output(1)))
        else -> input(i) // the mask, which nobody asks for
    }
}

/** What cells give before a projection. `[T, N, 4*F] [T, N, F] -> [T, N, F]` */
private fun unprojected(gates: Value, cells: Value): Value = sigmoid(part(gates, 3, 4)) * tanh(cells)
