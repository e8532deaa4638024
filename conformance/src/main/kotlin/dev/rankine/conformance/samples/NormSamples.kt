package dev.rankine.conformance.samples

import dev.rankine.conformance.Sample
import dev.rankine.conformance.positive
import dev.rankine.conformance.real
import dev.rankine.conformance.sample
import dev.rankine.conformance.sized
import dev.rankine.ops.*

private const val EPS = 1e-5

/** Sample calls of softmax and of the rows that standardize. */
internal val normSamples: List<Sample<*>> =
    listOf(softmaxOp, logSoftmaxOp).flatMap { softmaxes(it) } + layers() + batches()

private fun softmaxes(op: Op<SoftmaxAttributes>): List<Sample<*>> =
    listOf(
        sized(op, SoftmaxAttributes(1), "last axis") { listOf(real(3, it)) },
        sized(op, SoftmaxAttributes(0), "first axis") { listOf(real(it, 3)) },
        sample(op, SoftmaxAttributes(1), real(2, 3, 2), label = "middle axis"),
    )

private fun layers(): List<Sample<*>> {
    val full = LayerNormAttributes(1, EPS, hasWeight = true, hasBias = true)
    val lengths = listOf(5, 1, 15, 16, 17, 33, 1000)
    return listOf(
        sized(layerNormOp, full, lengths = lengths) { listOf(real(3, it), real(it), real(it)) },
        sample(layerNormOp, LayerNormAttributes(2, EPS), real(2, 3, 4), label = "two axes, no weight"),
        sample(layerNormOp, LayerNormAttributes(1, EPS, hasBias = true), real(3, 4), real(4), label = "bias only"),
        sized(layerNormGradientOp, full.copy(hasBias = false), lengths = lengths) { listOf(real(3, it), real(3, it), real(it)) },
        sample(layerNormGradientOp, LayerNormAttributes(2, EPS), real(2, 3, 2), real(2, 3, 2), label = "two axes, no weight"),
        sized(layerNormWeightGradientOp, LayerNormAttributes(1, EPS), lengths = lengths) { listOf(real(3, it), real(3, it)) },
    )
}

private fun batches(): List<Sample<*>> {
    val full = BatchNormAttributes(EPS, hasWeight = true, hasBias = true)
    val lengths = listOf(3, 15, 16, 17, 33, 1000)
    return listOf(
        sized(batchNormOp, full, "channels", listOf(3, 1, 15, 17)) { listOf(real(4, it), real(it), real(it)) },
        sized(batchNormOp, full, "planes", lengths) { listOf(real(2, 2, it), real(2), real(2)) },
        sample(batchNormOp, BatchNormAttributes(EPS), real(2, 3, 2), label = "no weight"),
        sized(batchNormGradientOp, full.copy(hasBias = false), "planes", lengths) {
            listOf(real(2, 2, it), real(2, 2, it), real(2), positive(2), real(2))
        },
        sample(batchNormGradientOp, BatchNormAttributes(EPS), real(4, 3), real(4, 3), real(3), positive(3), label = "no weight"),
    )
}
