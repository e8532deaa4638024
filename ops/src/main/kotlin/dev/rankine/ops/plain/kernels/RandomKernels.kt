package dev.rankine.ops.plain.kernels

import dev.rankine.ops.BernoulliAttributes
import dev.rankine.ops.DropoutAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.RandomAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.bernoulliOp
import dev.rankine.ops.blocks
import dev.rankine.ops.dropoutOp
import dev.rankine.ops.eachBlock
import dev.rankine.ops.fraction
import dev.rankine.ops.normalOp
import dev.rankine.ops.plain.Workers
import dev.rankine.ops.polar
import dev.rankine.ops.uniformOp
import dev.rankine.shapes.DType

/** The kernels of random draws for float32: the rows' numbers, by several threads. */
internal val randomKernels: List<Pair<Op<*>, PlainKernel<*>>> =
    listOf(uniformOp to UniformF32, normalOp to NormalF32, bernoulliOp to BernoulliF32, dropoutOp to DropoutF32)

private object UniformF32 : PlainKernel<RandomAttributes> {
    override fun accepts(attributes: RandomAttributes, inputs: Array<Value>): Boolean = attributes.dtype == DType.F32

    override fun run(attributes: RandomAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val y = outputs[0].floats()
        val at = outputs[0].layout.offset
        draw(attributes) { i, lane, words -> y[at + i] = fraction(words[lane], 24).toFloat() }
    }
}

private object NormalF32 : PlainKernel<RandomAttributes> {
    override fun accepts(attributes: RandomAttributes, inputs: Array<Value>): Boolean = attributes.dtype == DType.F32

    override fun run(attributes: RandomAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val y = outputs[0].floats()
        val at = outputs[0].layout.offset
        draw(attributes) { i, lane, words ->
            val pair = lane / 2 * 2
            y[at + i] = polar(fraction(words[pair], 32), fraction(words[pair + 1], 32), lane).toFloat()
        }
    }
}

private object BernoulliF32 : PlainKernel<BernoulliAttributes> {
    override fun accepts(attributes: BernoulliAttributes, inputs: Array<Value>): Boolean = attributes.draws.dtype == DType.F32

    override fun run(attributes: BernoulliAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val y = outputs[0].floats()
        val at = outputs[0].layout.offset
        draw(attributes.draws) { i, lane, words -> y[at + i] = if (fraction(words[lane], 32) < attributes.probability) 1f else 0f }
    }
}

/** The product with the mask in one pass, without the mask ever being stored. */
private object DropoutF32 : PlainKernel<DropoutAttributes> {
    override fun accepts(attributes: DropoutAttributes, inputs: Array<Value>): Boolean =
        inputs[0].dtype == DType.F32 && inputs[0].layout.isContiguous

    override fun run(attributes: DropoutAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val (x, from) = inputs[0].floats() to inputs[0].layout.offset
        val (y, at) = outputs[0].floats() to outputs[0].layout.offset
        val kept = 1 - attributes.p
        val scale = if (attributes.p == 1.0) 1f else (1 / kept).toFloat()
        draw(RandomAttributes(inputs[0].sizes, DType.F32, attributes.key, attributes.counter)) { i, lane, words ->
            y[at + i] = x[from + i] * (if (fraction(words[lane], 32) < kept) scale else 0f)
        }
    }
}

private inline fun draw(attributes: RandomAttributes, crossinline visit: (i: Int, lane: Int, words: IntArray) -> Unit) {
    Workers.range(
        blocks(attributes, LANES),
        GRAIN,
    ) { from, to -> eachBlock(attributes, LANES, from, to) { i, lane, words -> visit(i, lane, words) } }
}

private const val LANES = 4
private const val GRAIN = 1 shl 11
