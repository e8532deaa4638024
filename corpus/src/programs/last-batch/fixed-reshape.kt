// The size of a batch stands in a reshape, and the last batch has another.
// source: https://deepai.org/publication/a-static-analyzer-for-detecting-tensor-shape-errors-in-deep-neural-network-training-code
// caught: run

import dev.rankine.data.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Pixels : Dim<Pixels>(16)
object Rows : Dim<Rows>(4)
object Columns : Dim<Columns>(4)

fun batches(dropLast: Boolean = false): Sequence<Labelled<Mat<Batch, Pixels>, Vec<Batch>>> {
    val all = TensorDataset(normal(Batch of 72, Pixels), zeros(Batch of 72, DType.I64))
    return DataLoader(all, batchSize = 32, dropLast = dropLast).sequence(epoch = 0)
}

fun wrong() {
    for ((images, _) in batches()) {
        val planes = images.reshape(Batch of 32, Rows, Columns)
    }
}

fun right() {
    for ((images, _) in batches()) {
        val planes = images.unflatten(Rows, Columns)
    }
}

// message:
// ShapeException: reshape: number of elements differs: 128 != 512
//   input        [Batch = 8, Pixels = 16]
//   target       [Batch = 32, Rows = 4, Columns = 4]
//   Batch of 8   a batch of 8 of 72 examples
//   Batch of 32  fixed-reshape.kt:21
