package dev.rankine.conformance.samples

import dev.rankine.conformance.Draw
import dev.rankine.conformance.Sample
import dev.rankine.conformance.elementwise
import dev.rankine.ops.CastAttributes
import dev.rankine.ops.add
import dev.rankine.ops.castOp
import dev.rankine.ops.copy
import dev.rankine.ops.div
import dev.rankine.ops.eq
import dev.rankine.ops.exp
import dev.rankine.ops.ge
import dev.rankine.ops.gt
import dev.rankine.ops.le
import dev.rankine.ops.log
import dev.rankine.ops.lt
import dev.rankine.ops.mul
import dev.rankine.ops.ne
import dev.rankine.ops.neg
import dev.rankine.ops.sub
import dev.rankine.shapes.DType

private val real = Draw.between(-3.0, 3.0, 0.0)
private val positive = Draw.between(0.3, 3.0)

/** Sample calls of the rows that map elements. */
internal val elementwiseSamples: List<Sample<*>> =
    listOf(exp, neg, copy).map { elementwise(it, real) } +
        listOf(log).map { elementwise(it, positive) } +
        listOf(add, sub, mul, eq, ne, lt, le, gt, ge).map { elementwise(it, real, real) } +
        elementwise(div, real, positive) +
        DType.entries.map { elementwise(castOp, CastAttributes(it), real, label = "to $it") }
