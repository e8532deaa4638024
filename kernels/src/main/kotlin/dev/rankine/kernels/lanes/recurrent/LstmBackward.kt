package dev.rankine.kernels.lanes

import dev.rankine.kernels.address
import dev.rankine.kernels.lanes.StepPlan.Companion.BYTES
import dev.rankine.ops.LstmAttributes
import dev.rankine.ops.Value

/** The way back through the steps of [plan]. See [LstmGradient]. */
internal class LstmBackward(plan: StepPlan, inputs: Array<Value>, outputs: Array<Value>, attributes: LstmAttributes) :
    BackwardSteps(
        plan,
        upstream = inputs[0].address(),
        weight = inputs[5].address(),
        mask = if (attributes.hasMask) inputs[6].address() else 0L,
        flows = outputs[0].address(),
        firstState = outputs[1].address(),
        isReverse = attributes.reverse,
        passes = false,
    ) {
    private val cellUpstream = inputs[1].address()
    private val given = inputs[2].address()
    private val cells = inputs[3].address()
    private val firstCells = inputs[4].address()

    /** What flows to the cells of the step before: at the end to the first. */
    private val carried = outputs[2].address()

    init {
        clear(rows * units, carried)
    }

    override fun cell(number: Int, place: Long, row: Int, unit: Int, count: Int, dh: Long, past: Long, into: Long, isLive: Boolean) {
        val at = BYTES * (row.toLong() * units + unit)
        val here = cells + BYTES * (place * units + unit)
        val before = if (number == plan.steps - 1) firstCells + at else here + BYTES * (if (isReverse) rows else -rows) * units
        val dc = carried + at
        LstmCellF32.add(count, cellUpstream + BYTES * (place * units + unit), dc, dc)
        if (isLive) return flow(place, row, unit, count, before, here, dh, dc, into)
        val held = extraAt(1, row, unit)
        StepPlan.copy(count, dc, held)
        clear(count, dc)
        flow(place, row, unit, count, before, here, dh, dc, into)
        LstmCellF32.add(count, dc, held, dc)
    }

    private fun flow(place: Long, row: Int, unit: Int, count: Int, before: Long, cell: Long, dh: Long, dc: Long, into: Long) {
        val from = given + BYTES * (place * Lstm.GATES * units + unit)
        val step = BYTES * units
        val i = gatesAt(row, unit)
        val f = i + BYTES * plan.wide
        val g = f + BYTES * plan.wide
        val o = g + BYTES * plan.wide
        val tangent = extraAt(0, row, unit)
        GatesF32.sigmoid(count, from, i)
        GatesF32.sigmoid(count, from + step, f)
        GatesF32.tanh(count, from + 2 * step, g)
        GatesF32.sigmoid(count, from + 3 * step, o)
        GatesF32.tanh(count, cell, tangent)
        LstmCellF32.arrive(count, o, tangent, dh, dc)
        LstmCellF32.gate(count, dc, g, i, into)
        LstmCellF32.gate(count, dc, before, f, into + step)
        LstmCellF32.content(count, dc, i, g, into + 2 * step)
        LstmCellF32.gate(count, dh, tangent, o, into + 3 * step)
        LstmCellF32.multiply(count, dc, f, dc)
    }
}
