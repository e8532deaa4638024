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
import dev.rankine.ops.CtcAttributes
import dev.rankine.ops.FocalAttributes
import dev.rankine.ops.GaussianAttributes
import dev.rankine.ops.LossAttributes
import dev.rankine.ops.MarginAttributes
import dev.rankine.ops.MultiMarginAttributes
import dev.rankine.ops.PairwiseDistanceAttributes
import dev.rankine.ops.PoissonAttributes
import dev.rankine.ops.Reduction
import dev.rankine.ops.TripletAttributes
import dev.rankine.ops.cosineEmbeddingLossOp
import dev.rankine.ops.ctcLossOp
import dev.rankine.ops.gaussianNllLossOp
import dev.rankine.ops.hingeEmbeddingLossOp
import dev.rankine.ops.marginRankingLossOp
import dev.rankine.ops.multiLabelMarginLossOp
import dev.rankine.ops.multiLabelSoftMarginLossOp
import dev.rankine.ops.multiMarginLossOp
import dev.rankine.ops.poissonNllLossOp
import dev.rankine.ops.sigmoidFocalLossOp
import dev.rankine.ops.softMarginLossOp
import dev.rankine.ops.tripletMarginLossOp
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

private val euclidean = PairwiseDistanceAttributes(2.0, 1e-6, keepDim = false)

/** Sample calls of the losses of margins, distances, counts and sequences. */
internal val marginLossSamples: List<Sample<*>> =
    Reduction.entries.flatMap { reduced(it) } + sequences() +
        listOf(
            sized(multiMarginLossOp, MultiMarginAttributes(9.0, 1), "short of the margin") { listOf(real(it, 4), classes(4, it)) },
            sized(multiMarginLossOp, MultiMarginAttributes(9.0, 2), "squares") { listOf(real(it, 4), classes(4, it)) },
            sample(
                multiLabelMarginLossOp,
                Operand(Sizes.of(3, 4), Draw.distinct(-3.0, 3.3)),
                labels(1.0, 3.0, -1.0, 0.0, 2.0, -1.0, -1.0, -1.0, -1.0, 0.0, 1.0, 1.0),
            ),
            sized(multiLabelSoftMarginLossOp, Unit) { listOf(real(3, it), probability(3, it)) },
        )

private fun reduced(by: Reduction): List<Sample<*>> {
    val three = listOf(1.0, -1.0, 1.0, -1.0, -1.0, 1.0).toDoubleArray()
    val signs = Operand(Sizes.of(2, 3), Draw.exactly(*three))
    val sign = Operand(Sizes.of(3), Draw.exactly(1.0, -1.0, 1.0), DType.I64)
    return listOf(
        sample(hingeEmbeddingLossOp, MarginAttributes(by, 4.0), real(2, 3), known(signs), label = "$by"),
        sample(softMarginLossOp, LossAttributes(by), real(2, 3), real(2, 3), label = "$by"),
        sample(marginRankingLossOp, MarginAttributes(by, 0.01), distinct(2, 3), far(2, 3), signs, label = "$by"),
        sample(cosineEmbeddingLossOp, MarginAttributes(by, -1.0), real(3, 4), real(3, 4), sign, label = "$by"),
        sample(sigmoidFocalLossOp, FocalAttributes(by, 0.3, 2.0), real(2, 3), probability(2, 3), label = "$by"),
        sample(sigmoidFocalLossOp, FocalAttributes(by, null, 1.5), real(2, 3), probability(2, 3), label = "unweighted, $by"),
        sample(poissonNllLossOp, PoissonAttributes(by, logInput = true, full = false, 1e-8), real(2, 3), positive(2, 3), label = "$by"),
        sample(
            poissonNllLossOp,
            PoissonAttributes(by, logInput = false, full = true, 1e-2),
            positive(2, 3),
            Operand(Sizes.of(2, 3), Draw.between(1.1, 4.0)),
            label = "whole, $by",
        ),
        sample(gaussianNllLossOp, GaussianAttributes(by, full = true, 1e-6), real(2, 3), real(2, 3), positive(2, 1), label = "$by"),
        sample(
            tripletMarginLossOp,
            TripletAttributes(by, 20.0, euclidean, swap = true),
            real(3, 4),
            real(3, 4),
            real(3, 4),
            label = "$by",
        ),
    )
}

/** Without a gradient and without other types: the sign decides the branch. */
private fun known(signs: Operand): Operand = Operand(signs.sizes, signs.draw, DType.I64)

private fun labels(vararg numbers: Double): Operand = Operand(Sizes.of(3, 4), Draw.exactly(*numbers), DType.I64)

/** Three sequences of five steps, four and two, whose targets have two classes, none and three: the last cannot be written. */
private fun sequences(): List<Sample<*>> {
    val targets = Operand(Sizes.of(3, 3), Draw.exactly(1.0, 1.0, 9.0, 9.0, 9.0, 9.0, 1.0, 2.0, 3.0), DType.I64)
    val steps = Operand(Sizes.of(3), Draw.exactly(5.0, 4.0, 2.0), DType.I64)
    val lengths = Operand(Sizes.of(3), Draw.exactly(2.0, 0.0, 3.0), DType.I64)
    return Reduction.entries.map {
        sample(ctcLossOp, CtcAttributes(it, 0, zeroInfinity = true), real(5, 3, 4), targets, steps, lengths, label = "$it", finite = true)
    } +
        sample(
            ctcLossOp,
            CtcAttributes(Reduction.NONE, 2, zeroInfinity = false),
            real(4, 1, 3),
            Operand(Sizes.of(1, 2), Draw.exactly(0.0, 1.0), DType.I32),
            Operand(Sizes.of(1), Draw.exactly(4.0), DType.I64),
            Operand(Sizes.of(1), Draw.exactly(2.0), DType.I64),
            label = "blank in the midst",
            finite = true,
        )
}
