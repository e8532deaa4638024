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

/** Operands: parameter, gradient, buffer; results are parameter and buffer. */
internal object SgdStep : StepKernel<SgdStepAttributes>() {
    override fun usesScratch(attributes: SgdStepAttributes) = attributes.maximize || attributes.weightDecay != 0.0

    override fun step(attributes: SgdStepAttributes, block: Block) {
        val d = block.direction(attributes.maximize, attributes.weightDecay)
        when {
            attributes.momentum == 0.0 -> less(block, d, attributes.learningRate)
            attributes.isFirst -> first(attributes, block, d)
            attributes.nesterov -> ahead(attributes, block, d)
            else -> momentum(attributes, block, d)
        }
    }

    private fun first(a: SgdStepAttributes, block: Block, d: Long) {
        val b = block.target(1)
        CopyRows.copy(d, 0, b, 0, 1, block.bytes)
        val (p, p2) = block.input(0) to block.target(0)
        when {
            !a.nesterov -> less(block, b, a.learningRate)
            block.isF32 -> ScaledSumF32.less(p, b, b, a.momentum.toFloat(), a.learningRate.toFloat(), p2, block.count)
            else -> ScaledSumF64.less(p, b, b, a.momentum, a.learningRate, p2, block.count)
        }
    }

    private fun momentum(a: SgdStepAttributes, block: Block, d: Long) {
        val (p, b) = block.input(0) to block.input(2)
        val (p2, b2) = block.target(0) to block.target(1)
        val rest = 1 - a.dampening
        if (block.isF32) {
            SgdStepF32.momentum(p, d, b, p2, b2, block.count, a.momentum.toFloat(), rest.toFloat(), a.learningRate.toFloat())
        } else {
            SgdStepF64.momentum(p, d, b, p2, b2, block.count, a.momentum, rest, a.learningRate)
        }
    }

    private fun ahead(a: SgdStepAttributes, block: Block, d: Long) {
        val (p, b) = block.input(0) to block.input(2)
        val (p2, b2) = block.target(0) to block.target(1)
        val rest = 1 - a.dampening
        if (block.isF32) {
            SgdStepF32.ahead(p, d, b, p2, b2, block.count, a.momentum.toFloat(), rest.toFloat(), a.learningRate.toFloat())
        } else {
            SgdStepF64.ahead(p, d, b, p2, b2, block.count, a.momentum, rest, a.learningRate)
        }
    }

    private fun less(block: Block, d: Long, rate: Double) {
        val (p, p2) = block.input(0) to block.target(0)
        if (block.isF32) ScaledSumF32.less(p, d, rate.toFloat(), p2, block.count) else ScaledSumF64.less(p, d, rate, p2, block.count)
    }
}
