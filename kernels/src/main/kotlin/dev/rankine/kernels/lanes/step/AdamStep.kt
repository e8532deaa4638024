package dev.rankine.kernels.lanes

import dev.rankine.ops.AdamStepAttributes

/** Operands: parameter, gradient, mean, mean of squares, the largest of these; results are all but the gradient. */
internal object AdamStep : StepKernel<AdamStepAttributes>() {
    override fun usesScratch(attributes: AdamStepAttributes) = attributes.maximize || attributes.weightDecay != 0.0

    override fun step(attributes: AdamStepAttributes, block: Block) {
        val direction = block.direction(attributes.maximize, attributes.weightDecay)
        if (block.isF32) step32(attributes, block, direction) else step64(attributes, block, direction)
    }

    private fun step32(a: AdamStepAttributes, block: Block, d: Long) {
        val (p, m, v) = Triple(block.input(0), block.input(2), block.input(3))
        val (p2, m2, v2) = Triple(block.target(0), block.target(1), block.target(2))
        val n = block.count
        val (beta1, rest1) = a.beta1.toFloat() to (1 - a.beta1).toFloat()
        val (beta2, rest2) = a.beta2.toFloat() to (1 - a.beta2).toFloat()
        val (shrink, step) = a.shrink.toFloat() to a.stepSize.toFloat()
        val (root, epsilon) = (1 / a.correction).toFloat() to a.epsilon.toFloat()
        if (a.amsgrad) {
            val (w, w2) = block.input(4) to block.target(3)
            AdamStepF32.largest(p, d, m, v, w, p2, m2, v2, w2, n, beta1, rest1, beta2, rest2, shrink, step, root, epsilon)
        } else {
            AdamStepF32.step(p, d, m, v, p2, m2, v2, n, beta1, rest1, beta2, rest2, shrink, step, root, epsilon)
        }
    }

    private fun step64(a: AdamStepAttributes, block: Block, d: Long) {
        val (p, m, v) = Triple(block.input(0), block.input(2), block.input(3))
        val (p2, m2, v2) = Triple(block.target(0), block.target(1), block.target(2))
        val n = block.count
        val (rest1, rest2) = 1 - a.beta1 to 1 - a.beta2
        val root = 1 / a.correction
        if (a.amsgrad) {
            val (w, w2) = block.input(4) to block.target(3)
            AdamStepF64.largest(p, d, m, v, w, p2, m2, v2, w2, n, a.beta1, rest1, a.beta2, rest2, a.shrink, a.stepSize, root, a.epsilon)
        } else {
            AdamStepF64.step(p, d, m, v, p2, m2, v2, n, a.beta1, rest1, a.beta2, rest2, a.shrink, a.stepSize, root, a.epsilon)
        }
    }
}
