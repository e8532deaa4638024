package dev.rankine.conformance.samples

import dev.rankine.conformance.Draw
import dev.rankine.conformance.Lengths
import dev.rankine.conformance.Operand
import dev.rankine.conformance.Sample
import dev.rankine.conformance.distinct
import dev.rankine.conformance.real
import dev.rankine.conformance.sample
import dev.rankine.conformance.sized
import dev.rankine.ops.CosineSimilarityAttributes
import dev.rankine.ops.GluAttributes
import dev.rankine.ops.NormalizeAttributes
import dev.rankine.ops.PairwiseDistanceAttributes
import dev.rankine.ops.RmsNormAttributes
import dev.rankine.ops.bilinearOp
import dev.rankine.ops.cosineSimilarityOp
import dev.rankine.ops.gluOp
import dev.rankine.ops.normalizeOp
import dev.rankine.ops.pairwiseDistanceOp
import dev.rankine.ops.rmsNormOp
import dev.rankine.shapes.Sizes

/** Sample calls of the rows that measure vectors or combine two of them. */
internal val lengthSamples: List<Sample<*>> =
    listOf(
        sized(rmsNormOp, RmsNormAttributes(1, 1e-5), "weight") { listOf(real(3, it), real(it)) },
        sample(rmsNormOp, RmsNormAttributes(2, 1e-5), real(2, 3, 2), label = "two axes"),
        sized(gluOp, GluAttributes(1), "last axis") { listOf(real(3, 2 * it)) },
        sample(gluOp, GluAttributes(0), real(4, 3), label = "first axis"),
        sized(normalizeOp, NormalizeAttributes(2.0, 1, 1e-12), "last axis") { listOf(real(3, it)) },
        sample(normalizeOp, NormalizeAttributes(1.5, 0, 1e-12), real(3, 2), label = "power 1.5, first axis"),
        sized(cosineSimilarityOp, CosineSimilarityAttributes(1, 1e-8), "last axis") { listOf(real(3, it), real(3, it)) },
        sample(cosineSimilarityOp, CosineSimilarityAttributes(0, 1e-8), real(3, 2), real(3, 1), label = "first axis"),
        sized(pairwiseDistanceOp, PairwiseDistanceAttributes(2.0, 1e-6, false)) { listOf(real(3, it), beyond(3, it)) },
        sized(bilinearOp, Unit, "inner length", Lengths.MATRICES) { listOf(real(3, it), real(3, 2), real(4, it, 2), real(4)) },
        sample(bilinearOp, Unit, real(3), real(2), real(4, 3, 2), label = "two vectors, no bias"),
    ) +
        listOf(0.5, 1.0, 3.0, -1.0).map {
            sample(pairwiseDistanceOp, PairwiseDistanceAttributes(it, 1e-6, true), real(2, 3), beyond(2, 3), label = "power $it")
        } +
        listOf(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY).map {
            sample(pairwiseDistanceOp, PairwiseDistanceAttributes(it, 1e-6, false), distinct(2, 4), beyond(1), label = "power $it")
        }

/** Numbers away from those of the other operand: the length of a difference has a bend at zero. */
private fun beyond(vararg sizes: Int): Operand = Operand(Sizes.of(*sizes), Draw.between(4.0, 6.0))
