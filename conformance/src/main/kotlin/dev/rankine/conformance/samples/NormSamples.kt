package dev.rankine.conformance.samples

import dev.rankine.conformance.Sample
import dev.rankine.conformance.positive
import dev.rankine.conformance.real
import dev.rankine.conformance.sample
import dev.rankine.conformance.sized
import dev.rankine.ops.BatchNormAttributes
import dev.rankine.ops.LayerNormAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.SoftmaxAttributes
import dev.rankine.ops.batchNormGradientOp
import dev.rankine.ops.batchNormOp
import dev.rankine.ops.layerNormGradientOp
import dev.rankine.ops.layerNormOp
import dev.rankine.ops.layerNormWeightGradientOp
import dev.rankine.ops.logSoftmaxGradientOp
import dev.rankine.ops.logSoftmaxOp
import dev.rankine.ops.softmaxGradientOp
import dev.rankine.ops.softmaxOp

private const val EPS = 1e-5

/** Sample calls of the rows that normalize. */
internal val normSamples: List<Sample<*>> =
    listOf(softmaxOp, logSoftmaxOp).flatMap { alongAxis(it) } +
        listOf(softmaxGradientOp, logSoftmaxGradientOp).flatMap { gradientsAlongAxis(it) } + layerSamples() + batchSamples()

private fun alongAxis(op: Op<SoftmaxAttributes>): List<Sample<*>> =
    listOf(
        sized(op, SoftmaxAttributes(1), "last axis") { listOf(real(3, it)) },
        sized(op, SoftmaxAttributes(0), "first axis") { listOf(real(it, 3)) },
        sample(op, SoftmaxAttributes(1), real(2, 3, 2), label = "middle axis"),
        sample(op, SoftmaxAttributes(0), real(), label = "a scalar"),
    )

private fun gradientsAlongAxis(op: Op<SoftmaxAttributes>): List<Sample<*>> =
    listOf(
        sized(op, SoftmaxAttributes(1), "last axis") { listOf(real(3, it), real(3, it)) },
        sized(op, SoftmaxAttributes(0), "first axis") { listOf(real(it, 3), real(it, 3)) },
        sample(op, SoftmaxAttributes(1), real(2, 3, 2), real(2, 3, 2), label = "middle axis"),
        sample(op, SoftmaxAttributes(0), real(), real(), label = "a scalar"),
    )

private fun layerSamples(): List<Sample<*>> {
    val plain = LayerNormAttributes(1, EPS)
    val weighted = LayerNormAttributes(1, EPS, hasWeight = true)
    val full = LayerNormAttributes(1, EPS, hasWeight = true, hasBias = true)
    return listOf(
        sized(layerNormOp, full, "weight and bias") { listOf(real(3, it), real(it), real(it)) },
        sample(layerNormOp, plain, real(2, 4), label = "alone"),
        sample(layerNormOp, LayerNormAttributes(2, EPS, hasBias = true), real(2, 3, 2), real(3, 2), label = "bias, two axes"),
        sized(layerNormGradientOp, weighted, "weight") { listOf(real(3, it), real(3, it), real(it)) },
        sample(layerNormGradientOp, LayerNormAttributes(2, EPS), real(2, 2, 3), real(2, 2, 3), label = "two axes"),
        sized(layerNormWeightGradientOp, plain) { listOf(real(3, it), real(3, it)) },
    )
}

private fun batchSamples(): List<Sample<*>> {
    val full = BatchNormAttributes(EPS, hasWeight = true, hasBias = true)
    return listOf(
        sized(batchNormOp, full, "weight and bias") { listOf(real(it, 2), real(2), real(2)) },
        sample(batchNormOp, BatchNormAttributes(EPS), real(2, 3, 2), label = "alone"),
        sample(batchNormOp, BatchNormAttributes(EPS, hasBias = true), real(2, 3, 2, 2), real(3), label = "bias"),
        sized(batchNormGradientOp, BatchNormAttributes(EPS, hasWeight = true), "weight") {
            listOf(real(it, 2), real(it, 2), real(2), positive(2), real(2))
        },
        sample(batchNormGradientOp, BatchNormAttributes(EPS), real(2, 3, 2), real(2, 3, 2), real(3), positive(3), label = "alone"),
    )
}
