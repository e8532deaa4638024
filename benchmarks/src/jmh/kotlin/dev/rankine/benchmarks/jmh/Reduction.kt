package dev.rankine.benchmarks.jmh

import dev.rankine.ops.Value
import dev.rankine.ops.amax
import dev.rankine.ops.sum
import kotlinx.benchmark.Param

/** Over one axis of `[1024, 1024]`. */
open class Reduction : OneOp() {
    @Param("sum", "amax")
    var op: String = ""

    @Param("0", "1")
    var axis: Int = 0

    override fun open(): () -> Value {
        val x = numbers(1024, 1024)
        return if (op == "sum") ({ sum(x, listOf(axis)) }) else ({ amax(x, listOf(axis)) })
    }
}
