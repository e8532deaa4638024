package dev.rankine.kernels

import dev.rankine.conformance.BackendConformance
import dev.rankine.conformance.Draw
import dev.rankine.conformance.Operand
import dev.rankine.conformance.Sample
import dev.rankine.conformance.mask
import dev.rankine.conformance.real
import dev.rankine.conformance.sample
import dev.rankine.ops.LstmAttributes
import dev.rankine.ops.lstmGradientOp
import dev.rankine.ops.lstmOp
import dev.rankine.shapes.Sizes

/** So small that errors do not grow from step to step. */
private fun weight(f: Int) = Operand(Sizes.of(4 * f, f), Draw.between(-0.2, 0.2, 0.0))

private fun both(label: String, attributes: LstmAttributes, t: Int, n: Int, f: Int): List<Sample<*>> {
    val mask: Array<Operand> = if (attributes.hasMask) arrayOf(mask(t, n)) else emptyArray()
    val states = arrayOf(real(n, f), real(n, f))
    val flows = arrayOf(real(t, n, f), real(t, n, f))
    val way = attributes.copy(keepsGates = false)
    return listOf(
        sample(lstmOp, attributes, real(t, n, 4 * f), weight(f), *states, *mask, label = label),
        sample(lstmGradientOp, way, *flows, real(t, n, 4 * f), real(t, n, f), real(n, f), weight(f), *mask, label = label),
    )
}

/** Larger recurrences than those of every backend: edges of tiles and vectors, few sequences, masks. */
private val cases: List<Sample<*>> =
    listOf(
        both("whole tiles", LstmAttributes(keepsGates = true), 3, 12, 32),
        both("one sequence", LstmAttributes(), 4, 1, 130),
        both("three sequences, the last step first", LstmAttributes(reverse = true, keepsGates = true), 3, 3, 37),
        both("one step", LstmAttributes(), 1, 5, 16),
        both("rows and units that end within a tile", LstmAttributes(reverse = true), 3, 21, 43),
        both("several lengths", LstmAttributes(hasMask = true, keepsGates = true), 6, 17, 20),
        both("several lengths, the last step first", LstmAttributes(reverse = true, hasMask = true), 4, 30, 40),
        both("two sequences of several lengths", LstmAttributes(hasMask = true), 6, 2, 40),
    ).flatten()

/** Long short-term memories on vectors of 512, 256 and 128 bits against the rows. */
internal class LstmConformanceTest : BackendConformance(Exactness.backends, samples = cases)
