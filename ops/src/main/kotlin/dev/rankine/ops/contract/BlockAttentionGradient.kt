package dev.rankine.ops

import dev.rankine.shapes.Sizes

/**
 * The gradients of [scaledDotProductAttentionOp]. With the weights `P` of a block, computed anew from its scores and [logSum], those of the scores are
 * `P * (dy values^T - rows)`, where `rows` is the sum over `dy * y`.
 *
 * @property input which input's gradient.
 * @param slope the gradient of [logSum], where that has one: in gradients of gradients.
 */
internal class BlockAttentionGradient(
    private val blocks: KeyBlocks,
    private val input: Int,
    dy: Value,
    y: Value,
    private val logSum: Value,
    slope: Value?,
) {
    private val dy = widen(dy)

    /** Made before the blocks, which free what they make; and not for the values, whose gradient does not read the result. */
    private val rows: Value? =
        if (input == VALUE) {
            null
        } else {
            sum(this.dy * widen(y), listOf(-1), keepDim = true).let { if (slope == null) it else it - slope }
        }

    /** The gradient of the input: query, key, value, mask. */
    fun whole(): Value {
        val given = blocks.inputs[input]
        val whole =
            when (input) {
                0 -> query(blocks.count)
                1 -> cat(each { j, key -> matmul(transpose(scores(j, key), -2, -1), blocks.query) * blocks.scale }, given, -2)
                VALUE -> cat(each { j, key -> matmul(transpose(blocks.kept(j, weights(j, key)), -2, -1), dy) }, given, -2)
                else -> mask(given)
            }
        return to(whole, given.dtype)
    }

    private fun weights(j: Int, key: Value): Value = exp(blocks.scores(j, key) - logSum)

    /** The gradient of the scores of block [j]. */
    private fun scores(j: Int, key: Value): Value {
        val values = matmul(dy, transpose(blocks.value(j), -2, -1))
        return weights(j, key) * (blocks.kept(j, values) - rows!!)
    }

    private fun query(count: Int): Value {
        if (count == 0) return zerosLike(blocks.query)
        return scope("block") {
            val before = query(count - 1)
            val key = blocks.key(count - 1)
            before + matmul(scores(count - 1, key), key) * blocks.scale
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
                val slope = scores(j, key)
                val sizes = mask.sizes.toIntArray()
                if (isWide) sizes[sizes.size - 1] = slope.sizes[-1]
                sumTo(slope, Sizes.of(*sizes))
            }
        return if (isWide) cat(parts, mask, -1) else parts.reduce { a, b -> a + b }
    }
}

private const val VALUE = 2
