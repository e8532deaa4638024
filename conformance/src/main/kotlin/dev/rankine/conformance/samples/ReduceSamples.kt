package dev.rankine.conformance.samples

import dev.rankine.conformance.Sample
import dev.rankine.conformance.real
import dev.rankine.conformance.sample
import dev.rankine.conformance.sized
import dev.rankine.ops.Op
import dev.rankine.ops.ReduceAttributes
import dev.rankine.ops.sumOp

/** Sample calls of the rows that reduce axes. */
internal val reduceSamples: List<Sample<*>> = reductions(sumOp)

private fun reductions(op: Op<ReduceAttributes>): List<Sample<*>> =
    listOf(
        sized(op, ReduceAttributes(listOf(1), false), "last axis") { listOf(real(3, it)) },
        sized(op, ReduceAttributes(listOf(0), true), "first axis, kept") { listOf(real(it, 3)) },
        sample(op, ReduceAttributes(listOf(0, 2), false), real(2, 3, 4), label = "two axes"),
        sample(op, ReduceAttributes(listOf(0, 1, 2), false), real(2, 3, 4), label = "all axes"),
    )
