package dev.rankine.ops.plain.kernels

import dev.rankine.ops.ArgAttributes
import dev.rankine.ops.Op
import dev.rankine.ops.ReduceAttributes
import dev.rankine.ops.Value
import dev.rankine.ops.amaxOp
import dev.rankine.ops.aminOp
import dev.rankine.ops.argmaxOp
import dev.rankine.ops.argminOp
import dev.rankine.ops.plain.Workers
import dev.rankine.shapes.DType

/** The best element of every result of a reduction; a thread makes whole results. */
internal abstract class ExtremeKernel<A : Any, X : Any>(private val type: DType) : PlainKernel<A> {
    abstract fun axes(attributes: A, rank: Int): List<Int>

    /** The number `i` of the first best of `x[at], x[at + step], ...` ([count] numbers) and `x[best]`, or -1 for that one; no [best] if negative. */
    abstract fun search(x: X, at: Int, step: Int, count: Int, best: Int): Int

    /** Stores result [i], which is element [at] of [x] and number [term] of its terms. */
    abstract fun store(x: X, at: Int, term: Int, y: Any, i: Int)

    override fun accepts(attributes: A, inputs: Array<Value>): Boolean = inputs[0].dtype == type

    @Suppress("UNCHECKED_CAST")
    override fun run(attributes: A, inputs: Array<Value>, outputs: Array<Value>) {
        val x = inputs[0].array() as X
        val y = outputs[0].array()
        val offset = outputs[0].layout.offset
        val reduction = Reduction(inputs[0].layout, axes(attributes, inputs[0].rank))
        val grain = maxOf(1, CHEAP_GRAIN / maxOf(1, reduction.terms))
        Workers.range(reduction.results, grain) { from, to ->
            reduction.starts.runs(from, to - from) { start, across, done, run ->
                for (i in 0 until run) {
                    var best = -1
                    var term = 0
                    reduction.steps.runs(0, reduction.terms) { at, step, seen, count ->
                        val found = search(x, start + i * across + at, step, count, best)
                        if (found >= 0) {
                            best = start + i * across + at + found * step
                            term = seen + found
                        }
                    }
                    store(x, best, term, y, offset + from + done + i)
                }
            }
        }
    }
}

private inline fun searchF32(x: FloatArray, at: Int, step: Int, count: Int, best: Int, wins: (Float, Float) -> Boolean): Int {
    var found = if (best < 0) 0 else -1
    var top = x[if (best < 0) at else best]
    if (top != top) return found
    for (i in 0 until count) {
        val value = x[at + i * step]
        if (wins(value, top)) {
            top = value
            found = i
        } else if (value != value) {
            return i
        }
    }
    return found
}

private inline fun searchF64(x: DoubleArray, at: Int, step: Int, count: Int, best: Int, wins: (Double, Double) -> Boolean): Int {
    var found = if (best < 0) 0 else -1
    var top = x[if (best < 0) at else best]
    if (top != top) return found
    for (i in 0 until count) {
        val value = x[at + i * step]
        if (wins(value, top)) {
            top = value
            found = i
        } else if (value != value) {
            return i
        }
    }
    return found
}

private inline fun extremeF32(crossinline wins: (Float, Float) -> Boolean): PlainKernel<ReduceAttributes> =
    object : ExtremeKernel<ReduceAttributes, FloatArray>(DType.F32) {
        override fun axes(attributes: ReduceAttributes, rank: Int): List<Int> = attributes.axes

        override fun search(x: FloatArray, at: Int, step: Int, count: Int, best: Int): Int =
            searchF32(x, at, step, count, best) { a, b -> wins(a, b) }

        override fun store(x: FloatArray, at: Int, term: Int, y: Any, i: Int) {
            (y as FloatArray)[i] = x[at]
        }
    }

private inline fun extremeF64(crossinline wins: (Double, Double) -> Boolean): PlainKernel<ReduceAttributes> =
    object : ExtremeKernel<ReduceAttributes, DoubleArray>(DType.F64) {
        override fun axes(attributes: ReduceAttributes, rank: Int): List<Int> = attributes.axes

        override fun search(x: DoubleArray, at: Int, step: Int, count: Int, best: Int): Int =
            searchF64(x, at, step, count, best) { a, b -> wins(a, b) }

        override fun store(x: DoubleArray, at: Int, term: Int, y: Any, i: Int) {
            (y as DoubleArray)[i] = x[at]
        }
    }

private inline fun placeF32(crossinline wins: (Float, Float) -> Boolean): PlainKernel<ArgAttributes> =
    object : ExtremeKernel<ArgAttributes, FloatArray>(DType.F32) {
        override fun axes(attributes: ArgAttributes, rank: Int): List<Int> = argAxes(attributes, rank)

        override fun search(x: FloatArray, at: Int, step: Int, count: Int, best: Int): Int =
            searchF32(x, at, step, count, best) { a, b -> wins(a, b) }

        override fun store(x: FloatArray, at: Int, term: Int, y: Any, i: Int) {
            (y as LongArray)[i] = term.toLong()
        }
    }

private inline fun placeF64(crossinline wins: (Double, Double) -> Boolean): PlainKernel<ArgAttributes> =
    object : ExtremeKernel<ArgAttributes, DoubleArray>(DType.F64) {
        override fun axes(attributes: ArgAttributes, rank: Int): List<Int> = argAxes(attributes, rank)

        override fun search(x: DoubleArray, at: Int, step: Int, count: Int, best: Int): Int =
            searchF64(x, at, step, count, best) { a, b -> wins(a, b) }

        override fun store(x: DoubleArray, at: Int, term: Int, y: Any, i: Int) {
            (y as LongArray)[i] = term.toLong()
        }
    }

private fun argAxes(attributes: ArgAttributes, rank: Int): List<Int> =
    if (rank == 0) emptyList() else attributes.axis?.let { listOf(it) } ?: (0 until rank).toList()

/** The kernels of largest and smallest elements and of their places. */
internal val extremeKernels: List<Pair<Op<*>, PlainKernel<*>>> =
    listOf(
        amaxOp to extremeF32 { a, b -> a > b },
        amaxOp to extremeF64 { a, b -> a > b },
        aminOp to extremeF32 { a, b -> a < b },
        aminOp to extremeF64 { a, b -> a < b },
        argmaxOp to placeF32 { a, b -> a > b },
        argmaxOp to placeF64 { a, b -> a > b },
        argminOp to placeF32 { a, b -> a < b },
        argminOp to placeF64 { a, b -> a < b },
    )
