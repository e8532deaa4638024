package dev.rankine.kernels

import dev.rankine.conformance.BackendConformance
import dev.rankine.conformance.Draw
import dev.rankine.conformance.Operand
import dev.rankine.conformance.Sample
import dev.rankine.conformance.mask
import dev.rankine.conformance.real
import dev.rankine.conformance.sample
import dev.rankine.ops.GruAttributes
import dev.rankine.ops.gruGradientOp
import dev.rankine.ops.gruOp
import dev.rankine.shapes.Sizes

/** So small that errors do not grow from step to step. */
private fun weight(h: Int) = Operand(Sizes.of(3 * h, h), Draw.between(-0.2, 0.2, 0.0))

private fun both(label: String, attributes: GruAttributes, t: Int, n: Int, h: Int): List<Sample<*>> {
    val mask: Array<Operand> = if (attributes.hasMask) arrayOf(mask(t, n)) else emptyArray()
    val bias: Array<Operand> = if (attributes.hasBias) arrayOf(real(3 * h)) else emptyArray()
    val products = arrayOf(real(t, n, 3 * h), real(t, n, 3 * h))
    val way = attributes.copy(keepsProducts = false)
    return listOf(
        sample(gruOp, attributes, real(t, n, 3 * h), weight(h), real(n, h), *bias, *mask, label = label),
        sample(gruGradientOp, way, real(t, n, h), *products, real(t, n, h), weight(h), *mask, label = label),
    )
}

/** Larger recurrences than those of every backend: edges of tiles and vectors, few sequences, masks. */
private val cases: List<Sample<*>> =
    listOf(
        both("whole tiles", GruAttributes(hasBias = true, keepsProducts = true), 3, 12, 32),
        both("one sequence", GruAttributes(), 4, 1, 130),
        both("three sequences, the last step first", GruAttributes(reverse = true, keepsProducts = true), 3, 3, 37),
        both("one step", GruAttributes(hasBias = true), 1, 5, 16),
        both("rows and units that end within a tile", GruAttributes(reverse = true, hasBias = true), 3, 21, 43),
        both("several lengths", GruAttributes(hasMask = true, keepsProducts = true), 6, 17, 20),
        both("several lengths, the last step first", GruAttributes(reverse = true, hasBias = true, hasMask = true), 4, 30, 40),
        both("two sequences of several lengths", GruAttributes(hasMask = true), 6, 2, 40),
    ).flatten()

/** Gated recurrent units on vectors of 512, 256 and 128 bits against the rows. */
internal class GruConformanceTest : BackendConformance(Exactness.backends, samples = cases)
