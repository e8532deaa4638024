package dev.rankine.kernels

import dev.rankine.conformance.BackendConformance
import dev.rankine.conformance.Draw
import dev.rankine.conformance.Operand
import dev.rankine.conformance.Sample
import dev.rankine.conformance.real
import dev.rankine.conformance.sample
import dev.rankine.ops.AttentionAttributes
import dev.rankine.ops.BlockAttentionAttributes
import dev.rankine.ops.DropoutAttributes
import dev.rankine.ops.blockAttentionGradientOp
import dev.rankine.ops.blockAttentionOp
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

private fun attributes(isCausal: Boolean = false, p: Double? = null, block: Int = 256) =
    BlockAttentionAttributes(AttentionAttributes(isCausal, 0.4, p?.let { DropoutAttributes(it, 5, 9) }), block)

private fun choice(vararg sizes: Int): Operand {
    val count = sizes.fold(1) { product, n -> product * n }
    return Operand(Sizes.of(*sizes), Draw.exactly(*DoubleArray(count) { if (it % 5 == 2 || it / 7 % 3 == 0) 1.0 else 0.0 }), DType.BOOL)
}

/** Hides all from the first pair. */
private fun blind(vararg sizes: Int): Operand {
    val count = sizes.fold(1) { product, n -> product * n }
    return Operand(Sizes.of(*sizes), Draw.exactly(*DoubleArray(count) { if (it == count - 2) 1.0 else 0.0 }), DType.BOOL)
}

private fun both(
    label: String,
    attributes: BlockAttentionAttributes,
    t: Int,
    s: Int,
    e: Int,
    v: Int,
    vararg mask: Operand,
): List<Sample<*>> {
    val operands = arrayOf(real(2, t, e), real(2, s, e), real(2, s, v))
    return listOf(
        sample(blockAttentionOp, attributes, *operands, *mask, label = label, finite = true),
        sample(blockAttentionGradientOp, attributes, real(2, t, v), real(2, t), real(2, t), *operands, *mask, label = label, finite = true),
    )
}

/** Larger attention than that of every backend: edges of tiles and panels, several blocks of queries and of keys. */
private val cases: List<Sample<*>> =
    listOf(
        both("whole tiles", attributes(), 96, 96, 32, 32),
        both("several blocks", attributes(), 130, 401, 16, 32),
        both("rows that end within a vector", attributes(), 101, 110, 20, 7),
        both("causal", attributes(isCausal = true), 130, 130, 32, 16),
        both("causal, more queries", attributes(isCausal = true), 210, 65, 16, 16),
        both("causal, more keys", attributes(isCausal = true), 35, 400, 16, 16),
        both("a number for each score", attributes(), 50, 100, 16, 16, real(50, 100)),
        both("a number for each key", attributes(), 50, 100, 16, 16, real(2, 1, 100)),
        both("a number for each query", attributes(), 50, 100, 16, 16, real(50, 1)),
        both("a choice for each score", attributes(), 50, 100, 16, 16, choice(2, 50, 100)),
        both("a choice for each score that all share", attributes(), 130, 401, 16, 16, choice(130, 401)),
        both("a number for each score that all share", attributes(isCausal = true), 130, 401, 16, 20, real(130, 401)),
        both("a choice for each key, the same for all places", attributes(), 120, 100, 16, 20, choice(2, 1, 100)),
        both("no key for some places", attributes(), 20, 7, 16, 16, blind(2, 1, 7)),
        both("a choice for each key, dropped", attributes(p = 0.3), 20, 100, 16, 16, choice(100)),
        both("a choice for each key", attributes(isCausal = true), 120, 100, 16, 16, choice(2, 1, 100)),
        both("dropped", attributes(p = 0.3), 100, 410, 16, 16),
        both("dropped in short blocks", attributes(isCausal = true, p = 0.6, block = 37), 101, 120, 16, 16),
    ).flatten()

/** Attention on vectors of 512, 256 and 128 bits against the rows. */
internal class AttentionConformanceTest : BackendConformance(Exactness.backends, samples = cases)
