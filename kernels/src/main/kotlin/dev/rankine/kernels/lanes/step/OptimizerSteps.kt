package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.ops.AdamStepAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.SgdStepAttributes
import dev.rankine.ops.adamStepOp
import dev.rankine.ops.sgdStepOp

/** The steps of optimizers. */
internal val stepKernels: List<Pair<Op<*>, VectorKernel<*>>> = listOf(adamStepOp to AdamStep, sgdStepOp to SgdStep)

/** Operands: parameter, gradient, mean, mean of squares, the largest of these; results are all but the gradient. */
internal object AdamStep : StepKernel<AdamStepAttributes>() {
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
            AdamStepF32.means(d, m, v, m2, v2, n, beta1, rest1, beta2, rest2)
            AdamStepF32.largest(p, m2, v2, block.input(4), p2, block.target(3), n, shrink, step, root, epsilon)
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
            AdamStepF64.means(d, m, v, m2, v2, n, a.beta1, rest1, a.beta2, rest2)
            AdamStepF64.largest(p, m2, v2, block.input(4), p2, block.target(3), n, a.shrink, a.stepSize, root, a.epsilon)
        } else {
            AdamStepF64.step(p, d, m, v, p2, m2, v2, n, a.beta1, rest1, a.beta2, rest2, a.shrink, a.stepSize, root, a.epsilon)
        }
    }
}

/** Operands: parameter, gradient, buffer; results are parameter and buffer. */
internal object SgdStep : StepKernel<SgdStepAttributes>() {
    override fun step(attributes: SgdStepAttributes, block: Block) {
        val d = block.direction(attributes.maximize, attributes.weightDecay)
        val (p, p2) = block.input(0) to block.target(0)
        if (attributes.momentum == 0.0) return less(block, p, d, attributes.learningRate, p2)
        buffer(attributes, block, d)
        val b = block.target(1)
        when {
            !attributes.nesterov -> less(block, p, b, attributes.learningRate, p2)
            block.isF32 -> ScaledSumF32.less(p, d, b, attributes.momentum.toFloat(), attributes.learningRate.toFloat(), p2, block.count)
            else -> ScaledSumF64.less(p, d, b, attributes.momentum, attributes.learningRate, p2, block.count)
        }
    }

    private fun buffer(attributes: SgdStepAttributes, block: Block, d: Long) {
        val momentum = attributes.momentum
        val rest = 1 - attributes.dampening
        val b = block.target(1)
        when {
            attributes.isFirst -> CopyRows.copy(d, 0, b, 0, 1, block.bytes)
            block.isF32 -> ScaledSumF32.sum(block.input(2), momentum.toFloat(), d, rest.toFloat(), b, block.count)
            else -> ScaledSumF64.sum(block.input(2), momentum, d, rest, b, block.count)
        }
    }

    private fun less(block: Block, p: Long, d: Long, rate: Double, p2: Long) =
        if (block.isF32) ScaledSumF32.less(p, d, rate.toFloat(), p2, block.count) else ScaledSumF64.less(p, d, rate, p2, block.count)
}
