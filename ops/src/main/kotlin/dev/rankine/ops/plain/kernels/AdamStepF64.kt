package dev.rankine.ops.plain.kernels

import dev.rankine.ops.AdamStepAttributes
import dev.rankine.ops.Value
import dev.rankine.shapes.DType

// As AdamStepF32, for float64.

/** The kernel of the row adam_step. */
internal object AdamStepF64 : StepKernel<AdamStepAttributes>(DType.F64) {
    override fun run(attributes: AdamStepAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        along(inputs[0], inputs[1], attributes.maximize, attributes.weightDecay) { direction ->
            val (p, d, m) = Triple(inputs[0].doubles(), direction.doubles(), inputs[2].doubles())
            val (p2, m2, v2) = Triple(outputs[0].doubles(), outputs[1].doubles(), outputs[2].doubles())
            val v = inputs[3].doubles()
            val w = if (attributes.amsgrad) inputs[4].doubles() else null
            val w2 = if (attributes.amsgrad) outputs[3].doubles() else v2
            blocks(inputs[0]) { from, to ->
                mean(m, d, m2, attributes.beta1, from, to)
                square(v, d, v2, attributes.beta2, from, to)
                if (w != null) for (i in from until to) w2[i] = maxOf(w[i], v2[i])
                apply(p, m2, w2, p2, attributes, from, to)
            }
        }
    }

    private fun mean(m: DoubleArray, d: DoubleArray, m2: DoubleArray, beta: Double, from: Int, to: Int) {
        val stays = beta
        val comes = (1 - beta)
        for (i in from until to) m2[i] = m[i] * stays + d[i] * comes
    }

    private fun square(v: DoubleArray, d: DoubleArray, v2: DoubleArray, beta: Double, from: Int, to: Int) {
        val stays = beta
        val comes = (1 - beta)
        for (i in from until to) v2[i] = v[i] * stays + d[i] * d[i] * comes
    }

    private fun apply(p: DoubleArray, m: DoubleArray, v: DoubleArray, p2: DoubleArray, attributes: AdamStepAttributes, from: Int, to: Int) {
        val shrink = attributes.shrink
        val correction = attributes.correction
        val epsilon = attributes.epsilon
        val step = attributes.stepSize
        for (i in from until to) {
            p2[i] = p[i] * shrink - m[i] / (Math.sqrt(v[i]) / correction + epsilon) * step
        }
    }
}
