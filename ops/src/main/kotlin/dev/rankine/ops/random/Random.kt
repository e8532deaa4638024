package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes
import kotlin.math.PI
import kotlin.math.cos
import kotlin.math.ln
import kotlin.math.sin
import kotlin.math.sqrt

/** Where draws start: the numbers of a call depend on [key] and [counter] alone, not on the backend or the sizes before. */
public data class RandomAttributes(public val sizes: Sizes, public val dtype: DType, public val key: Long, public val counter: Long)

/** The probability of a 1, and where the draws start. */
public data class BernoulliAttributes(public val probability: Double, public val draws: RandomAttributes)

/** The range `low until high`, and where the draws start. */
public data class RandomIntegerAttributes(public val low: Long, public val high: Long, public val draws: RandomAttributes)

/**
 * Uniform in `[0, 1)`. float64 takes two words of a block for 53 bits, the other types one word for 24 bits;
 * the same bits on every backend. The row behind [uniform].
 */
public val uniformOp: Op0<RandomAttributes> =
    random("rand", { it }, Types.FLOATS_ONLY) { attributes, y ->
        if (attributes.dtype == DType.F64) {
            eachBlock(attributes, 2) { i, lane, words -> y.set(i, wide(words[2 * lane], words[2 * lane + 1])) }
        } else {
            eachBlock(attributes, 4) { i, lane, words -> y.set(i, (words[lane] ushr 8) * NARROW_STEP) }
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
            val pair = lane / 2 * 2
            val radius = if (double) wide(words[0], words[1]) else (words[pair].toLong() and WORD) * WORD_STEP
            val angle = if (double) wide(words[2], words[3]) else (words[pair + 1].toLong() and WORD) * WORD_STEP
            val length = sqrt(-2 * ln(1 - radius))
            y.set(i, if (lane % 2 == 0) length * cos(2 * PI * angle) else length * sin(2 * PI * angle))
        }
    }

/** 1 with a probability, else 0. The row behind [bernoulli]. */
public val bernoulliOp: Op0<BernoulliAttributes> =
    random("bernoulli", { it.draws }, Types.ANY) { attributes, y ->
        eachBlock(attributes.draws, 4) { i, lane, words ->
            y.set(i, if ((words[lane].toLong() and WORD) * WORD_STEP < attributes.probability) 1L else 0L)
        }
    }

/** Integers of a range, each within `2^-32` relative of the same probability for ranges that are not powers of 2. The row behind [randint]. */
public val randintOp: Op0<RandomIntegerAttributes> =
    random("randint", { it.draws }, Types.ANY) { attributes, y ->
        eachBlock(attributes.draws, 4) { i, lane, words ->
            y.set(i, attributes.low + ((words[lane].toLong() and WORD) * (attributes.high - attributes.low) ushr 32))
        }
    }

/** The numbers `0 until n` in random order, by the shuffle of Fisher and Yates. The row behind [randperm]. */
public val randpermOp: Op0<RandomAttributes> =
    random("randperm", { it }, Types.BITS) { attributes, y ->
        val order = LongArray(y.count) { it.toLong() }
        eachBlock(attributes, 4) { i, lane, words ->
            val last = order.size - 1 - i
            val pick = ((words[lane].toLong() and WORD) * (last + 1) ushr 32).toInt()
            order[pick] = order[last].also { order[last] = order[pick] }
        }
        for (i in order.indices) y.set(i, order[i])
    }

private const val WORD = 0xFFFFFFFFL
private const val WORD_STEP = 1.0 / (1L shl 32)
private const val NARROW_STEP = 1.0 / (1 shl 24)
private const val WIDE_STEP = 1.0 / (1L shl 53)

private fun wide(high: Int, low: Int): Double = (((high.toLong() and WORD) shl 21) xor ((low.toLong() and WORD) ushr 11)) * WIDE_STEP

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

/** Calls [visit] for every element with its lane in the block of [perBlock] elements and the words of that block. */
private inline fun eachBlock(attributes: RandomAttributes, perBlock: Int, visit: (i: Int, lane: Int, words: IntArray) -> Unit) {
    val words = IntArray(4)
    for (i in 0 until attributes.sizes.elements) {
        if (i % perBlock == 0) Philox.block(attributes.key, attributes.counter + i / perBlock, words)
        visit(i, i % perBlock, words)
    }
}
