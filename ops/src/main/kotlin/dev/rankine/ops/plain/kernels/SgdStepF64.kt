package dev.rankine.ops.plain.kernels

import dev.rankine.ops.SgdStepAttributes
import dev.rankine.ops.Value
import dev.rankine.shapes.DType

// As SgdStepF32, for float64.

/** The kernel of the row sgd_step. */
internal object SgdStepF64 : StepKernel<SgdStepAttributes>(DType.F64) {
    override fun run(attributes: SgdStepAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        along(inputs[0], inputs[1], attributes.maximize, attributes.weightDecay) { direction ->
            val (p, d, p2) = Triple(inputs[0].doubles(), direction.doubles(), outputs[0].doubles())
            val b = if (attributes.momentum == 0.0) null else inputs[2].doubles()
            val b2 = if (attributes.momentum == 0.0) d else outputs[1].doubles()
            val momentum = attributes.momentum
            val rate = attributes.learningRate
            blocks(inputs[0]) { from, to ->
                if (b != null) buffer(b, d, b2, attributes, from, to)
                if (b != null && attributes.nesterov) {
                    for (i in from until to) p2[i] = p[i] - (d[i] + b2[i] * momentum) * rate
                } else {
                    for (i in from until to) p2[i] = p[i] - b2[i] * rate
                }
            }
        }
    }

    private fun buffer(b: DoubleArray, d: DoubleArray, b2: DoubleArray, attributes: SgdStepAttributes, from: Int, to: Int) {
        val stays = attributes.momentum
        val comes = (1 - attributes.dampening)
        if (attributes.isFirst) {
            System.arraycopy(d, from, b2, from, to - from)
        } else {
            for (i in from until to) b2[i] = b[i] * stays + d[i] * comes
        }
    }
}
