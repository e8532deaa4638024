package dev.rankine.golden.ops

import dev.rankine.ops.sum

internal fun AdapterTable.reductions() {
    op("sum", "input dim keepdim") { sum(tensor("input"), intsOrNull("dim"), flag("keepdim", false), dtypeOrNull("dtype")) }
}
