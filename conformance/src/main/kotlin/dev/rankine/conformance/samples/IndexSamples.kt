package dev.rankine.conformance.samples

import dev.rankine.conformance.Draw
import dev.rankine.conformance.Operand
import dev.rankine.conformance.Sample
import dev.rankine.conformance.indices
import dev.rankine.conformance.real
import dev.rankine.conformance.sample
import dev.rankine.conformance.sized
import dev.rankine.ops.AxisAttributes
import dev.rankine.ops.EmbeddingAttributes
import dev.rankine.ops.EmbeddingGradientAttributes
import dev.rankine.ops.OneHotAttributes
import dev.rankine.ops.embeddingBackwardOp
import dev.rankine.ops.embeddingOp
import dev.rankine.ops.gatherOp
import dev.rankine.ops.indexAddOp
import dev.rankine.ops.indexSelectOp
import dev.rankine.ops.oneHotOp
import dev.rankine.ops.scatterAddOp
import dev.rankine.ops.scatterOp
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

private val first = AxisAttributes(0)
private val last = AxisAttributes(1)

/** Sample calls of the rows that read or write at indices; indices repeat. */
internal val indexSamples: List<Sample<*>> =
    listOf(
        sized(gatherOp, last, "last axis") { listOf(real(3, 4), indices(4, 3, it)) },
        sized(gatherOp, first, "first axis, some columns") { listOf(real(4, 3), indices(4, it, 2)) },
        sample(gatherOp, last, real(2, 4), narrow(4, 2, 3), label = "int32 indices"),
        sized(scatterAddOp, last, "last axis") { listOf(real(3, 4), indices(4, 3, it), real(3, it)) },
        sample(scatterAddOp, first, real(4, 3), indices(4, 2, 2), real(3, 3), label = "part of the source"),
        sized(indexSelectOp, first, "rows") { listOf(real(4, 3), indices(4, it)) },
        sample(indexSelectOp, last, real(2, 4, 3), indices(4, 5), label = "middle axis"),
        sample(indexSelectOp, last, real(2, 4), narrow(4, 3), label = "int32 indices"),
        sized(indexAddOp, first, "rows") { listOf(real(4, 3), indices(4, it), real(it, 3)) },
        sample(indexAddOp, last, real(2, 4, 3), indices(4, 5), real(2, 5, 3), label = "middle axis"),
        sized(scatterOp, last, "indices that repeat") { listOf(real(3, 4), indices(4, 2, it), real(3, it + 1)) },
        sized(embeddingOp, EmbeddingAttributes(null)) { listOf(real(7, 3), indices(7, 2, it)) },
        sample(embeddingBackwardOp, EmbeddingGradientAttributes(6, 2), real(2, 4, 3), indices(6, 2, 4), label = "padding"),
        sized(embeddingBackwardOp, EmbeddingGradientAttributes(6, null)) { listOf(real(it, 3), indices(6, it)) },
        sized(oneHotOp, OneHotAttributes(5)) { listOf(indices(5, it)) },
    )

private fun narrow(limit: Int, vararg sizes: Int): Operand = Operand(Sizes.of(*sizes), Draw.whole(0, limit), DType.I32)
