package dev.rankine.benchmarks.jmh

import dev.rankine.ops.Value
import dev.rankine.ops.add
import dev.rankine.ops.exp
import dev.rankine.ops.gelu
import dev.rankine.ops.tanh
import kotlinx.benchmark.Param

/** One function of each element of `[n]`. */
open class Elementwise : OneOp() {
    @Param("add", "exp", "tanh", "gelu")
    var op: String = ""

    @Param("1024", "65536", "1048576")
    var n: Int = 0

    override fun open(): () -> Value {
        val x = numbers(n)
        return when (op) {
            "add" -> ({ add(x, x) })
            "exp" -> ({ exp(x) })
            "tanh" -> ({ tanh(x) })
            else -> ({ gelu(x) })
        }
    }
}
