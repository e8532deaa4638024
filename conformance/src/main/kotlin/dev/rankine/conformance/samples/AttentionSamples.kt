package dev.rankine.conformance.samples

import dev.rankine.conformance.Draw
import dev.rankine.conformance.Lengths
import dev.rankine.conformance.Operand
import dev.rankine.conformance.Sample
import dev.rankine.conformance.real
import dev.rankine.conformance.sample
import dev.rankine.conformance.sized
import dev.rankine.ops.AttentionAttributes
import dev.rankine.ops.BlockAttentionAttributes
import dev.rankine.ops.DropoutAttributes
import dev.rankine.ops.blockAttentionGradientOp
import dev.rankine.ops.blockAttentionOp
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

private val dropped = AttentionAttributes(false, dropout = DropoutAttributes(0.4, 3, 0))

/** Every place sees another: the logarithm of the sum of nothing is infinite. */
private val chosen = Operand(Sizes.of(3, 3), Draw.exactly(1.0, 0.0, 1.0, 0.0, 1.0, 1.0, 0.0, 0.0, 1.0), DType.BOOL)

/** Sample calls of attention in blocks: one, several, and a last one that is not whole. */
internal val attentionSamples: List<Sample<*>> =
    listOf(
        sized(blockAttentionOp, blocks(16), "lengths", Lengths.MATRICES) {
            listOf(real(2, 3, 4), real(2, it, 4), real(2, it, 5))
        },
        attention("blocks of two", blocks(2), real(2, 3, 4), real(2, 5, 4), real(2, 5, 3)),
        attention("causal", blocks(2, AttentionAttributes(true, 0.7)), real(6, 3), real(5, 3), real(5, 2)),
        attention("causal, more keys than places", blocks(2, AttentionAttributes(true)), real(3, 3), real(6, 3), real(6, 2)),
        attention("numbers added", blocks(2), real(2, 2, 3, 4), real(2, 2, 5, 4), real(2, 2, 5, 3), real(3, 5)),
        attention("numbers added to keys", blocks(3), real(2, 2, 3, 4), real(2, 2, 5, 4), real(2, 2, 5, 3), real(2, 1, 1, 5)),
        attention("numbers added to places", blocks(3), real(3, 4), real(5, 4), real(5, 3), real(3, 1)),
        attention("places chosen", blocks(2, dropped), real(3, 4), real(3, 4), real(3, 4), chosen),
        gradient("blocks of two", blocks(2), listOf(2), 3, 5),
        gradient("causal", blocks(4, AttentionAttributes(true, 0.7)), emptyList(), 6, 5),
        gradient("causal, more keys than places", blocks(3, AttentionAttributes(true)), emptyList(), 3, 6),
        gradient("numbers added", blocks(3), listOf(2, 2), 3, 5, real(2, 1, 1, 5)),
        gradient("places chosen", blocks(2, dropped), emptyList(), 3, 3, chosen),
    )

private fun blocks(size: Int, attributes: AttentionAttributes = AttentionAttributes(false)) = BlockAttentionAttributes(attributes, size)

private fun attention(label: String, attributes: BlockAttentionAttributes, vararg operands: Operand): Sample<*> =
    sample(blockAttentionOp, attributes, *operands, label = label, finite = true)

/** Logarithms of sums need not be those of the scores: what is computed is the same function of them. */
private fun gradient(
    label: String,
    attributes: BlockAttentionAttributes,
    leading: List<Int>,
    places: Int,
    keys: Int,
    vararg mask: Operand,
): Sample<*> {
    fun operand(vararg last: Int) = real(*(leading + last.toList()).toIntArray())
    val given = listOf(operand(places, 2), operand(places), operand(places))
    val operands = listOf(operand(places, 4), operand(keys, 4), operand(keys, 2))
    return sample(blockAttentionGradientOp, attributes, *(given + operands + mask).toTypedArray(), label = label, finite = true)
}
