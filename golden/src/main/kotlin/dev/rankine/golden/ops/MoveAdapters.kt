package dev.rankine.golden.ops

import dev.rankine.golden.absent
import dev.rankine.ops.PadMode
import dev.rankine.ops.broadcastTo
import dev.rankine.ops.cat
import dev.rankine.ops.chunk
import dev.rankine.ops.constantPad
import dev.rankine.ops.contiguous
import dev.rankine.ops.copy
import dev.rankine.ops.diagEmbed
import dev.rankine.ops.diagonal
import dev.rankine.ops.diagonalScatter
import dev.rankine.ops.expand
import dev.rankine.ops.flatten
import dev.rankine.ops.flip
import dev.rankine.ops.invoke
import dev.rankine.ops.item
import dev.rankine.ops.movedim
import dev.rankine.ops.narrow
import dev.rankine.ops.pad
import dev.rankine.ops.permute
import dev.rankine.ops.repeat
import dev.rankine.ops.reshape
import dev.rankine.ops.roll
import dev.rankine.ops.select
import dev.rankine.ops.selectScatter
import dev.rankine.ops.slice
import dev.rankine.ops.sliceScatter
import dev.rankine.ops.split
import dev.rankine.ops.squeeze
import dev.rankine.ops.stack
import dev.rankine.ops.t
import dev.rankine.ops.tile
import dev.rankine.ops.trace
import dev.rankine.ops.transpose
import dev.rankine.ops.tril
import dev.rankine.ops.triu
import dev.rankine.ops.unbind
import dev.rankine.ops.unflatten
import dev.rankine.ops.unsqueeze
import dev.rankine.ops.view

internal fun AdapterTable.movements() {
    op("reshape", "input shape") { reshape(tensor("input"), *ints("shape").toIntArray()) }
    op("permute", "input dims") { permute(tensor("input"), *ints("dims").toIntArray()) }
    op("transpose", "input dim0 dim1") { transpose(tensor("input"), int("dim0"), int("dim1")) }
    op("broadcast_to", "input size") { broadcastTo(tensor("input"), sizes("size")) }
    op("unsqueeze", "input dim") { unsqueeze(tensor("input"), int("dim")) }
    op("squeeze", "input dim") { intOrNull("dim")?.let { squeeze(tensor("input"), it) } ?: squeeze(tensor("input")) }
    op("clone", "input") { copy(tensor("input")) }
    op("contiguous", "input") { contiguous(tensor("input")) }
    op("view", "input size") { view(tensor("input"), *ints("size").toIntArray()) }
    op("expand", "input size") { expand(tensor("input"), *ints("size").toIntArray()) }
    op("flatten", "input start_dim end_dim") { flatten(tensor("input"), int("start_dim", 0), int("end_dim", -1)) }
    op("unflatten", "input dim sizes") { unflatten(tensor("input"), int("dim"), *ints("sizes").toIntArray()) }
    op("t", "input") { t(tensor("input")) }
    op("flip", "input dims") { flip(tensor("input"), *ints("dims").toIntArray()) }
    op("roll", "input shifts dims") {
        if (!has("dims")) absent("roll of the flattened elements")
        roll(tensor("input"), ints("shifts"), ints("dims"))
    }
    op("movedim", "input source destination") { movedim(tensor("input"), ints("source"), ints("destination")) }
    parts()
    joins()
    splits()
    triangles()
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
    op("nn.functional.pad", "input pad mode value") { pad(tensor("input"), ints("pad"), padMode(), numberOrNull("value") ?: 0) }
    op("repeat", "input repeats") { repeat(tensor("input"), *ints("repeats").toIntArray()) }
    op("tile", "input dims") { tile(tensor("input"), *ints("dims").toIntArray()) }
}

private fun AdapterTable.splits() {
    ops("split", "input split_size dim") {
        if (isList("split_size")) {
            split(tensor("input"), ints("split_size"), int("dim", 0))
        } else {
            split(tensor("input"), int("split_size"), int("dim", 0))
        }
    }
    ops("split_with_sizes", "input split_sizes dim") { split(tensor("input"), ints("split_sizes"), int("dim", 0)) }
    ops("chunk", "input chunks dim") { chunk(tensor("input"), int("chunks"), int("dim", 0)) }
    ops("unbind", "input dim") { unbind(tensor("input"), int("dim", 0)) }
}

private fun AdapterTable.triangles() {
    op("tril", "input diagonal") { tril(tensor("input"), int("diagonal", 0)) }
    op("triu", "input diagonal") { triu(tensor("input"), int("diagonal", 0)) }
    op("diagonal", "input offset dim1 dim2") { diagonal(tensor("input"), int("offset", 0), int("dim1", 0), int("dim2", 1)) }
    op("diagonal_scatter", "input src offset dim1 dim2") {
        diagonalScatter(tensor("input"), tensor("src"), int("offset", 0), int("dim1", 0), int("dim2", 1))
    }
    op("diag_embed", "input offset dim1 dim2") {
        diagEmbed(tensor("input"), int("offset", 0), int("dim1", -2), int("dim2", -1))
    }
    op("trace", "input") { trace(tensor("input")) }
}

private fun Arguments.padMode(): PadMode {
    val word = text("mode", "constant")
    return PadMode.entries.firstOrNull { it.name.equals(word, ignoreCase = true) } ?: absent("padding mode $word")
}

/** PyTorch takes a tensor of one number as well. */
private fun Arguments.start(): Int = if (isTensor("start")) tensor("start").item().toInt() else int("start")
