@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.Rule

/**
 * The way back through all steps of [lstmOp]. Inputs: what arrived for states and cells; the gates, sums of both products, before their
 * functions; the cells after each step and before the first; the weight; a projection if there is one, what arrived for the gates if they were
 * kept, a mask if there is one. Results: the gradients of the gates `[T, N, 4*F]`, of the first state and of the first cells, and what arrives
 * at the projection of each step if there is one.
 */
public val lstmGradientOp: OpN<LstmAttributes> =
    OpN(
        "lstm_gradient",
        Definition { attributes, inputs ->
            val (upstream, cellUpstream, gates, cells, first) = inputs
            val weight = inputs[5]
            val projection = if (attributes.hasProjection) inputs[6] else null
            val gatesUpstream = if (attributes.keepsGates) inputs[if (attributes.hasProjection) 7 else 6] else null
            val mask = if (attributes.hasMask) inputs.last() else null
            val steps = gates.sizes[0]
            val flows = arrayOfNulls<Value>(steps)
            val arrived = arrayOfNulls<Value>(steps)
            var dh: Value? = null
            var dc: Value? = null
            for (t in walk(steps, !attributes.reverse)) {
                val live = live(mask, t)
                val hidden = sumOf(select(upstream, 0, t), dh)!!
                val cell = sumOf(select(cellUpstream, 0, t), dc)!!
                val own = orZero(live, hidden)
                val back =
                    lstmCellGradientOp(
                        Unit,
                        listOf(
                            if (projection == null) own else matmul(own, projection),
                            orZero(live, cell),
                            select(gates, 0, t),
                            start(t, first, cells, attributes.reverse),
                            select(cells, 0, t),
                        ),
                    )
                val cellFlow = cat(back.take(4), 1)
                val flow = sumOf(cellFlow, gatesUpstream?.let { select(it, 0, t) })!!
                flows[t] = flow
                arrived[t] = own
                dh = sumOf(matmul(flow, weight), past(live, hidden))
                dc = sumOf(back[4], past(live, cell))
            }
            val results = listOf(stack(flows.map { it!! }), dh!!, dc!!)
            (if (projection == null) results else results + stack(arrived.map { it!! })).toTypedArray()
        },
        { call ->
            val attributes = call.attributes
            recurrentSpecs(call, lstmGradientRules.getValue(attributes.copy(reverse = false)), attributes.hasMask)
        },
        Gradients.Derived,
        null,
        Names("_thnn_fused_lstm_cell_backward"),
    )

private val lstmGradientRules: Map<LstmAttributes, Rule> =
    lstmWays().associateWith { (_, projection, mask, kept) ->
        Rule.of(
            "dh:[t, n, r] dc:[t, n, f] gates:[t, n, g] cells:[t, n, f] first:[n, f] weight:[g, r] " +
                (if (projection) "projection:[r, f] " else "") + (if (kept) "dgates:[t, n, g] " else "") +
                (if (mask) "mask:[t, n] " else "") + "-> [t, n, g] [n, r] [n, f] " + (if (projection) "[t, n, r] " else "") +
                "where g == 4*f \"the gates are not four to a cell\", " +
                (if (projection) "" else "r == f \"without a projection the state has the size of the cells\", ") + NO_STEPS,
        )
    }
