package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.ops.LstmAttributes
import dev.rankine.ops.Value
import dev.rankine.shapes.DType

/** [dev.rankine.ops.lstmGradientOp] without a projection and without a gradient of kept gates: as [Lstm], the other way round. */
internal object LstmGradient : VectorKernel<LstmAttributes>() {
    override fun accepts(attributes: LstmAttributes, inputs: Array<Value>): Boolean =
        !attributes.hasProjection && !attributes.keepsGates && inputs[0].dtype == DType.F32 && inputs[0].elements > 0

    override fun compute(attributes: LstmAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val (steps, rows, units) = inputs[0].sizes.toList()
        val plan = StepPlan(steps, rows, units, Lstm.GATES)
        inOrder(inputs) { LstmBackward(plan, it, outputs, attributes).run(StepPlan.scratch()) }
    }
}
