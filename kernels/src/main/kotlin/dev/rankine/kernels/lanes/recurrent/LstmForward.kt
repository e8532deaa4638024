package dev.rankine.kernels.lanes

import dev.rankine.kernels.address
import dev.rankine.kernels.lanes.StepPlan.Companion.BYTES
import dev.rankine.ops.LstmAttributes
import dev.rankine.ops.Value

/** The way forward through the steps of [plan]: states and cells, and the gates if they are kept. See [Lstm]. */
internal class LstmForward(plan: StepPlan, inputs: Array<Value>, outputs: Array<Value>, attributes: LstmAttributes) :
    ForwardSteps(
        plan,
        weight = inputs[1].address(),
        first = inputs[2].address(),
        mask = if (attributes.hasMask) inputs[4].address() else 0L,
        states = outputs[0].address(),
        isReverse = attributes.reverse,
    ) {
    private val given = inputs[0].address()
    private val firstCells = inputs[3].address()
    private val cells = outputs[1].address()
    private val kept = if (attributes.keepsGates) outputs[2].address() else 0L

    /** Gates are added up and go through their functions where the products are. */
    override fun cell(
        number: Int,
        place: Long,
        row: Int,
        unit: Int,
        count: Int,
        products: Long,
        before: Long,
        after: Long,
        isLive: Boolean,
    ) {
        val next = cells + BYTES * (place * units + unit)
        val cell =
            if (number == 0) {
                firstCells + BYTES * (row.toLong() * units + unit)
            } else {
                next + BYTES * (if (isReverse) rows else -rows) * units
            }
        val f = products + BYTES * plan.wide
        val g = f + BYTES * plan.wide
        val o = g + BYTES * plan.wide
        val at = BYTES * (place * Lstm.GATES * units + unit)
        val x = given + at
        val step = BYTES * units
        val isKept = kept != 0L
        val sum = if (isKept) kept + at else products
        val sumStep = if (isKept) step else BYTES * plan.wide
        LstmCellF32.add(count, x, products, sum)
        LstmCellF32.add(count, x + step, f, sum + sumStep)
        LstmCellF32.add(count, x + 2 * step, g, sum + 2 * sumStep)
        LstmCellF32.add(count, x + 3 * step, o, sum + 3 * sumStep)
        if (!isLive) return StepPlan.copy(count, cell, next)
        GatesF32.sigmoid(count, sum, products)
        GatesF32.sigmoid(count, sum + sumStep, f)
        GatesF32.tanh(count, sum + 2 * sumStep, g)
        GatesF32.sigmoid(count, sum + 3 * sumStep, o)
        LstmCellF32.next(count, products, f, g, cell, next)
        GatesF32.tanh(count, next, g)
        LstmCellF32.multiply(count, o, g, after)
    }
}
