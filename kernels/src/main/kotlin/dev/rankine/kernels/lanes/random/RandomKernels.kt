package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.kernels.address
import dev.rankine.ops.BernoulliAttributes
import dev.rankine.ops.DropoutAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.RandomAttributes
import dev.rankine.ops.RandomIntegerAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.bernoulliOp
import dev.rankine.ops.dropoutOp
import dev.rankine.ops.normalOp
import dev.rankine.ops.randintOp
import dev.rankine.ops.randpermOp
import dev.rankine.ops.uniformOp
import dev.rankine.shapes.DType
import kotlin.math.ceil

internal object Uniform : VectorKernel<RandomAttributes>() {
    override fun accepts(attributes: RandomAttributes, inputs: Array<Value>): Boolean =
        attributes.dtype == DType.F32 || attributes.dtype == DType.F64

    override fun compute(attributes: RandomAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val y = outputs[0].address()
        val n = outputs[0].elements
        if (attributes.dtype == DType.F32) {
            draw(
                attributes.key,
                attributes.counter,
                n,
                4,
                GRAIN,
            ) { words, from, count -> UniformF32.fractions(words, y + 4L * from, count) }
        } else {
            draw(attributes.key, attributes.counter, n, 2, GRAIN) { words, from, count ->
                OtherDraws.fractionsF64(words, y + 8L * from, count)
            }
        }
    }
}

internal object Normal : VectorKernel<RandomAttributes>() {
    override fun accepts(attributes: RandomAttributes, inputs: Array<Value>): Boolean =
        attributes.dtype == DType.F32 || attributes.dtype == DType.F64

    override fun compute(attributes: RandomAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val y = outputs[0].address()
        val n = outputs[0].elements
        if (attributes.dtype == DType.F32) {
            draw(attributes.key, attributes.counter, n, 4, GRAIN / 2) { words, from, count ->
                val pairs = (count + 1) / 2
                val lengths = words + Words.BYTES
                NormalF32.lengths(words, lengths, pairs)
                if (count % 2 == 0) {
                    NormalF32.rotate(words, lengths, y + 4L * from, pairs)
                } else {
                    // the second number of the last pair has no place in the result
                    NormalF32.rotate(words, lengths, words, pairs)
                    CopyRows.copy(words, 0, y + 4L * from, 0, 1, 4L * count)
                }
            }
        } else {
            draw(attributes.key, attributes.counter, n, 2, 1) { words, from, count -> OtherDraws.normalF64(words, y + 8L * from, count) }
        }
    }
}

internal object Bernoulli : VectorKernel<BernoulliAttributes>() {
    override fun accepts(attributes: BernoulliAttributes, inputs: Array<Value>): Boolean =
        attributes.draws.dtype == DType.F32 || attributes.draws.dtype == DType.BOOL

    override fun compute(attributes: BernoulliAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val draws = attributes.draws
        val y = outputs[0].address()
        val n = outputs[0].elements
        val bound = bound(attributes.probability)
        when {
            draws.dtype == DType.BOOL -> {
                draw(draws.key, draws.counter, n, 4, GRAIN) { words, from, count -> OtherDraws.below(bound, words, y + from, count) }
            }

            bound == WORDS -> {
                fillWith(1.0, outputs[0])
            }

            else -> {
                draw(draws.key, draws.counter, n, 4, GRAIN) { words, from, count ->
                    UniformF32.below(bound.toInt(), words, y + 4L * from, count)
                }
            }
        }
    }
}

internal object RandomIntegers : VectorKernel<RandomIntegerAttributes>() {
    override fun accepts(attributes: RandomIntegerAttributes, inputs: Array<Value>): Boolean = attributes.draws.dtype == DType.I64

    override fun compute(attributes: RandomIntegerAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val y = outputs[0].address()
        val range = attributes.high - attributes.low
        draw(attributes.draws.key, attributes.draws.counter, outputs[0].elements, 2, GRAIN) { words, from, count ->
            OtherDraws.integers(attributes.low, range, words, y + 8L * from, count)
        }
    }
}

/** In one pass over the operand; the definition takes three. */
internal object Dropout : VectorKernel<DropoutAttributes>() {
    override fun accepts(attributes: DropoutAttributes, inputs: Array<Value>): Boolean =
        inputs[0].dtype == DType.F32 && inputs[0].layout.isContiguous && bound(1 - attributes.p) < WORDS

    override fun compute(attributes: DropoutAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val x = inputs[0].address()
        val y = outputs[0].address()
        val bound = bound(1 - attributes.p).toInt()
        val scale = if (attributes.p == 1.0) 1f else (1 / (1 - attributes.p)).toFloat()
        draw(attributes.key, attributes.counter, outputs[0].elements, 4, GRAIN) { words, from, count ->
            UniformF32.drop(bound, scale, words, x + 4L * from, y + 4L * from, count)
        }
    }
}

/** The least word whose fraction of 2^32 is not less than [probability]: of all words that many are less. */
private fun bound(probability: Double): Long = ceil(probability * WORDS).toLong()

private const val WORDS = 1L shl 32

/** 8,192 numbers, which take 4 to 8 us. */
private const val GRAIN = 8

/** Random draws: the rows' numbers. */
internal val randomKernels: List<Pair<Op<*>, VectorKernel<*>>> =
    listOf(
        uniformOp to Uniform,
        normalOp to Normal,
        bernoulliOp to Bernoulli,
        randintOp to RandomIntegers,
        dropoutOp to Dropout,
        randpermOp to Permutation,
    )
