package dev.rankine.conformance.samples

import dev.rankine.conformance.Sample
import dev.rankine.conformance.real
import dev.rankine.conformance.sample
import dev.rankine.conformance.sized
import dev.rankine.ops.AxisAttributes
import dev.rankine.ops.DiagonalAttributes
import dev.rankine.ops.MatrixDiagonalAttributes
import dev.rankine.ops.PadAttributes
import dev.rankine.ops.PadMode
import dev.rankine.ops.PadModeAttributes
import dev.rankine.ops.PermuteAttributes
import dev.rankine.ops.SliceAttributes
import dev.rankine.ops.TargetAttributes
import dev.rankine.ops.catOp
import dev.rankine.ops.constantPadOp
import dev.rankine.ops.diagonalOp
import dev.rankine.ops.diagonalScatterOp
import dev.rankine.ops.expandOp
import dev.rankine.ops.padOp
import dev.rankine.ops.permuteOp
import dev.rankine.ops.reshapeOp
import dev.rankine.ops.sliceOp
import dev.rankine.ops.sliceScatterOp
import dev.rankine.ops.trilOp
import dev.rankine.ops.triuOp
import dev.rankine.ops.viewOp
import dev.rankine.shapes.Sizes

private val backwards = SliceAttributes(axis = 1, start = 3, count = 2, step = -2)

/** Sample calls of the rows that move elements or change the layout. */
internal val moveSamples: List<Sample<*>> =
    listOf(
        sample(expandOp, TargetAttributes(Sizes.of(4, 2, 3)), real(2, 1)),
        sample(expandOp, TargetAttributes(Sizes.of(2, 3)), real(), label = "a scalar"),
        sample(permuteOp, PermuteAttributes(listOf(2, 0, 1)), real(2, 3, 4)),
        sample(reshapeOp, TargetAttributes(Sizes.of(4, 6)), real(2, 3, 4)),
        sample(reshapeOp, TargetAttributes(Sizes.of(0, 5)), real(2, 0, 4), label = "no element"),
        sample(sliceOp, SliceAttributes(0, 1, 2, 1), real(4, 3)),
        sample(sliceOp, backwards, real(2, 4), label = "backwards"),
        sample(sliceOp, SliceAttributes(1, 0, 0, 1), real(2, 4), label = "no element"),
        sample(sliceScatterOp, SliceAttributes(0, 1, 2, 1), real(4, 3), real(2, 3)),
        sample(sliceScatterOp, backwards, real(2, 4), real(2, 2), label = "backwards"),
        sized(catOp, AxisAttributes(1), "last axis") { listOf(real(3, it), real(3, 2), real(3, it)) },
        sized(catOp, AxisAttributes(0), "first axis") { listOf(real(it, 2), real(1, 2)) },
        sample(catOp, AxisAttributes(0), real(4), label = "one value"),
        sized(constantPadOp, PadAttributes(listOf(1, 2), 0L), "last axis") { listOf(real(3, it)) },
        sample(constantPadOp, PadAttributes(listOf(1, 0, 2, 1), 7L), real(2, 3), label = "two axes"),
        sample(constantPadOp, PadAttributes(listOf(-1, 2, 1, -1), 0L), real(3, 4), label = "cut off and added"),
        // one axis can be cut anew however it lies
        sample(viewOp, TargetAttributes(Sizes.of(2, 3)), real(6)),
        sample(padOp, PadModeAttributes(listOf(-1, 2), PadMode.CIRCULAR), real(3, 4), label = "circular, cut off and added"),
    ) +
        (PadMode.entries - PadMode.CONSTANT).map { sample(padOp, PadModeAttributes(listOf(1, 2, 2, 1), it), real(3, 4), label = "$it") } +
        listOf(trilOp, triuOp).flatMap { op ->
            listOf(-1, 0, 2).map { sample(op, DiagonalAttributes(it), real(2, 3, 4), label = "diagonal $it") }
        } +
        listOf(-1, 0, 2).flatMap { offset ->
            val attributes = MatrixDiagonalAttributes(offset, 0, 2)
            listOf(
                sample(diagonalOp, attributes, real(3, 2, 4), label = "offset $offset"),
                sample(diagonalScatterOp, attributes, real(3, 2, 4), real(2, if (offset == 0) 3 else 2), label = "offset $offset"),
            )
        }
