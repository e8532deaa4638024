package dev.rankine.conformance.samples

import dev.rankine.conformance.Draw
import dev.rankine.conformance.Lengths
import dev.rankine.conformance.Operand
import dev.rankine.conformance.Sample
import dev.rankine.conformance.real
import dev.rankine.conformance.sample
import dev.rankine.conformance.sized
import dev.rankine.ops.AttentionAttributes
import dev.rankine.ops.DropoutAttributes
import dev.rankine.ops.linearOp
import dev.rankine.ops.matmulOp
import dev.rankine.ops.scaledDotProductAttentionOp
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

/** Sample calls of the rows that contract axes. */
internal val contractSamples: List<Sample<*>> =
    listOf(
        sized(matmulOp, Unit, lengths = Lengths.MATRICES) { listOf(real(it, it + 1), real(it + 1, 3)) },
        sized(matmulOp, Unit, "inner length", Lengths.MATRICES) { listOf(real(3, it), real(it, 2)) },
        sample(matmulOp, real(2, 1, 2, 3), real(4, 3, 2), label = "batches"),
        sized(linearOp, Unit, lengths = Lengths.MATRICES) { listOf(real(3, it), real(5, it), real(5)) },
        sized(linearOp, Unit, "outputs", Lengths.MATRICES) { listOf(real(3, 2), real(it, 2), real(it)) },
        sample(linearOp, real(2, 3, 4), real(5, 4), label = "batch without bias"),
        sample(linearOp, real(4), real(5, 4), real(5), label = "one vector"),
        sized(scaledDotProductAttentionOp, AttentionAttributes(false), lengths = Lengths.MATRICES) {
            listOf(real(2, 3, 4), real(2, it, 4), real(2, it, 5))
        },
        sample(scaledDotProductAttentionOp, AttentionAttributes(true, 0.7), real(4, 3), real(5, 3), real(5, 2), label = "causal"),
        sample(
            scaledDotProductAttentionOp,
            AttentionAttributes(false),
            real(2, 2, 3, 4),
            real(2, 2, 5, 4),
            real(2, 2, 5, 3),
            real(3, 5),
            label = "numbers added",
        ),
        sample(
            scaledDotProductAttentionOp,
            AttentionAttributes(false, dropout = DropoutAttributes(0.4, 3, 0)),
            real(3, 4),
            real(2, 4),
            real(2, 4),
            // every query sees a place: softmax of nothing is NaN, of which there is no gradient to compare
            Operand(Sizes.of(3, 2), Draw.exactly(1.0, 0.0, 1.0, 1.0, 0.0, 1.0), DType.BOOL),
            label = "places chosen, weights dropped",
        ),
    ) + attentionSamples
