// 33 examples in batches of 32 leave one, and a batch of one has no variance to normalize with.
// source: https://github.com/bohaohuang/mrs/pull/34
// caught: run

import dev.rankine.data.*
import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Pixels : Dim<Pixels>(16)

fun batches(dropLast: Boolean = false): Sequence<Labelled<Mat<Batch, Pixels>, Vec<Batch>>> {
    val all = TensorDataset(normal(Batch of 33, Pixels), zeros(Batch of 33, DType.I64))
    return DataLoader(all, batchSize = 32, dropLast = dropLast).sequence(epoch = 0)
}

fun wrong() {
    val norm = BatchNorm1d(Pixels)
    for ((images, _) in batches()) {
        val normalized = norm(images)
    }
}

fun right() {
    val norm = BatchNorm1d(Pixels)
    for ((images, _) in batches(dropLast = true)) {
        val normalized = norm(images)
    }
}

// message:
// ShapeException: batch_norm: a channel needs more than one element while training: 1 given
//   input  [Batch = 1, Pixels = 16]
