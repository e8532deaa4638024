package dev.rankine.kernels.lanes

import dev.rankine.kernels.VectorKernel
import dev.rankine.kernels.address
import dev.rankine.ops.Cancellation
import dev.rankine.ops.RandomAttributes
import dev.rankine.ops.Value
import dev.rankine.shapes.DType

/** The numbers `0 until n` in random order, of int64 or int32. One thread: every swap needs those before it. See [Shuffle]. */
internal object Permutation : VectorKernel<RandomAttributes>() {
    override fun accepts(attributes: RandomAttributes, inputs: Array<Value>): Boolean =
        attributes.dtype == DType.I64 || attributes.dtype == DType.I32

    override fun compute(attributes: RandomAttributes, inputs: Array<Value>, outputs: Array<Value>) {
        val n = outputs[0].elements
        val y = outputs[0].address()
        val isWide = attributes.dtype == DType.I64
        // int32 numbers take half of the caches; they wait in the second half of the result
        val order = if (isWide) y + 4L * n else y
        Sequences.i32(0, 1, order, 0, n)
        val job = Cancellation.job
        for (from in 0 until n step Shuffle.PART) {
            Cancellation.check(job)
            val count = minOf(Shuffle.PART, n - from)
            val words = Words.write(attributes.key, attributes.counter + from / 2, (count + 1) / 2)
            Shuffle.part(words, order, n - 1 - from, count)
        }
        if (isWide) for (from in 0 until n step TURN) Shuffle.widen(order, y, from, minOf(n, from + TURN))
    }

    /** Calls of this length are soon compiled. */
    private const val TURN = 4096
}
