package dev.rankine.kernels.lanes

import dev.rankine.kernels.Workers
import java.lang.foreign.Arena

/**
 * Draws [elements] numbers, [perBlock] (4 or 2) from each block of the stream of [key] from block [counter] on, in parts that threads share:
 * [turn] makes the `count` numbers from number `from` on out of the words at `words`. Behind the words is room for as many again.
 *
 * @param grain how many parts of 256 blocks last 5 to 10 us.
 */
internal inline fun draw(
    key: Long,
    counter: Long,
    elements: Int,
    perBlock: Int,
    grain: Int,
    crossinline turn: (words: Long, from: Int, count: Int) -> Unit,
) {
    val size = Words.BLOCKS * perBlock
    val parts = ((elements - 1L) / size + 1).toInt()
    Workers.range(if (elements == 0) 0 else parts, grain) { first, last ->
        for (part in first until last) {
            val from = part * size
            val count = minOf(size, elements - from)
            val words = Words.write(key, counter + part.toLong() * Words.BLOCKS, (count + perBlock - 1) / perBlock)
            turn(words, from, count)
        }
    }
}

/** Where a thread puts the words of a part: memory of its own that stays in the innermost cache. */
internal object Words {
    const val BLOCKS = 256

    /** Bytes of the words of a part. */
    const val BYTES = 16L * BLOCKS

    private val local = ThreadLocal.withInitial { Arena.global().allocate(2 * BYTES, LINE).address() }

    /** Writes the words of [blocks] blocks from block [counter] on; where they are. */
    fun write(key: Long, counter: Long, blocks: Int): Long {
        val words = local.get()
        PhiloxWords.write(key, counter, words, blocks)
        return words
    }

    private const val LINE = 64L
}
