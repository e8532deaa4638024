package dev.rankine.conformance.samples

import dev.rankine.conformance.Operand
import dev.rankine.conformance.Sample
import dev.rankine.conformance.indices
import dev.rankine.conformance.positive
import dev.rankine.conformance.probability
import dev.rankine.conformance.real
import dev.rankine.conformance.sample
import dev.rankine.conformance.sized
import dev.rankine.ops.*

private val lengths = listOf(4, 1, 15, 16, 17, 33, 2000)

/** Sample calls of the rows of losses. */
internal val lossSamples: List<Sample<*>> = classes() + numbers()

private fun classes(): List<Sample<*>> =
    listOf(
        sized(nllLossOp, NllAttributes(-100), lengths = lengths) { listOf(real(it, 3), indices(3, it)) },
        sample(nllLossOp, NllAttributes(1), real(2, 3, 4), indices(3, 2, 4), label = "planes, one class ignored"),
        sized(nllLossGradientOp, NllGradientAttributes(-100, 3), lengths = lengths) { listOf(real(it), indices(3, it)) },
        sample(nllLossGradientOp, NllGradientAttributes(1, 3), real(2, 4), indices(3, 2, 4), label = "planes, one class ignored"),
    ) +
        Reduction.entries.flatMap { reduction ->
            val dy = if (reduction == Reduction.NONE) intArrayOf(4) else intArrayOf()
            listOf(
                sample(crossEntropyOp, CrossEntropyAttributes(-100, reduction), real(4, 3), indices(3, 4), label = "$reduction"),
                sample(crossEntropyGradientOp, CrossEntropyAttributes(1, reduction), real(*dy), real(4, 3), indices(3, 4), label = "$reduction"),
            )
        } +
        sized(crossEntropyOp, CrossEntropyAttributes(1, Reduction.MEAN), "classes", lengths) { listOf(real(4, it + 2), indices(it + 2, 4)) }

private fun numbers(): List<Sample<*>> =
    Reduction.entries.flatMap { reduction ->
        val attributes = LossAttributes(reduction)
        listOf(
            two(mseLossOp, attributes, reduction) { real(3, it) to real(3, it) },
            two(l1LossOp, attributes, reduction) { real(3, it) to real(3, it) },
            two(smoothL1LossOp, ThresholdLossAttributes(reduction, 0.7), reduction) { real(3, it) to real(3, it) },
            two(huberLossOp, ThresholdLossAttributes(reduction, 0.7), reduction) { real(3, it) to real(3, it) },
            two(binaryCrossEntropyOp, attributes, reduction) { probability(3, it) to probability(3, it) },
            two(binaryCrossEntropyWithLogitsOp, attributes, reduction) { real(3, it) to probability(3, it) },
            two(klDivOp, KlDivAttributes(reduction, false), reduction) { real(3, it) to positive(3, it) },
        )
    } + sample(klDivOp, KlDivAttributes(Reduction.MEAN, true), real(3, 4), real(3, 4), label = "logarithms")

private fun <A : Any> two(op: Op<A>, attributes: A, reduction: Reduction, operands: (Int) -> Pair<Operand, Operand>): Sample<A> =
    sized(op, attributes, "$reduction", lengths) { operands(it).toList() }
