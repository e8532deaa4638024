package dev.rankine.benchmarks.jmh

import dev.rankine.ops.Value
import dev.rankine.ops.softmax
import kotlinx.benchmark.Param

/** Over the last axis of `[4096, n]`. */
open class Softmax : OneOp() {
    @Param("64", "1000")
    var n: Int = 0

    override fun open(): () -> Value {
        val x = numbers(4096, n)
        return { softmax(x, -1) }
    }
}
