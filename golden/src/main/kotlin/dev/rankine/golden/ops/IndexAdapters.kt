package dev.rankine.golden.ops

import dev.rankine.golden.absent
import dev.rankine.golden.modules.bagMode
import dev.rankine.ops.embedding
import dev.rankine.ops.embeddingBag
import dev.rankine.ops.gather
import dev.rankine.ops.indexAdd
import dev.rankine.ops.indexSelect
import dev.rankine.ops.maskedSelect
import dev.rankine.ops.nonzero
import dev.rankine.ops.oneHot
import dev.rankine.ops.scatter
import dev.rankine.ops.scatterAdd
import dev.rankine.ops.take
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
    op("scatter", "input dim index src") {
        if (has("reduce")) absent("scatter with reduce")
        if (isTensor("src")) {
            scatter(tensor("input"), int("dim"), tensor("index"), tensor("src"))
        } else {
            scatter(tensor("input"), int("dim"), tensor("index"), number("src"))
        }
    }
    op("nn.functional.embedding", "weight indices padding_idx") { embedding(tensor("weight"), tensor("indices"), intOrNull("padding_idx")) }
    op("nn.functional.embedding_bag", "weight indices") {
        embeddingBag(
            tensor("weight"),
            tensor("indices"),
            bagMode(),
            tensorOrNull("offsets"),
            tensorOrNull("per_sample_weights"),
            flag("include_last_offset", false),
            intOrNull("padding_idx"),
        )
    }
    op("nn.functional.one_hot", "input num_classes") { oneHot(tensor("input"), int("num_classes", -1)) }
    op("take", "input index") { take(tensor("input"), tensor("index")) }
    op("masked_select", "input mask") { maskedSelect(tensor("input"), tensor("mask")) }
    op("nonzero", "input") {
        if (flag("as_tuple", false)) absent("nonzero as a tuple")
        nonzero(tensor("input"))
    }
}
