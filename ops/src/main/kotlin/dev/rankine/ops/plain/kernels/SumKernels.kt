package dev.rankine.ops.plain.kernels

import dev.rankine.ops.Op
import dev.rankine.ops.ReduceAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.plain.Workers
import dev.rankine.ops.sumOp
import dev.rankine.shapes.DType
import dev.rankine.shapes.Layout

/*
 * Sums over any axes. Float32 adds up in double and rounds once. One long sum is cut into blocks of fixed length whose sums are added
 * in order; several sums are shared among threads, each made by one: the result does not depend on the number of threads.
 */

/** The places that a reduction of one operand visits: where each result starts, and the steps within it. */
internal class Reduction(x: Layout, axes: List<Int>) {
    private val kept = (0 until x.rank).filter { it !in axes }
    private val inner = x.pick(axes.toIntArray())

    /** The first element of every result. */
    val starts: Walk = Walk(x.pick(kept.toIntArray()))

    /** The elements of a result, from its first. */
    val steps: Walk = Walk(Layout(inner.sizes, inner.strides(), 0))

    /** How many results there are. */
    val results: Int = kept.fold(1) { product, axis -> product * x.sizes[axis] }

    /** How many elements go into each. */
    val terms: Int = inner.elements
}

/** Sums of elements of one type, as doubles or longs [T] in an array. */
internal abstract class SumKernel<X : Any, T : Any, Y : Any>(private val type: DType) : PlainKernel<ReduceAttributes> {
    abstract fun totals(count: Int): T

    /** `totals[into] += x[at] + x[at + step] + ...`, [count] terms. */
    abstract fun addRun(x: X, at: Int, step: Int, count: Int, totals: T, into: Int)

    /** `totals[into + i] += x[at + i]` for [count] numbers `i`. */
    abstract fun addRow(x: X, at: Int, count: Int, totals: T, into: Int)

    abstract fun join(totals: T, count: Int)

    abstract fun store(totals: T, count: Int, y: Y, at: Int)

    override fun accepts(attributes: ReduceAttributes, inputs: Array<Value>): Boolean = inputs[0].dtype == type

    @Suppress("UNCHECKED_CAST")
    override fun run(attributes: ReduceAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val x = inputs[0].array() as X
        val y = outputs[0].array() as Y
        val at = outputs[0].layout.offset
        val reduction = Reduction(inputs[0].layout, attributes.axes)
        if (reduction.results == 1) {
            val blocks = (reduction.terms + BLOCK - 1) / BLOCK
            val totals = totals(maxOf(blocks, 1))
            Workers.range(blocks, 1) { from, to ->
                for (block in from until to) one(x, reduction, block * BLOCK, minOf(reduction.terms, (block + 1) * BLOCK), totals, block)
            }
            join(totals, blocks)
            store(totals, 1, y, at)
            return
        }
        val grain = (BLOCK / maxOf(1, reduction.terms)).coerceIn(MINIMUM, BLOCK)
        Workers.range(reduction.results, grain) { from, to ->
            for (first in from until to step Lanes.CHUNK) {
                val count = minOf(Lanes.CHUNK, to - first)
                val totals = totals(count)
                several(x, reduction, first, count, totals)
                store(totals, count, y, at + first)
            }
        }
    }

    private fun one(x: X, reduction: Reduction, from: Int, to: Int, totals: T, into: Int) {
        val start = reduction.starts.offset
        reduction.steps.runs(from, to - from) { at, step, _, run -> addRun(x, start + at, step, run, totals, into) }
    }

    private fun several(x: X, reduction: Reduction, first: Int, count: Int, totals: T) {
        reduction.starts.runs(first, count) { start, across, done, run ->
            if (across == 1 && run >= ROW) {
                reduction.steps.runs(0, reduction.terms) { at, step, _, terms ->
                    for (i in 0 until terms) addRow(x, start + at + i * step, run, totals, done)
                }
            } else {
                for (i in 0 until run) {
                    reduction.steps.runs(0, reduction.terms) { at, step, _, terms ->
                        addRun(x, start + i * across + at, step, terms, totals, done + i)
                    }
                }
            }
        }
    }

