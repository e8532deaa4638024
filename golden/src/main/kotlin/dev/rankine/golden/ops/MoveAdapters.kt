package dev.rankine.golden.ops

import dev.rankine.golden.absent
import dev.rankine.ops.broadcastTo
import dev.rankine.ops.cat
import dev.rankine.ops.constantPad
import dev.rankine.ops.contiguous
import dev.rankine.ops.copy
import dev.rankine.ops.invoke
import dev.rankine.ops.item
import dev.rankine.ops.narrow
import dev.rankine.ops.permute
import dev.rankine.ops.reshape
import dev.rankine.ops.select
import dev.rankine.ops.selectScatter
import dev.rankine.ops.slice
import dev.rankine.ops.sliceScatter
import dev.rankine.ops.squeeze
import dev.rankine.ops.stack
import dev.rankine.ops.transpose
import dev.rankine.ops.unsqueeze

internal fun AdapterTable.movements() {
    op("reshape", "input shape") { reshape(tensor("input"), *ints("shape").toIntArray()) }
    op("permute", "input dims") { permute(tensor("input"), *ints("dims").toIntArray()) }
    op("transpose", "input dim0 dim1") { transpose(tensor("input"), int("dim0"), int("dim1")) }
    op("broadcast_to", "input size") { broadcastTo(tensor("input"), sizes("size")) }
    op("unsqueeze", "input dim") { unsqueeze(tensor("input"), int("dim")) }
    op("squeeze", "input dim") { intOrNull("dim")?.let { squeeze(tensor("input"), it) } ?: squeeze(tensor("input")) }
    op("clone", "input") { copy(tensor("input")) }
    op("contiguous", "input") { contiguous(tensor("input")) }
    parts()
    joins()
}

private fun AdapterTable.parts() {
    op("slice", "input dim start end step") {
        slice(tensor("input"), int("dim", 0), intOrNull("start"), intOrNull("end"), int("step", 1))
    }
    op("select", "input dim index") { select(tensor("input"), int("dim"), int("index")) }
    op("narrow", "input dim start length") { narrow(tensor("input"), int("dim"), start(), int("length")) }
    op("slice_scatter", "input src dim start end step") {
        sliceScatter(tensor("input"), tensor("src"), int("dim", 0), intOrNull("start"), intOrNull("end"), int("step", 1))
    }
    op("select_scatter", "input src dim index") { selectScatter(tensor("input"), tensor("src"), int("dim"), int("index")) }
}

private fun AdapterTable.joins() {
    op("cat", "tensors dim") { cat(tensors("tensors"), int("dim", 0)) }
    op("stack", "tensors dim") { stack(tensors("tensors"), int("dim", 0)) }
    op("constant_pad_nd", "input pad value") { constantPad(tensor("input"), ints("pad"), numberOrNull("value") ?: 0) }
    op("nn.functional.pad", "input pad mode value") {
        val mode = text("mode", "constant")
        if (mode != "constant") absent("padding mode $mode")
        constantPad(tensor("input"), ints("pad"), numberOrNull("value") ?: 0)
    }
}

/** PyTorch takes a tensor of one number as well. */
private fun Arguments.start(): Int = if (isTensor("start")) tensor("start").item().toInt() else int("start")
