package dev.rankine.benchmarks.jmh

import dev.rankine.ops.Value
import dev.rankine.ops.matmul
import kotlinx.benchmark.Param

/** `[n, n] x [n, n]`. */
open class Gemm : OneOp() {
    @Param("64", "256", "1024")
    var n: Int = 0

    override fun open(): () -> Value {
        val (x, y) = numbers(n, n) to numbers(n, n)
        return { matmul(x, y) }
    }
}