    private companion object {
        const val BLOCK = 1 shl 15
        const val MINIMUM = 16
        const val ROW = 8
    }
}

/** Sums of floating elements, added up in double. */
internal abstract class FloatingSum<X : Any>(type: DType) : SumKernel<X, DoubleArray, X>(type) {
    override fun totals(count: Int): DoubleArray = DoubleArray(count)

    override fun join(totals: DoubleArray, count: Int) {
        for (i in 1 until count) totals[0] += totals[i]
    }
}

/** Sums of float32. */
internal object SumF32 : FloatingSum<FloatArray>(DType.F32) {
    override fun addRun(x: FloatArray, at: Int, step: Int, count: Int, totals: DoubleArray, into: Int) {
        var s0 = 0.0
        var s1 = 0.0
        var s2 = 0.0
        var s3 = 0.0
        var p = at
        for (i in 0 until count / 4) {
            s0 += x[p].toDouble()
            s1 += x[p + step].toDouble()
            s2 += x[p + 2 * step].toDouble()
            s3 += x[p + 3 * step].toDouble()
            p += 4 * step
        }
        for (i in 0 until count % 4) s0 += x[p + i * step].toDouble()
        totals[into] += (s0 + s2) + (s1 + s3)
    }

    override fun addRow(x: FloatArray, at: Int, count: Int, totals: DoubleArray, into: Int) {
        for (i in 0 until count) totals[into + i] += x[at + i].toDouble()
    }

    override fun store(totals: DoubleArray, count: Int, y: FloatArray, at: Int) {
        for (i in 0 until count) y[at + i] = totals[i].toFloat()
    }
}

/** Sums of float64. */
internal object SumF64 : FloatingSum<DoubleArray>(DType.F64) {
    override fun addRun(x: DoubleArray, at: Int, step: Int, count: Int, totals: DoubleArray, into: Int) {
        var s0 = 0.0
        var s1 = 0.0
        var s2 = 0.0
        var s3 = 0.0
        var p = at
        for (i in 0 until count / 4) {
            s0 += x[p]
            s1 += x[p + step]
            s2 += x[p + 2 * step]
            s3 += x[p + 3 * step]
            p += 4 * step
        }
        for (i in 0 until count % 4) s0 += x[p + i * step]
        totals[into] += (s0 + s2) + (s1 + s3)
    }

    override fun addRow(x: DoubleArray, at: Int, count: Int, totals: DoubleArray, into: Int) {
        for (i in 0 until count) totals[into + i] += x[at + i]
    }

    override fun store(totals: DoubleArray, count: Int, y: DoubleArray, at: Int) = System.arraycopy(totals, 0, y, at, count)
}

private inline fun <X : Any> integerSum(type: DType, crossinline read: (X, Int) -> Long): SumKernel<X, LongArray, LongArray> =
    object : SumKernel<X, LongArray, LongArray>(type) {
        override fun totals(count: Int): LongArray = LongArray(count)

        override fun addRun(x: X, at: Int, step: Int, count: Int, totals: LongArray, into: Int) {
            var total = 0L
            for (i in 0 until count) total += read(x, at + i * step)
            totals[into] += total
        }

        override fun addRow(x: X, at: Int, count: Int, totals: LongArray, into: Int) {
            for (i in 0 until count) totals[into + i] += read(x, at + i)
        }

        override fun join(totals: LongArray, count: Int) {
            for (i in 1 until count) totals[0] += totals[i]
        }

        override fun store(totals: LongArray, count: Int, y: LongArray, at: Int) = System.arraycopy(totals, 0, y, at, count)
    }

/** The kernels of sums. */
internal val sumKernels: List<Pair<Op<*>, PlainKernel<*>>> =
    listOf(
        sumOp to SumF32,
        sumOp to SumF64,
        sumOp to integerSum<LongArray>(DType.I64) { x, i -> x[i] },
        sumOp to integerSum<IntArray>(DType.I32) { x, i -> x[i].toLong() },
        sumOp to integerSum<ByteArray>(DType.BOOL) { x, i -> x[i].toLong() },
    )
