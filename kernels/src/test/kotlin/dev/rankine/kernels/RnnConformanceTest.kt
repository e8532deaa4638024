package dev.rankine.kernels

import dev.rankine.conformance.BackendConformance
import dev.rankine.conformance.Draw
import dev.rankine.conformance.Operand
import dev.rankine.conformance.Sample
import dev.rankine.conformance.mask
import dev.rankine.conformance.real
import dev.rankine.conformance.sample
import dev.rankine.ops.RnnAttributes
import dev.rankine.ops.rnnGradientOp
import dev.rankine.ops.rnnOp
import dev.rankine.shapes.Sizes

/** So small that errors do not grow from step to step. */
private fun weight(h: Int) = Operand(Sizes.of(h, h), Draw.between(-0.2, 0.2, 0.0))

private fun both(label: String, attributes: RnnAttributes, t: Int, n: Int, h: Int): List<Sample<*>> {
    val mask: Array<Operand> = if (attributes.hasMask) arrayOf(mask(t, n)) else emptyArray()
    return listOf(
        sample(rnnOp, attributes, real(t, n, h), weight(h), real(n, h), *mask, label = label),
        sample(rnnGradientOp, attributes, real(t, n, h), real(t, n, h), weight(h), *mask, label = label),
    )
}

/** Larger recurrences than those of every backend: edges of tiles and vectors, few sequences, masks. */
private val cases: List<Sample<*>> =
    listOf(
        both("whole tiles", RnnAttributes(), 3, 12, 32),
        both("one sequence", RnnAttributes(relu = true), 4, 1, 66),
        both("one sequence of many steps", RnnAttributes(), 9, 1, 150),
        both("three sequences, the last step first", RnnAttributes(reverse = true), 3, 3, 37),
        both("one step", RnnAttributes(), 1, 5, 16),
        both("rows and units that end within a tile", RnnAttributes(relu = true, reverse = true), 3, 21, 43),
        both("several lengths", RnnAttributes(hasMask = true), 6, 17, 20),
        both("several lengths, the last step first", RnnAttributes(relu = true, reverse = true, hasMask = true), 4, 30, 40),
        both("two sequences of several lengths", RnnAttributes(hasMask = true), 6, 2, 40),
    ).flatten()

/** Simple recurrences on vectors of 512, 256 and 128 bits against the rows. */
internal class RnnConformanceTest : BackendConformance(Exactness.backends, samples = cases)
