package dev.rankine.kernels.lanes

import dev.rankine.ops.AdamStepAttributes
import dev.rankine.ops.Value

/** Operands: parameter, gradient, mean, mean of squares, the largest of these; results are all but the gradient. */
internal object AdamStep : StepKernel<AdamStepAttributes>() {
    override fun usesScratch(attributes: AdamStepAttributes): Boolean = attributes.maximize || attributes.weightDecay != 0.0

    override fun step(attributes: AdamStepAttributes, inputs: Array<out Value>) =
        BlockStep { block ->
            val direction = block.direction(attributes.maximize, attributes.weightDecay)
            if (block.isF32) step32(attributes, block, direction) else step64(attributes, block, direction)
        }

    private fun step32(a: AdamStepAttributes, x: Block, d: Long) {
        val beta1 = a.beta1.toFloat()
        val rest1 = (1 - a.beta1).toFloat()
        val beta2 = a.beta2.toFloat()
        val rest2 = (1 - a.beta2).toFloat()
        val shrink = a.shrink.toFloat()
        val step = a.stepSize.toFloat()
        val root = (1 / a.correction).toFloat()
        val epsilon = a.epsilon.toFloat()
        if (a.amsgrad) {
            AdamStepF32.largest(
                x.input(0),
                d,
                x.input(2),
                x.input(3),
                x.input(4),
                x.target(0),
                x.target(1),
                x.target(2),
                x.target(3),
                x.count,
                beta1,
                rest1,
                beta2,
                rest2,
                shrink,
                step,
                root,
                epsilon,
            )
        } else {
            AdamStepF32.step(
                x.input(0),
                d,
                x.input(2),
                x.input(3),
                x.target(0),
                x.target(1),
                x.target(2),
                x.count,
                beta1,
                rest1,
                beta2,
                rest2,
                shrink,
                step,
                root,
                epsilon,
            )
        }
    }

    private fun step64(a: AdamStepAttributes, x: Block, d: Long) {
        val rest1 = 1 - a.beta1
        val rest2 = 1 - a.beta2
        val root = 1 / a.correction
        if (a.amsgrad) {
            AdamStepF64.largest(
                x.input(0),
                d,
                x.input(2),
                x.input(3),
                x.input(4),
                x.target(0),
                x.target(1),
                x.target(2),
                x.target(3),
                x.count,
                a.beta1,
                rest1,
                a.beta2,
                rest2,
                a.shrink,
                a.stepSize,
                root,
                a.epsilon,
            )
        } else {
            AdamStepF64.step(
                x.input(0),
                d,
                x.input(2),
                x.input(3),
                x.target(0),
                x.target(1),
                x.target(2),
                x.count,
                a.beta1,
                rest1,
                a.beta2,
                rest2,
                a.shrink,
                a.stepSize,
                root,
                a.epsilon,
            )
        }
    }
}
