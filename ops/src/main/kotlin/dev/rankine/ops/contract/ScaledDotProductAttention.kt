@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.Rule
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import kotlin.math.sqrt

/** The shape rule of [scaledDotProductAttentionOp]: what was found, and the weights. */
public const val SCALED_DOT_PRODUCT_ATTENTION_RULE: String =
    "query:[*p, t, k] key:[*p, s, k] value:[*p, s, v] mask:[*m]? -> [*p, t, v] [*p, t, s]"

private val rule = Rule.of(SCALED_DOT_PRODUCT_ATTENTION_RULE)

/**
 * How places look at others.
 *
 * @property isCausal whether place `i` looks at places 0 to `i` only.
 * @property scale what products are multiplied by; null is `1 / sqrt(k)`.
 * @property dropout the draws of the weights that are dropped, if any are.
 */
public data class AttentionAttributes(
    public val isCausal: Boolean,
    public val scale: Double? = null,
    public val dropout: DropoutAttributes? = null,
)

/** `softmax(query keys^T * scale + mask) values`, and the weights. The row behind [scaledDotProductAttention]. */
public val scaledDotProductAttentionOp: OpN<AttentionAttributes> =
    OpN(
        "scaled_dot_product_attention",
        Definition { attributes, inputs ->
            val (query, key, value) = inputs
            val scale = attributes.scale ?: (1 / sqrt(query.sizes[-1].toDouble()))
            val products = matmul(query * scale, transpose(key, -2, -1))
            val masked = if (inputs.size == 4) masked(products, inputs[3]) else products
            val seen = if (attributes.isCausal) where(past(masked), masked, Double.NEGATIVE_INFINITY) else masked
            val weights = weights(seen, canBeBlind = inputs.size == 4)
            val kept = if (attributes.dropout != null) dropoutOp(attributes.dropout, weights) else weights
            arrayOf(matmul(kept, value), kept)
        },
        { call ->
            val (found, weights) = rule.apply(call.name, Array(call.inputs.size) { call.sizes(it) })
            val dtype = checked(call, Types.FLOATS_ONLY, 0)
            checkAttention(call, weights)
            arrayOf(Spec(dtype, found), Spec(dtype, weights))
        },
        Gradients.Derived,
        null,
        Names("nn.functional.scaled_dot_product_attention"),
    )

/**
 * Attention: every place of [query] looks at all places of [key] and takes a mean of [value], weighted by `softmax(query key^T * scale)`.
 * `[*p, T, K] [*p, S, K] [*p, S, V] -> [*p, T, V]`. Vaswani et al., arXiv:1706.03762. Keys are looked at in blocks,
 * forward and backward, so that memory grows with `T`, not with `T * S`: Dao et al., arXiv:2205.14135.
 *
 * @param mask broadcasts to `[*p, T, S]`: a bool is true where a place may look, numbers are added to the scores. A place that may look
 *   nowhere finds zeros, as in PyTorch from 2.5 on; before it found NaN, the softmax of nothing.
 * @param isCausal whether place `i` looks at places 0 to `i` only.
 * @param dropoutP the probability with which a weight is dropped; the others are scaled by `1 / (1 - dropoutP)`.
 * @param scale what products are multiplied by; null is `1 / sqrt(K)`.
 * @throws ShapeException if the sizes do not fit.
 * @throws DTypeException if the element types differ or are not floating.
 * @throws IllegalArgumentException if [dropoutP] is not in `[0, 1]`.
 */
