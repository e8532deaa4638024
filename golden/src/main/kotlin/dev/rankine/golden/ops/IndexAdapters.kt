package dev.rankine.golden.ops

import dev.rankine.golden.absent
import dev.rankine.ops.gather
import dev.rankine.ops.indexAdd
import dev.rankine.ops.indexSelect
import dev.rankine.ops.scatterAdd
import dev.rankine.ops.takeAlongAxis

internal fun AdapterTable.indexing() {
    op("gather", "input dim index") { gather(tensor("input"), int("dim"), tensor("index")) }
    op("scatter_add", "input dim index src") { scatterAdd(tensor("input"), int("dim"), tensor("index"), tensor("src")) }
    op("index_select", "input dim index") { indexSelect(tensor("input"), int("dim"), tensor("index")) }
    op("index_add", "input dim index source") {
        indexAdd(tensor("input"), int("dim"), tensor("index"), tensor("source"), numberOrNull("alpha") ?: 1)
    }
    op("take_along_dim", "input indices dim") {
        takeAlongAxis(tensor("input"), tensor("indices"), intOrNull("dim") ?: absent("take_along_dim without dim"))
    }
}
