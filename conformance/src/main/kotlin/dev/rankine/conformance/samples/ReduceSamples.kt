package dev.rankine.conformance.samples

import dev.rankine.conformance.Draw
import dev.rankine.conformance.Operand
import dev.rankine.conformance.Sample
import dev.rankine.conformance.sample
import dev.rankine.conformance.sized
import dev.rankine.ops.*
import dev.rankine.shapes.Sizes

private val real = Draw.between(-3.0, 3.0, 0.0)

/** Long products of these neither vanish nor overflow. */
private val nearOne = Draw.between(0.98, 1.02)

/** Sample calls of the rows that reduce axes. */
internal val reduceSamples: List<Sample<*>> =
    listOf(sumOp, meanOp, logsumexpOp).flatMap { reductions(it, real) } +
        listOf(prodOp, prodOfOthersOp).flatMap { reductions(it, nearOne) } +
        listOf(amaxOp, aminOp).flatMap { reductions(it, Draw.distinct(-3.0, 3.0)) } +
        listOf(allOp, anyOp, countNonzeroOp).flatMap { reductions(it, Draw.whole(0, 2)) } +
        listOf(varianceOp, stdOp).flatMap { spreads(it) } +
        listOf(argmaxOp, argminOp).flatMap { places(it) } +
        listOf(
            sized(cumsumOp, CumulativeAttributes(1), "last axis") { listOf(of(real, 3, it)) },
            sized(cumsumOp, CumulativeAttributes(0, reverse = true), "first axis, from its end") { listOf(of(real, it, 2)) },
        )

private fun reductions(op: Op<ReduceAttributes>, draw: Draw): List<Sample<*>> =
    listOf(
        sized(op, ReduceAttributes(listOf(1), false), "last axis") { listOf(of(draw, 3, it)) },
        sized(op, ReduceAttributes(listOf(0), true), "first axis, kept") { listOf(of(draw, it, 3)) },
        sample(op, ReduceAttributes(listOf(0, 2), false), of(draw, 2, 3, 4), label = "two axes"),
        sample(op, ReduceAttributes(listOf(0, 1, 2), false), of(draw, 2, 3, 2), label = "all axes"),
        sample(op, ReduceAttributes(emptyList(), false), of(draw), label = "a scalar"),
    )

private fun spreads(op: Op<VarianceAttributes>): List<Sample<*>> =
    listOf(
        sized(op, VarianceAttributes(listOf(1), false, 1), "last axis") { listOf(of(real, 3, it)) },
        sized(op, VarianceAttributes(listOf(0), true, 0), "first axis, kept") { listOf(of(real, it, 3)) },
        sample(op, VarianceAttributes(listOf(0, 2), false, 1), of(real, 2, 3, 4), label = "two axes"),
    )

private fun places(op: Op<ArgAttributes>): List<Sample<*>> =
    listOf(
        sized(op, ArgAttributes(1, false), "last axis") { listOf(of(real, 3, it)) },
        sized(op, ArgAttributes(0, true), "first axis, kept") { listOf(of(real, it, 3)) },
        sample(op, ArgAttributes(null, false), of(real, 2, 3, 4), label = "all axes"),
        sample(op, ArgAttributes(1, false), Operand(Sizes.of(4, 9), Draw.whole(0, 3)), label = "ties"),
    )

private fun of(draw: Draw, vararg sizes: Int): Operand = Operand(Sizes.of(*sizes), draw)
