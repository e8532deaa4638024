package dev.rankine.golden.ops

import dev.rankine.ops.Op1
import dev.rankine.ops.Op2
import dev.rankine.ops.add
import dev.rankine.ops.div
import dev.rankine.ops.eq
import dev.rankine.ops.exp
import dev.rankine.ops.ge
import dev.rankine.ops.gt
import dev.rankine.ops.invoke
import dev.rankine.ops.le
import dev.rankine.ops.log
import dev.rankine.ops.lt
import dev.rankine.ops.mul
import dev.rankine.ops.ne
import dev.rankine.ops.neg
import dev.rankine.ops.sub
import dev.rankine.ops.to

internal fun AdapterTable.elementwise() {
    for (row in listOf(exp, log, neg)) unary(row)
    for (row in listOf(mul, eq, ne, lt, le, gt, ge)) binary(row)
    for (row in listOf(add, sub)) {
        op(row.name, "input other alpha") {
            if (has("alpha")) absent("${row.name} with alpha")
            row(tensor("input"), tensor("other"))
        }
    }
    op("div", "input other rounding_mode") {
        if (has("rounding_mode")) absent("div with rounding_mode")
        div(tensor("input"), tensor("other"))
    }
    op("to", "input device dtype non_blocking copy") {
        ignore("device", "non_blocking", "copy", "memory_format")
        to(tensor("input"), dtypeOrNull("dtype") ?: absent("to without dtype"))
    }
}

/** An op that is called by its row, under PyTorch's name. */
internal fun AdapterTable.unary(row: Op1<Unit>, name: String = row.names.torch) = op(name, "input") { row(tensor("input")) }

/** An op that is called by its row, under PyTorch's name. */
internal fun AdapterTable.binary(row: Op2<Unit>, name: String = row.names.torch) = op(name, "input other") { row(tensor("input"), tensor("other")) }
