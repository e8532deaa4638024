package dev.rankine.conformance.samples

import dev.rankine.conformance.Draw
import dev.rankine.conformance.Operand
import dev.rankine.conformance.Sample
import dev.rankine.conformance.distinct
import dev.rankine.conformance.mask
import dev.rankine.conformance.real
import dev.rankine.conformance.sample
import dev.rankine.conformance.sized
import dev.rankine.ops.ArgAttributes
import dev.rankine.ops.AxisAttributes
import dev.rankine.ops.CumulativeAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.ReduceAttributes
import dev.rankine.ops.VarianceAttributes
import dev.rankine.ops.allOp
import dev.rankine.ops.amaxOp
import dev.rankine.ops.aminOp
import dev.rankine.ops.anyOp
import dev.rankine.ops.argmaxOp
import dev.rankine.ops.argminOp
import dev.rankine.ops.countNonzeroOp
import dev.rankine.ops.cummaxOp
import dev.rankine.ops.cumminOp
import dev.rankine.ops.cumprodOp
import dev.rankine.ops.cumsumOp
import dev.rankine.ops.logcumsumexpOp
import dev.rankine.ops.logsumexpOp
import dev.rankine.ops.meanOp
import dev.rankine.ops.prodOfOthersOp
import dev.rankine.ops.prodOp
import dev.rankine.ops.stdOp
import dev.rankine.ops.sumOp
import dev.rankine.ops.varianceOp
import dev.rankine.shapes.Sizes

/** Sample calls of the rows that reduce axes. */
internal val reduceSamples: List<Sample<*>> =
    listOf(sumOp, meanOp, logsumexpOp, countNonzeroOp).flatMap { reductions(it) } +
        listOf(amaxOp, aminOp).flatMap { extrema(it) } +
        listOf(prodOp, prodOfOthersOp).flatMap { products(it) } +
        listOf(varianceOp, stdOp).flatMap { spreads(it) } +
        listOf(argmaxOp, argminOp).flatMap { places(it) } +
        listOf(allOp, anyOp).flatMap { reductions(it) + sample(it, ReduceAttributes(listOf(1), false), mask(4, 2), label = "booleans") } +
        listOf(
            sized(cumsumOp, CumulativeAttributes(1), "last axis") { listOf(real(3, it)) },
            sized(cumsumOp, CumulativeAttributes(0), "first axis") { listOf(real(it, 3)) },
            sample(cumsumOp, CumulativeAttributes(1, reverse = true), real(2, 3, 2), label = "from the end"),
        ) + listOf(cumprodOp, logcumsumexpOp).flatMap { running(it) { sizes -> real(*sizes) } } +
        listOf(cummaxOp, cumminOp).flatMap { running(it) { sizes -> distinct(*sizes) } } +
        sample(
            cumprodOp,
            AxisAttributes(1),
            Operand(Sizes.of(2, 4), Draw.exactly(1.5, 0.0, -2.0, 0.5, 0.0, 2.0, 0.0, 1.25)),
            label = "with zeros",
        )

private fun reductions(op: Op<ReduceAttributes>): List<Sample<*>> =
    listOf(
        sized(op, ReduceAttributes(listOf(1), false), "last axis") { listOf(real(3, it)) },
        sized(op, ReduceAttributes(listOf(0), true), "first axis, kept") { listOf(real(it, 3)) },
        sample(op, ReduceAttributes(listOf(0, 2), false), real(2, 3, 4), label = "two axes"),
        sample(op, ReduceAttributes(listOf(0, 1, 2), false), real(2, 3, 4), label = "all axes"),
        sample(op, ReduceAttributes(emptyList(), false), real(), label = "a scalar"),
    )

private fun running(op: Op<AxisAttributes>, draw: (IntArray) -> Operand): List<Sample<*>> =
    listOf(
        sized(op, AxisAttributes(1), "last axis") { listOf(draw(intArrayOf(3, it))) },
        sized(op, AxisAttributes(0), "first axis") { listOf(draw(intArrayOf(it, 3))) },
        sample(op, AxisAttributes(1), draw(intArrayOf(2, 3, 2)), label = "middle axis"),
        sample(op, AxisAttributes(0), draw(intArrayOf()), label = "a scalar"),
    )

private fun extrema(op: Op<ReduceAttributes>): List<Sample<*>> =
    listOf(
        sized(op, ReduceAttributes(listOf(1), false), "last axis") { listOf(distinct(3, it)) },
        sized(op, ReduceAttributes(listOf(0), true), "first axis, kept") { listOf(distinct(it, 3)) },
        sample(op, ReduceAttributes(listOf(0, 2), false), distinct(2, 3, 4), label = "two axes"),
        sample(op, ReduceAttributes(listOf(0, 1), false), distinct(3, 4), label = "all axes"),
    )

private fun products(op: Op<ReduceAttributes>): List<Sample<*>> {
    // one zero, two zeros, no zero in a row: no division may take part in the gradient
    val zeros = Operand(Sizes.of(3, 4), Draw.exactly(1.5, 0.0, -2.0, 0.5, 0.0, 2.0, 0.0, 1.25, -0.75, 1.5, 2.0, -1.0))
    return listOf(
        sized(op, ReduceAttributes(listOf(1), false), "last axis", listOf(5, 0, 1, 16)) { listOf(real(3, it)) },
        sample(op, ReduceAttributes(listOf(0), true), real(4, 3), label = "first axis, kept"),
        sample(op, ReduceAttributes(listOf(1), false), zeros, label = "with zeros"),
        sample(op, ReduceAttributes(listOf(0, 1), false), zeros, label = "all axes, with zeros"),
        sample(op, ReduceAttributes(listOf(0, 2), true), real(2, 3, 2), label = "two axes"),
    )
}

private fun spreads(op: Op<VarianceAttributes>): List<Sample<*>> =
    listOf(
        sized(op, VarianceAttributes(listOf(1), false, 1), "last axis") { listOf(real(3, it)) },
        sized(op, VarianceAttributes(listOf(0), true, 0), "first axis, kept") { listOf(real(it, 3)) },
        sample(op, VarianceAttributes(listOf(0, 2), false, 2), real(2, 3, 4), label = "two axes"),
    )

private fun places(op: Op<ArgAttributes>): List<Sample<*>> =
    listOf(
        sized(op, ArgAttributes(1, false), "last axis") { listOf(distinct(3, it)) },
        sized(op, ArgAttributes(0, true), "first axis, kept") { listOf(distinct(it, 3)) },
        sample(op, ArgAttributes(null, false), distinct(3, 4), label = "all axes"),
    )
