package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.kernels.address
import dev.rankine.kernels.lanes.StepPlan.Companion.BYTES
import dev.rankine.ops.GruAttributes
import dev.rankine.ops.Value
import dev.rankine.shapes.DType

/** [dev.rankine.ops.gruGradientOp] without a gradient of kept products: as [Gru], the other way round. */
internal object GruGradient : VectorKernel<GruAttributes>() {
    override fun accepts(attributes: GruAttributes, inputs: Array<Value>): Boolean =
        !attributes.keepsProducts && inputs[0].dtype == DType.F32 && inputs[0].elements > 0

    override fun compute(attributes: GruAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val (steps, rows, units) = inputs[0].sizes.toList()
        val plan = StepPlan(steps, rows, units, Gru.GATES)
        inOrder(inputs) { GruBackward(plan, it, outputs, attributes).run(StepPlan.scratch()) }
    }
}

/** The way back through the steps of [plan]. What flows through the gates to the state is multiplied on, what flows to the input is only a result. */
private class GruBackward(plan: StepPlan, inputs: Array<Value>, outputs: Array<Value>, attributes: GruAttributes) :
    BackwardSteps(
        plan,
        upstream = inputs[0].address(),
        weight = inputs[4].address(),
        mask = if (attributes.hasMask) inputs.last().address() else 0L,
        flows = outputs[1].address(),
        firstState = outputs[2].address(),
        isReverse = attributes.reverse,
        passes = true,
    ) {
    private val given = inputs[1].address()
    private val products = inputs[2].address()
    private val states = inputs[3].address()
    private val inputFlows = outputs[0].address()

    override fun cell(number: Int, place: Long, row: Int, unit: Int, count: Int, dh: Long, past: Long, into: Long, isLive: Boolean) {
        val step = BYTES * units
        val at = BYTES * (place * Gru.GATES * units + unit)
        val x = given + at
        val p = products + at
        val h = states + BYTES * (place * units + unit)
        val r = gatesAt(row, unit)
        val z = r + BYTES * plan.wide
        val g = z + BYTES * plan.wide
        LstmCellF32.add(count, x, p, r)
        LstmCellF32.add(count, x + step, p + step, z)
        GatesF32.sigmoid(count, r, r)
        GatesF32.sigmoid(count, z, z)
        GruCellF32.content(count, x + 2 * step, r, p + 2 * step, g)
        GatesF32.tanh(count, g, g)
        val fresh = inputFlows + at + 2 * step
        GruCellF32.fresh(count, dh, z, g, fresh)
        LstmCellF32.gate(count, fresh, p + 2 * step, r, into)
        GruCellF32.update(count, dh, h, g, z, into + step)
        LstmCellF32.multiply(count, fresh, r, into + 2 * step)
        GruCellF32.pass(count, dh, z, past)
        give(count, into, inputFlows + at, 2)
    }
}