@JvmOverloads
public fun scaledDotProductAttention(
    query: Value,
    key: Value,
    value: Value,
    mask: Value? = null,
    isCausal: Boolean = false,
    dropoutP: Double = 0.0,
    scale: Double? = null,
): Value {
    if (query.rank < 2 || key.rank < 2 || query.sizes[-2] < FEW_PLACES) {
        return scaledDotProductAttentionWithWeights(query, key, value, mask, isCausal, dropoutP, scale).first
    }
    val blocks = (key.sizes[-2] + KEYS_A_BLOCK - 1) / KEYS_A_BLOCK
    val words = if (dropoutP == 0.0) 0L else blocks * ((rows(query) * KEYS_A_BLOCK + 3) / 4 * 4)
    val attributes = attentionAttributes(isCausal, dropoutP, scale, words)
    return blockAttentionOp(BlockAttentionAttributes(attributes, KEYS_A_BLOCK), listOfNotNull(query, key, value, mask))[0]
}

/**
 * [scaledDotProductAttention] and the weights of the means, `[*p, T, S]`, after dropout; throws what it throws. It needs memory for all weights.
 */
@JvmOverloads
public fun scaledDotProductAttentionWithWeights(
    query: Value,
    key: Value,
    value: Value,
    mask: Value? = null,
    isCausal: Boolean = false,
    dropoutP: Double = 0.0,
    scale: Double? = null,
): Pair<Value, Value> {
    val words = if (dropoutP == 0.0 || query.rank < 2 || key.rank < 2) 0L else rows(query) * key.sizes[-2]
    val attributes = attentionAttributes(isCausal, dropoutP, scale, words)
    val (found, weights) = scaledDotProductAttentionOp(attributes, listOfNotNull(query, key, value, mask))
    return found to weights
}

/** How many keys [scaledDotProductAttention] looks at at a time. */
private const val KEYS_A_BLOCK = 256

/** Fewer places than these have all their weights made at once: they are rows, not matrices. */
private const val FEW_PLACES = 8

private fun rows(query: Value): Long = (0 until query.rank - 1).fold(1L) { product, i -> product * query.sizes[i] }

/** [words] random numbers are needed; none if nothing is dropped or the operands do not fit. */
private fun attentionAttributes(isCausal: Boolean, dropoutP: Double, scale: Double?, words: Long): AttentionAttributes {
    require(dropoutP in 0.0..1.0) { "scaled_dot_product_attention: the probability must be in [0, 1]: $dropoutP" }
    val generator = Generator.current
    val dropout = if (words == 0L) null else DropoutAttributes(dropoutP, generator.seed, generator.draw(words))
    return AttentionAttributes(isCausal, scale, dropout)
}

/** The softmax of [scores]; zeros for places that see nothing. */
private fun weights(scores: Value, canBeBlind: Boolean): Value {
    val attributes = SoftmaxAttributes(scores.rank - 1)
    if (!canBeBlind || scores.elements == 0) return softmaxOp(attributes, scores)
    val largest = amax(scores, listOf(-1), keepDim = true)
    val isBlind = eq(largest, constant(largest, Double.NEGATIVE_INFINITY))
    return where(isBlind, 0.0, softmaxOp(attributes, where(isBlind, 0.0, scores)))
}

internal fun masked(scores: Value, mask: Value): Value =
    if (mask.dtype == DType.BOOL) where(mask, scores, Double.NEGATIVE_INFINITY) else scores + to(mask, scores.dtype)

/** True where the column is not after the row. */
private fun past(scores: Value): Value = tril(ones(Sizes.of(scores.sizes[-2], scores.sizes[-1]), DType.BOOL, scores.backend))

internal fun checkAttention(call: Call<*>, weights: Sizes, name: String = call.name) {
    val types = List(3) { call.dtype(it) }
    if (types.distinct().size > 1) {
        throw DTypeException("$name: element types differ: ${types.joinToString { it.word }}", "convert with to(dtype)")
    }
    if (call.inputs.size == 4 && Sizes.broadcast(name, weights, call.sizes(3)) != weights) {
        throw ShapeException(
            "$name: the mask has more axes or elements than the scores: ${call.sizes(3)} does not broadcast to $weights",
            listOf("query", "key", "value", "mask").mapIndexed { i, word -> word to call.sizes(i) },
        )
    }
}
