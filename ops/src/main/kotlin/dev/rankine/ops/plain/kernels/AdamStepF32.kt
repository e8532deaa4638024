package dev.rankine.ops.plain.kernels

import dev.rankine.ops.AdamStepAttributes
import dev.rankine.ops.Value
import dev.rankine.shapes.DType

/*
 * One pass over memory where the definition makes ten.
 */

/** The kernel of the row adam_step. */
internal object AdamStepF32 : StepKernel<AdamStepAttributes>(DType.F32) {
    override fun run(attributes: AdamStepAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        along(inputs[0], inputs[1], attributes.maximize, attributes.weightDecay) { direction ->
            val (p, d, m) = Triple(inputs[0].floats(), direction.floats(), inputs[2].floats())
            val (p2, m2, v2) = Triple(outputs[0].floats(), outputs[1].floats(), outputs[2].floats())
            val v = inputs[3].floats()
            val w = if (attributes.amsgrad) inputs[4].floats() else null
            val w2 = if (attributes.amsgrad) outputs[3].floats() else v2
            blocks(inputs[0]) { from, to ->
                mean(m, d, m2, attributes.beta1, from, to)
                square(v, d, v2, attributes.beta2, from, to)
                if (w != null) for (i in from until to) w2[i] = maxOf(w[i], v2[i])
                apply(p, m2, w2, p2, attributes, from, to)
            }
        }
    }

    private fun mean(m: FloatArray, d: FloatArray, m2: FloatArray, beta: Double, from: Int, to: Int) {
        val stays = beta.toFloat()
        val comes = (1 - beta).toFloat()
        for (i in from until to) m2[i] = m[i] * stays + d[i] * comes
    }

    private fun square(v: FloatArray, d: FloatArray, v2: FloatArray, beta: Double, from: Int, to: Int) {
        val stays = beta.toFloat()
        val comes = (1 - beta).toFloat()
        for (i in from until to) v2[i] = v[i] * stays + d[i] * d[i] * comes
    }

    private fun apply(p: FloatArray, m: FloatArray, v: FloatArray, p2: FloatArray, attributes: AdamStepAttributes, from: Int, to: Int) {
        val shrink = attributes.shrink.toFloat()
        val correction = attributes.correction.toFloat()
        val epsilon = attributes.epsilon.toFloat()
        val step = attributes.stepSize.toFloat()
        for (i in from until to) {
            p2[i] = p[i] * shrink - m[i] / (Math.sqrt(v[i].toDouble()).toFloat() / correction + epsilon) * step
        }
    }
}
