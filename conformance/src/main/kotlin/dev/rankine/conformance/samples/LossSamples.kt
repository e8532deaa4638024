package dev.rankine.conformance.samples

import dev.rankine.conformance.Draw
import dev.rankine.conformance.Operand
import dev.rankine.conformance.Sample
import dev.rankine.conformance.distinct
import dev.rankine.conformance.positive
import dev.rankine.conformance.probability
import dev.rankine.conformance.real
import dev.rankine.conformance.sample
import dev.rankine.conformance.sized
import dev.rankine.ops.CrossEntropyAttributes
import dev.rankine.ops.KlDivAttributes
import dev.rankine.ops.LossAttributes
import dev.rankine.ops.NllAttributes
import dev.rankine.ops.NllGradientAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.Reduction
import dev.rankine.ops.ThresholdLossAttributes
import dev.rankine.ops.binaryCrossEntropyOp
import dev.rankine.ops.binaryCrossEntropyWithLogitsOp
import dev.rankine.ops.crossEntropyGradientOp
import dev.rankine.ops.crossEntropyOp
import dev.rankine.ops.huberLossOp
import dev.rankine.ops.klDivOp
import dev.rankine.ops.l1LossOp
import dev.rankine.ops.mseLossOp
import dev.rankine.ops.nllLossGradientOp
import dev.rankine.ops.nllLossOp
import dev.rankine.ops.smoothL1LossOp
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

private const val IGNORED = 1L

/** Sample calls of the losses. */
internal val lossSamples: List<Sample<*>> = classSamples() + Reduction.entries.flatMap { elementSamples(it) } + marginLossSamples

private fun classSamples(): List<Sample<*>> {
    val nll = NllAttributes(IGNORED)
    return listOf(
        sized(nllLossOp, nll, "rows") { listOf(real(it, 4), classes(4, it)) },
        sample(nllLossOp, nll, real(2, 3, 2), classes(3, 2, 2), label = "pixels"),
        sized(nllLossGradientOp, NllGradientAttributes(IGNORED, 4), "rows") { listOf(real(it), classes(4, it)) },
        sample(nllLossGradientOp, NllGradientAttributes(IGNORED, 3), real(2, 2), classes(3, 2, 2), label = "pixels"),
    ) +
        Reduction.entries.flatMap { reduction ->
            val attributes = CrossEntropyAttributes(IGNORED, reduction)
            val upstream = if (reduction == Reduction.NONE) { n: Int -> real(n) } else { _: Int -> real() }
            listOf(
                sized(crossEntropyOp, attributes, "rows, $reduction") { listOf(real(it, 4), classes(4, it)) },
                sample(crossEntropyOp, attributes, real(2, 3, 2), classes(3, 2, 2), label = "pixels, $reduction"),
                sized(crossEntropyGradientOp, attributes, "rows, $reduction") { listOf(upstream(it), real(it, 4), classes(4, it)) },
            )
        }
}

private fun elementSamples(reduction: Reduction): List<Sample<*>> {
    val attributes = LossAttributes(reduction)
    return listOf(
        pairs(mseLossOp, attributes, "$reduction") { real(3, it) },
        sample(l1LossOp, attributes, distinct(3, 4), far(3, 4), label = "$reduction"),
        sample(binaryCrossEntropyOp, attributes, probability(3, 4), probability(3, 4), label = "$reduction"),
        sample(binaryCrossEntropyWithLogitsOp, attributes, real(3, 4), probability(3, 4), label = "$reduction"),
        pairs(klDivOp, KlDivAttributes(reduction, logTarget = false), "$reduction") { positive(3, it) },
        pairs(klDivOp, KlDivAttributes(reduction, logTarget = true), "logarithms, $reduction") { real(3, it) },
    ) +
        listOf(smoothL1LossOp, huberLossOp).flatMap { op ->
            listOf(
                sample(op, ThresholdLossAttributes(reduction, 20.0), distinct(3, 4), far(3, 4), label = "near, $reduction"),
                sample(op, ThresholdLossAttributes(reduction, 0.7), distinct(3, 4), far(3, 4), label = "beyond, $reduction"),
            )
        }
}

private fun <A : Any> pairs(op: Op<A>, attributes: A, label: String, operand: (Int) -> Operand): Sample<A> =
    sized(op, attributes, label) { listOf(operand(it), operand(it)) }

/** Class numbers in turn, so that the first is not the ignored one. */
internal fun classes(limit: Int, vararg sizes: Int): Operand =
    Operand(Sizes.of(*sizes), Draw(isWhole = true) { _, count -> DoubleArray(count) { (it % limit).toDouble() } }, DType.I64)

/** Numbers at least one away from those of the other operand. */
internal fun far(vararg sizes: Int): Operand = Operand(Sizes.of(*sizes), Draw.between(4.0, 6.0))
