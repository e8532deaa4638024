package dev.rankine.golden.ops

import dev.rankine.ops.exp
import dev.rankine.ops.invoke
import dev.rankine.ops.log
import dev.rankine.ops.mul
import dev.rankine.ops.neg

internal fun AdapterTable.elementwise() {
    op("exp", "input") { exp(tensor("input")) }
    op("log", "input") { log(tensor("input")) }
    op("neg", "input") { neg(tensor("input")) }
    op("mul", "input other") { mul(tensor("input"), tensor("other")) }
}
