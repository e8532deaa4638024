@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.Rule
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes

private val rule =
    Rule.of(
        "gradient:[*p, t, v] rows:[*p, t] sums:[*p, t] query:[*p, t, k] key:[*p, s, k] value:[*p, s, v] mask:[*m]? " +
            "-> [*p, t, k] [*p, s, k] [*p, s, v]",
    )

/**
 * The gradient of [blockAttentionOp] for query, key and value. Inputs: what arrived for the result; for every place the sum over that times the
 * result; the logarithm of the sum of its weights; then the operands of [blockAttentionOp]. Dao et al., arXiv:2205.14135.
 */
public val blockAttentionGradientOp: OpN<BlockAttentionAttributes> =
    OpN(
        "block_attention_gradient",
        Definition { attributes, inputs ->
            val blocks = KeyBlocks(attributes, inputs.drop(3))
            BlockAttentionGradient(blocks, inputs[0], unsqueeze(inputs[1], -1), unsqueeze(inputs[2], -1)).all().toTypedArray()
        },
        { call ->
            val sizes = rule.apply(call.name, Array(call.inputs.size) { call.sizes(it) })
            val dtype = checked(call, Types.FLOATS_ONLY, 3)
            for (i in listOf(0, 4, 5)) sameType(call, 3, i)
            sameType(call, 1, 2)
            if (call.inputs.size == 7) checkMask(call.name, Sizes.of(call.sizes(1).toList() + call.sizes(4)[-2]), call.sizes(6))
            Array(sizes.size) { Spec(dtype, sizes[it]) }
        },
        Gradients.Derived,
        null,
        Names("_scaled_dot_product_flash_attention_for_cpu_backward"),
    )

private fun checkMask(name: String, scores: Sizes, mask: Sizes) {
    if (Sizes.broadcast(name, scores, mask) != scores) {
        throw ShapeException("$name: the mask has more axes or elements than the scores: $mask does not broadcast to $scores")
    }
}

/**
 * The gradients of [blockAttentionOp]. With the weights `P` of a block, computed anew from its scores and [logSum], those of the scores are
 * `P * (dy values^T - rows)`.
 *
 * @property rows what [rowSums] gives; null is enough for the values.
 */
internal class BlockAttentionGradient(private val blocks: KeyBlocks, dy: Value, private val rows: Value?, private val logSum: Value) {
    private val dy = widen(dy)

    /** Those of query, key and value: the weights of a block are computed once. */
    fun all(): List<Value> {
        val swept = sweep(blocks.count)
        val (keys, values) = swept.drop(1).withIndex().partition { it.index % 2 == 0 }
        val whole = listOf(keys, values).mapIndexed { i, parts -> cat(parts.map { it.value }, blocks.inputs[i + 1], -2) }
        return (listOf(swept[0]) + whole).mapIndexed { i, x -> to(x, blocks.inputs[i].dtype) }
    }

    /** That of input [i] alone: query, key, value, mask. */
    fun of(i: Int): Value {
        val input = blocks.inputs[i]
        val whole =
            when (i) {
                0 -> query(blocks.count)
                1 -> cat(each { j, key -> keys(scores(j, key, weights(j, key))) }, input, -2)
                2 -> cat(each { j, key -> values(j, weights(j, key)) }, input, -2)
                else -> mask(input)
            }
        return to(whole, input.dtype)
    }

    private fun weights(j: Int, key: Value): Value = exp(blocks.scores(j, key) - logSum)

    /** The gradient of the scores of block [j]. */
    private fun scores(j: Int, key: Value, weights: Value): Value {
        val values = matmul(dy, transpose(blocks.value(j), -2, -1))
        return weights * (blocks.kept(j, values) - rows!!)
    }

    private fun keys(slope: Value): Value = matmul(transpose(slope, -2, -1), blocks.query) * blocks.scale

    private fun values(j: Int, weights: Value): Value = matmul(transpose(blocks.kept(j, weights), -2, -1), dy)

    /** The gradient of the query, and those of the keys and values of each of the first [count] blocks. */
    private fun sweep(count: Int): List<Value> {
        if (count == 0) return listOf(zerosLike(blocks.query))
        return scope("block") {
            val before = sweep(count - 1)
            val key = blocks.key(count - 1)
            val weights = weights(count - 1, key)
            val slope = scores(count - 1, key, weights)
            val query = before[0] + matmul(slope, key) * blocks.scale
            listOf(query) + before.drop(1) + keys(slope) + values(count - 1, weights)
        }
    }

    private fun query(count: Int): Value {
        if (count == 0) return zerosLike(blocks.query)
        return scope("block") {
            val before = query(count - 1)
            val key = blocks.key(count - 1)
            before + matmul(scores(count - 1, key, weights(count - 1, key)), key) * blocks.scale
        }
    }

    private fun each(gradient: (Int, Value) -> Value): List<Value> =
        (0 until blocks.count).map { j -> scope("block") { gradient(j, blocks.key(j)) } }

    /** [parts] one behind the other; keys that no place looks at have none, and zeros stand for them. */
    private fun cat(parts: List<Value>, input: Value, axis: Int): Value {
        val missing = input.sizes[axis] - parts.sumOf { it.sizes[axis] }
        if (missing == 0) return cat(parts, axis)
        val pads = List(-axis - 1) { listOf(0, 0) }.flatten() + listOf(0, missing)
        return constantPad(cat(parts, axis), pads)
    }

    private fun mask(mask: Value): Value {
        val isWide = mask.rank > 0 && mask.sizes[-1] != 1
        val parts =
            each { j, key ->
                val slope = scores(j, key, weights(j, key))
                val sizes = mask.sizes.toIntArray()
                if (isWide) sizes[sizes.size - 1] = slope.sizes[-1]
                sumTo(slope, Sizes.of(*sizes))
            }
        return if (isWide) cat(parts, mask, -1) else parts.reduce { a, b -> a + b }
    }
}

/** For every place the sum over `dy * y`; less [slope], the gradient of the logarithm of the sum, which only gradients of gradients have. */
internal fun rowSums(dy: Value, y: Value, slope: Value?): Value {
    val sums = sum(widen(dy) * widen(y), listOf(-1), keepDim = true)
    return if (slope == null) sums else sums - slope
}
