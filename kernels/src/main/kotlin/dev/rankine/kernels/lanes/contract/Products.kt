package dev.rankine.kernels.lanes

import dev.rankine.kernels.RangeBody
import dev.rankine.kernels.Workers

/**
 * Products of [left] and [right] matrices, `[m, k] [k, n] -> [m, n]`, whose results lie one after another at [c]. [bias] is the address of
 * one number a column, or 0.
 */
internal class Products(
    private val gemm: Gemm,
    private val m: Int,
    private val n: Int,
    private val k: Int,
    private val left: Matrices,
    private val right: Matrices,
    private val c: Long,
    private val bias: Long,
) : RangeBody {
    /** Computes the first [count] products. Many or small ones are shared among the threads, large ones share their blocks. */
    fun compute(count: Int) {
        val work = Gemm.work(m, n, k)
        if (count == 1 || (work >= Gemm.SHARED && count < 2 * Workers.count)) {
            for (i in 0 until count) {
                gemm.multiply(
                    m,
                    n,
                    k,
                    left.at(i),
                    left.down,
                    left.right,
                    right.at(i),
                    right.down,
                    right.right,
                    result(i),
                    n.toLong(),
                    bias = bias,
                )
            }
        } else {
            Workers.range(count, (Gemm.SHARED / 2 / maxOf(work, 1.0)).toInt().coerceIn(1, count), this)
        }
    }

    override fun run(from: Int, to: Int) {
        for (i in from until to) {
            gemm.single(
                m,
                n,
                k,
                left.at(i),
                left.down,
                left.right,
                right.at(i),
                right.down,
                right.right,
                result(i),
                n.toLong(),
                bias = bias,
            )
        }
    }

    private fun result(i: Int): Long = c + gemm.bytes.toLong() * i * m * n
}
