package dev.rankine.golden.ops

import dev.rankine.ops.broadcastTo
import dev.rankine.ops.permute
import dev.rankine.ops.reshape
import dev.rankine.ops.squeeze
import dev.rankine.ops.transpose
import dev.rankine.ops.unsqueeze

internal fun AdapterTable.movements() {
    op("reshape", "input shape") { reshape(tensor("input"), *ints("shape").toIntArray()) }
    op("permute", "input dims") { permute(tensor("input"), *ints("dims").toIntArray()) }
    op("transpose", "input dim0 dim1") { transpose(tensor("input"), int("dim0"), int("dim1")) }
    op("broadcast_to", "input size") { broadcastTo(tensor("input"), sizes("size")) }
    op("unsqueeze", "input dim") { unsqueeze(tensor("input"), int("dim")) }
    op("squeeze", "input dim") { intOrNull("dim")?.let { squeeze(tensor("input"), it) } ?: squeeze(tensor("input")) }
}
