@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.Rule
import dev.rankine.shapes.Sizes
import kotlin.math.sqrt

/** The shape rule of [blockAttentionOp]: what was found, and the logarithm of the sum of a place's weights. */
public const val BLOCK_ATTENTION_RULE: String =
    "query:[*p, t, k] key:[*p, s, k] value:[*p, s, v] mask:[*m]? -> [*p, t, v] [*p, t]"

private val rule = Rule.of(BLOCK_ATTENTION_RULE)

/**
 * How places look at others, and how many of them at a time.
 *
 * @property attention what is computed.
 * @property block how many keys are looked at at a time.
 */
public data class BlockAttentionAttributes(public val attention: AttentionAttributes, public val block: Int)

/**
 * Attention in blocks of keys, with the largest score and the sum of the weights so far: the matrix of all scores never exists, neither here
 * nor in the gradient, which computes the weights of a block anew. Both need memory for `T * block` numbers. The row behind
 * [scaledDotProductAttention]. Dao et al., arXiv:2205.14135.
 */
public val blockAttentionOp: OpN<BlockAttentionAttributes> =
    OpN(
        "block_attention",
        Definition { attributes, inputs ->
            val blocks = KeyBlocks(attributes, List(inputs.size) { inputs[it] })
            val (largest, total, sum) = blocks.seen(blocks.count)
            val sees = ne(total, constant(total, 0.0))
            val divisor = where(sees, total, 1.0)
            val logSum = where(sees, largest + log(divisor), Double.POSITIVE_INFINITY)
            arrayOf(to(sum / divisor, inputs[0].dtype), squeeze(logSum, -1))
        },
        { call ->
            val (found, places) = rule.apply(USER_NAME, Array(call.inputs.size) { call.sizes(it) })
            val dtype = checked(call, Types.FLOATS_ONLY, 0)
            checkAttention(call, Sizes.of(places.toList() + call.sizes(1)[-2]), USER_NAME)
            arrayOf(Spec(dtype, found), Spec(if (dtype.bytes == 2) DType.F32 else dtype, places))
        },
        Gradients.EachInput { i ->
            val slope = if (hasUpstream(1)) unsqueeze(upstream(1), -1) else null
            val operands = List(inputCount) { input(it) }
            if (i < 3 && (operands + y + output(1)).none { it.isSymbolic }) {
                shared {
                    val rows = squeeze(rowSums(dy, y, slope), -1)
                    blockAttentionGradientOp(attributes, listOf(dy, rows, output(1)) + operands).toList()
                }[i]
            } else {
                // some are not wanted, and what these need was not saved: the gradient of the values does not read the result
                val rows = if (i == 2) null else rowSums(dy, y, slope)
                BlockAttentionGradient(KeyBlocks(attributes, operands), dy, rows, unsqueeze(output(1), -1)).of(i)
            }
        },
        null,
        Names("nn.functional.scaled_dot_product_attention"),
    )

/** What the user called. */
private const val USER_NAME = "scaled_dot_product_attention"

/** The operands in float32 at least, and their scores, block by block of keys. */
internal class KeyBlocks(attributes: BlockAttentionAttributes, val inputs: List<Value>) {
    private val attention = attributes.attention
    private val size = attributes.block
    private val keys = inputs[1].sizes[-2]
    val scale = attention.scale ?: (1 / sqrt(inputs[0].sizes[-1].toDouble()))
    val query = widen(inputs[0])
    private val places = query.sizes[-2]

    /** How many blocks there are; behind the last place nobody looks, if the order counts. */
    val count = (maxOf(if (attention.isCausal) minOf(keys, places) else keys, 1) + size - 1) / size

    fun key(j: Int): Value = widen(part(inputs[1], j))

    fun value(j: Int): Value = widen(part(inputs[2], j))

    /** The keys or values [x] of block [j]. */
    private fun part(x: Value, j: Int): Value = slice(x, x.rank - 2, j * size, minOf(keys, (j + 1) * size))

    /** `query keys^T * scale + mask`. */
    fun scores(j: Int, key: Value): Value {
        val products = matmul(query * scale, transpose(key, -2, -1))
        val masked = if (inputs.size == 4) masked(products, maskOf(j)) else products
        if (!attention.isCausal) return masked
        val past = tril(ones(Sizes.of(places, key.sizes[-2]), DType.BOOL, key.backend), -j * size)
        return where(past, masked, Double.NEGATIVE_INFINITY)
    }

    private fun maskOf(j: Int): Value {
        val mask = inputs[3]
        val wide = mask.rank > 0 && mask.sizes[-1] != 1
        return if (wide) slice(mask, mask.rank - 1, j * size, minOf(keys, (j + 1) * size)) else mask
    }

    /** [weights] of block [j] without those that are dropped. */
    fun kept(j: Int, weights: Value): Value {
        val dropout = attention.dropout ?: return weights
        val before =
            weights.sizes
                .toList()
                .dropLast(1)
                .fold(1L) { product, n -> product * n } * size
        return dropoutOp(dropout.copy(counter = dropout.counter + j * ((before + 3) / 4)), weights)
    }

    /** After the first [blocks] blocks: the largest score, the sum of the weights, and of the values times weights. Each frees what came before. */
    fun seen(blocks: Int): List<Value> {
        if (blocks == 0) {
            val sizes = query.sizes.toList().dropLast(1)
            val none = full(Sizes.of(sizes + 1), 0, query.dtype, query.backend)
            val sums = full(Sizes.of(sizes + inputs[2].sizes[-1]), 0, query.dtype, query.backend)
            return listOf(none + Double.NEGATIVE_INFINITY, none, sums)
        }
        return scope("block") {
            val (before, total, sum) = seen(blocks - 1)
            val j = blocks - 1
            val scores = scores(j, key(j))
            if (scores.sizes[-1] == 0) return@scope listOf(before, total, sum)
            // what has names stands first, so that the result has them
            val largest = maximum(amax(scores, listOf(-1), keepDim = true), before)
            val level = finiteOrZero(largest, Double.NEGATIVE_INFINITY)
            val weights = exp(scores - level)
            val shrunk = exp(before - level)
            listOf(
                largest,
                sum(weights, listOf(-1), keepDim = true) + total * shrunk,
                matmul(kept(j, weights), value(j)) + sum * shrunk,
            )
        }
    }
}
