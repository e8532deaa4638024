@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import kotlin.math.PI
import kotlin.math.cos
import kotlin.math.ln
import kotlin.math.sin
import kotlin.math.sqrt

/**
 * The [sizes] and the element type ([dtype]) of a result, and where its draws start: the numbers of a call depend on [key] and [counter]
 * alone, not on the backend or the sizes before.
 */
public data class RandomAttributes(public val sizes: Sizes, public val dtype: DType, public val key: Long, public val counter: Long)

/** The [probability] of a 1, and where the [draws] start. */
public data class BernoulliAttributes(public val probability: Double, public val draws: RandomAttributes)

/** The range from [low] up to, not including, [high], and where the [draws] start. */
public data class RandomIntegerAttributes(public val low: Long, public val high: Long, public val draws: RandomAttributes)

/**
 * Uniform in `[0, 1)`: as many bits as the type has digits, so that nothing is rounded. float64 takes two words of a block for 53 bits,
 * the other types one word for 24 (float32), 11 (float16) or 8 bits (bfloat16); the same bits on every backend. The row behind [uniform].
 */
public val uniformOp: Op0<RandomAttributes> =
    random("rand", { it }, Types.FLOATS_ONLY) { attributes, y ->
        if (attributes.dtype == DType.F64) {
            eachBlock(attributes, 2) { i, lane, words -> y.set(i, wide(words[2 * lane], words[2 * lane + 1])) }
        } else {
            val bits = digits(attributes.dtype)
            eachBlock(attributes, 4) { i, lane, words -> y.set(i, fraction(words[lane], bits)) }
        }
    }

/**
 * Normal with mean 0 and deviation 1, by the transform of Box and Muller (Annals of Mathematical Statistics 29, 1958) in double precision.
 * The row behind [normal].
 */
public val normalOp: Op0<RandomAttributes> =
    random("randn", { it }, Types.FLOATS_ONLY) { attributes, y ->
        val double = attributes.dtype == DType.F64
        eachBlock(attributes, if (double) 2 else 4) { i, lane, words ->
            if (double) {
                y.set(i, polar(wide(words[0], words[1]), wide(words[2], words[3]), lane))
            } else {
                y.set(i, polar(fraction(words[lane / 2 * 2], 32), fraction(words[lane / 2 * 2 + 1], 32), lane))
            }
        }
    }

/** 1 with a probability, else 0. The row behind [bernoulli]. */
public val bernoulliOp: Op0<BernoulliAttributes> =
    random("bernoulli", { it.draws }, Types.ANY) { attributes, y ->
        eachBlock(attributes.draws, 4) { i, lane, words ->
            y.set(i, if (fraction(words[lane], 32) < attributes.probability) 1L else 0L)
        }
    }

/**
 * Integers of a range: two words of a block as a fraction of 64 bits times the range, so that no number is more likely than another
 * by more than a 2^-32nd. The row behind [randint].
 */
public val randintOp: Op0<RandomIntegerAttributes> =
    random("randint", { it.draws }, Types.ANY) { attributes, y ->
        val range = attributes.high - attributes.low
        eachBlock(attributes.draws, 2) { i, lane, words -> y.set(i, attributes.low + below(range, words[2 * lane], words[2 * lane + 1])) }
    }

/** The numbers `0 until n` in random order, by the shuffle of Fisher and Yates with two words per number. The row behind [randperm]. */
public val randpermOp: Op0<RandomAttributes> =
    random("randperm", { it }, Types.BITS) { attributes, y ->
        val order = LongArray(y.count) { it.toLong() }
        eachBlock(attributes, 2) { i, lane, words ->
            val last = order.size - 1 - i
            val pick = below(last + 1L, words[2 * lane], words[2 * lane + 1]).toInt()
            order[pick] = order[last].also { order[last] = order[pick] }
        }
        for (i in order.indices) y.set(i, order[i])
    }

private const val WORD = 0xFFFFFFFFL
private const val WIDE_STEP = 1.0 / (1L shl 53)

/** The first [bits] bits of [word] as a number of `[0, 1)`. */
internal fun fraction(word: Int, bits: Int): Double = ((word.toLong() and WORD) ushr (32 - bits)).toDouble() / (1L shl bits)

/** One of the two normal numbers that two uniform ones give: the first for an even [lane]. */
internal fun polar(radius: Double, angle: Double, lane: Int): Double {
    val length = sqrt(-2 * ln(1 - radius))
    return if (lane % 2 == 0) length * cos(2 * PI * angle) else length * sin(2 * PI * angle)
}

private fun wide(high: Int, low: Int): Double = (((high.toLong() and WORD) shl 21) or ((low.toLong() and WORD) ushr 11)) * WIDE_STEP

/** A number of `0 until range` (at most 2^31): the 64-bit fraction of the two words times [range], rounded down. */
private fun below(range: Long, high: Int, low: Int): Long =
    ((high.toLong() and WORD) * range + ((low.toLong() and WORD) * range ushr 32)) ushr 32

/** How many binary digits a number of [dtype] below 1 can have without being rounded. */
private fun digits(dtype: DType): Int =
    when (dtype) {
        DType.F16 -> 11
        DType.BF16 -> 8
        else -> 24
    }

private fun <A : Any> random(name: String, draws: (A) -> RandomAttributes, types: Types, fill: (A, Elements) -> Unit): Op0<A> =
    Op0(
        name,
        Loop { attributes, _, outputs -> fill(attributes, outputs[0]) },
        { call ->
            val of = draws(call.attributes)
            if (!types.accepts(of.dtype)) throw refused(call.name, of.dtype)
            arrayOf(Spec(of.dtype, of.sizes))
        },
        Names(name),
    )

/** Calls [visit] for every element of the blocks from [from] until [to] with its lane in the block of [perBlock] elements and its words. */
internal inline fun eachBlock(
    attributes: RandomAttributes,
    perBlock: Int,
    from: Int = 0,
    to: Int = blocks(attributes, perBlock),
    visit: (i: Int, lane: Int, words: IntArray) -> Unit,
) {
    val words = IntArray(4)
    for (block in from until to) {
        Philox.block(attributes.key, attributes.counter + block, words)
        val first = block * perBlock
        for (lane in 0 until minOf(perBlock, attributes.sizes.elements - first)) visit(first + lane, lane, words)
    }
}

/** How many blocks of [perBlock] elements there are. */
internal fun blocks(attributes: RandomAttributes, perBlock: Int): Int = ((attributes.sizes.elements + perBlock - 1L) / perBlock).toInt()
