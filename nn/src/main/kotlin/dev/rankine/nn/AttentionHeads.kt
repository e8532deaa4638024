package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.broadcastTo
import dev.rankine.ops.cat
import dev.rankine.ops.maskedFill
import dev.rankine.ops.pad
import dev.rankine.ops.plus
import dev.rankine.ops.reshape
import dev.rankine.ops.scaledDotProductAttention
import dev.rankine.ops.scaledDotProductAttentionWithWeights
import dev.rankine.ops.transpose
import dev.rankine.ops.zeros
import dev.rankine.shapes.DType
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes

/** `softmax(Q K^T / sqrt(D) + mask) V` in each of [heads] parts of the features; what [MultiheadAttention] computes between its maps. */
internal class AttentionHeads(private val heads: Int, private val p: Double, private val zeroAttention: Boolean) {
    /**
     * Of query, key and value, `[N, T, E] [N, S, E] [N, S, E]`, what all heads found, `[N, T, E]`, and their weights, `[N, heads, T, S']`, if
     * [needsWeights]; without them no matrix of scores is made, but for a sum of [mask] and [padding] where there are both.
     *
     * @param learnt a key and a value, `[1, 1, E]`, that stand behind the others.
     */
    fun attend(
        inputs: List<Value>,
        learnt: Pair<Value, Value>?,
        padding: Value?,
        mask: Value?,
        isCausal: Boolean,
        training: Boolean,
        needsWeights: Boolean,
    ): Pair<Value, Value?> {
        val q = split(inputs[0])
        val keys = split(if (learnt == null) inputs[1] else behind(inputs[1], learnt.first))
        val values = split(if (learnt == null) inputs[2] else behind(inputs[2], learnt.second))
        val k = if (zeroAttention) withZeros(keys) else keys
        val v = if (zeroAttention) withZeros(values) else values
        val added = k.sizes[2] - inputs[1].sizes[1]
        val masks =
            listOfNotNull(
                mask?.let { additive(perHead(it, inputs), q.dtype, added) },
                padding?.let { additive(perKey(it, inputs), q.dtype, added) },
                // the op would hide the places behind the others too
                if (isCausal && added > 0) additive(laterKeys(q.sizes[2], inputs[1].sizes[1], q.backend), q.dtype, added) else null,
            )
        val inOrder = isCausal && added == 0
        val all = masks.reduceOrNull { a, b -> a + b }
        val dropped = if (training) p else 0.0
        val (found, weights) =
            if (needsWeights) {
                scaledDotProductAttentionWithWeights(q, k, v, all, inOrder, dropoutP = dropped)
            } else {
                scaledDotProductAttention(q, k, v, all, inOrder, dropoutP = dropped) to null
            }
        return reshape(transpose(found, 1, 2), Sizes.of(inputs[0].sizes.toList())) to weights
    }

    /** `[N, T, E] -> [N, heads, T, E / heads]`. */
    private fun split(x: Value): Value = transpose(reshape(x, Sizes.of(x.sizes[0], x.sizes[1], heads, x.sizes[2] / heads)), 1, 2)

    private fun behind(x: Value, place: Value): Value = cat(listOf(x, broadcastTo(place, Sizes.of(x.sizes[0], 1, x.sizes[2]))), 1)

    private fun withZeros(x: Value): Value = cat(listOf(x, zeros(Sizes.of(x.sizes[0], heads, 1, x.sizes[3]), x.dtype, x.backend)), 2)

    private fun perHead(mask: Value, inputs: List<Value>): Value {
        val (n, t, s) = listOf(inputs[0].sizes[0], inputs[0].sizes[1], inputs[1].sizes[1])
        val all = Sizes.of(n * heads, t, s)
        if (mask.sizes == Sizes.of(t, s)) return mask
        if (mask.sizes == all) return reshape(mask, Sizes.of(n, heads, t, s))
        throw ShapeException("attention: the mask has other sizes than the scores: ${mask.sizes} is neither [$t, $s] nor $all")
    }

    private fun perKey(padding: Value, inputs: List<Value>): Value {
        val (n, s) = inputs[1].sizes[0] to inputs[1].sizes[1]
        if (padding.sizes == Sizes.of(n, s)) return reshape(padding, Sizes.of(n, 1, 1, s))
        throw ShapeException("attention: the padding has other sizes than the keys: ${padding.sizes} is not [$n, $s]")
    }

    /** What is added to scores; the places behind the others are always looked at. */
    private fun additive(mask: Value, dtype: DType, added: Int): Value {
        val isBool = mask.dtype == DType.BOOL
        val numbers = if (isBool) maskedFill(zeros(mask.sizes, dtype, mask.backend), mask, Double.NEGATIVE_INFINITY) else mask
        return if (added == 0) numbers else pad(numbers, listOf(0, added))
    }
}
