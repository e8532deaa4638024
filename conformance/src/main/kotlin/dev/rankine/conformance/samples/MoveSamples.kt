package dev.rankine.conformance.samples

import dev.rankine.conformance.Sample
import dev.rankine.conformance.real
import dev.rankine.conformance.sample
import dev.rankine.ops.PermuteAttributes
import dev.rankine.ops.TargetAttributes
import dev.rankine.ops.expandOp
import dev.rankine.ops.permuteOp
import dev.rankine.ops.reshapeOp
import dev.rankine.shapes.Sizes

/** Sample calls of the rows that move elements or change the layout. */
internal val moveSamples: List<Sample<*>> =
    listOf(
        sample(expandOp, TargetAttributes(Sizes.of(4, 2, 3)), real(2, 1)),
        sample(permuteOp, PermuteAttributes(listOf(2, 0, 1)), real(2, 3, 4)),
        sample(reshapeOp, TargetAttributes(Sizes.of(4, 6)), real(2, 3, 4)),
    )
