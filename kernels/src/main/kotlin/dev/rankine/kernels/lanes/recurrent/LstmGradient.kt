package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.ops.LstmAttributes
import dev.rankine.ops.Value
import dev.rankine.shapes.DType

/**
 * [dev.rankine.ops.lstmGradientOp] without a projection and without a gradient of kept gates: as [Lstm], the other way round. A step's flow through
 * the gates lies beside the result once more, in rows that do not push each other out of the cache, for the product with the weight.
 */
internal object LstmGradient : VectorKernel<LstmAttributes>() {
    private val scratch = ThreadLocal.withInitial { Scratch() }

    override fun accepts(attributes: LstmAttributes, inputs: Array<Value>): Boolean =
        !attributes.hasProjection && !attributes.keepsGates && inputs[0].dtype == DType.F32 && inputs[0].elements > 0

    override fun compute(attributes: LstmAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val (steps, rows, units) = inputs[0].sizes.toList()
        val plan = StepPlan(steps, rows, units)
        if (!plan.isThin) UnpackedF32.settle()
        inOrder(inputs) { given ->
            val backward = LstmBackward(plan, given, outputs, attributes)
            backward.start(scratch.get().take(backward.bytes))
            plan.walk(steps + 1) { number, row, lastRow, unit, lastUnit -> backward.step(number, row, lastRow, unit, lastUnit) }
        }
    }
}
