package dev.rankine.kernels.lanes

import dev.rankine.ops.SgdStepAttributes
import dev.rankine.ops.Value

/** Operands: parameter, gradient, buffer; results are parameter and buffer. */
internal object SgdStep : StepKernel<SgdStepAttributes>() {
    override fun usesScratch(attributes: SgdStepAttributes): Boolean =
        attributes.maximize || (attributes.weightDecay != 0.0 && attributes.isFirst && attributes.momentum != 0.0)

    override fun step(attributes: SgdStepAttributes, inputs: Array<out Value>) =
        when {
            attributes.momentum == 0.0 -> BlockStep { plain(attributes, it) }
            attributes.isFirst -> BlockStep { first(attributes, it) }
            else -> BlockStep { momentum(attributes, it) }
        }

    private fun plain(a: SgdStepAttributes, block: Block) {
        val decay = if (a.maximize) 0.0 else a.weightDecay
        val d = if (a.maximize) block.direction(true, a.weightDecay) else block.input(1)
        if (decay == 0.0) less(block, d, a.learningRate) else ahead(block, d, block.input(0), decay, a.learningRate)
    }

    /** The buffer becomes the direction. */
    private fun first(a: SgdStepAttributes, block: Block) {
        val b = block.target(1)
        CopyRows.copy(block.direction(a.maximize, a.weightDecay), 0, b, 0, 1, block.bytes)
        if (a.nesterov) ahead(block, b, b, a.momentum, a.learningRate) else less(block, b, a.learningRate)
    }

    private fun momentum(a: SgdStepAttributes, block: Block) {
        // a decay is worked out in the loop, but for the way up
        val decay = if (a.maximize) 0.0 else a.weightDecay
        val d = if (a.maximize) block.direction(true, a.weightDecay) else block.input(1)
        if (block.isF32) momentum32(a, block, d, decay.toFloat()) else momentum64(a, block, d, decay)
    }

    private fun momentum32(a: SgdStepAttributes, block: Block, d: Long, decay: Float) {
        val p = block.input(0)
        val b = block.input(2)
        val p2 = block.target(0)
        val b2 = block.target(1)
        val n = block.count
        val keep = a.momentum.toFloat()
        val rest = (1 - a.dampening).toFloat()
        val rate = a.learningRate.toFloat()
        when {
            a.nesterov && decay == 0f -> SgdStepF32.ahead(p, d, b, p2, b2, n, keep, rest, rate)
            a.nesterov -> SgdStepF32.ahead(p, d, b, p2, b2, n, keep, rest, rate, decay)
            decay == 0f -> SgdStepF32.momentum(p, d, b, p2, b2, n, keep, rest, rate)
            else -> SgdStepF32.momentum(p, d, b, p2, b2, n, keep, rest, rate, decay)
        }
    }

    private fun momentum64(a: SgdStepAttributes, block: Block, d: Long, decay: Double) {
        val p = block.input(0)
        val b = block.input(2)
        val p2 = block.target(0)
        val b2 = block.target(1)
        val n = block.count
        val keep = a.momentum
        val rest = 1 - a.dampening
        val rate = a.learningRate
        when {
            a.nesterov && decay == 0.0 -> SgdStepF64.ahead(p, d, b, p2, b2, n, keep, rest, rate)
            a.nesterov -> SgdStepF64.ahead(p, d, b, p2, b2, n, keep, rest, rate, decay)
            decay == 0.0 -> SgdStepF64.momentum(p, d, b, p2, b2, n, keep, rest, rate)
            else -> SgdStepF64.momentum(p, d, b, p2, b2, n, keep, rest, rate, decay)
        }
    }

    private fun less(block: Block, d: Long, rate: Double) {
        val p = block.input(0)
        val p2 = block.target(0)
        if (block.isF32) ScaledSumF32.less(p, d, rate.toFloat(), p2, block.count) else ScaledSumF64.less(p, d, rate, p2, block.count)
    }

    /** The parameter less [rate] times `d + share x`. */
    private fun ahead(block: Block, d: Long, x: Long, share: Double, rate: Double) {
        val p = block.input(0)
        val p2 = block.target(0)
        if (block.isF32) {
            ScaledSumF32.less(p, d, x, share.toFloat(), rate.toFloat(), p2, block.count)
        } else {
            ScaledSumF64.less(p, d, x, share, rate, p2, block.count)
        }
    }
}
