// 33 examples in batches of 32 leave one, and a batch of one has no variance to normalize with.
// source: https://github.com/pyg-team/pytorch_geometric/issues/199
// caught: run

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Pixels : Dim<Pixels>(16)

fun wrong() {
    val norm = BatchNorm1d(Pixels)
    for (size in listOf(32, 1)) println(norm(normal(Batch of size, Pixels)).sizes)
}

fun right() {
    val norm = BatchNorm1d(Pixels)
    for (size in listOf(32)) println(norm(normal(Batch of size, Pixels)).sizes)
}

// message:
// ShapeException: batch_norm: a channel needs more than one element while training: 1 given
//   input  [Batch = 1, Pixels = 16]
