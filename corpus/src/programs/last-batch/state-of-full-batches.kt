// A state is made once for batches of 32; the last batch of 72 examples has 8.
// source: https://github.com/miyamotok0105/pytorch_handbook/issues/11
// caught: run

import dev.rankine.data.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Pixels : Dim<Pixels>(16)

fun batches(dropLast: Boolean = false): Sequence<Labelled<Mat<Batch, Pixels>, Vec<Batch>>> {
    val all = TensorDataset(normal(Batch of 72, Pixels), zeros(Batch of 72, DType.I64))
    return DataLoader(all, batchSize = 32, dropLast = dropLast).sequence(epoch = 0)
}

fun wrong() {
    val state = zeros(Batch of 32, Pixels)
    for ((images, _) in batches()) {
        val next = (state + images).tanh()
    }
}

fun right() {
    val state = zeros(Batch of 32, Pixels)
    for ((images, _) in batches(dropLast = true)) {
        val next = (state + images).tanh()
    }
}

// message:
// ShapeException: add: sizes do not broadcast: 32 against 8 on axis -2
//   left         [Batch = 32, Pixels = 16]
//   right        [Batch = 8, Pixels = 16]
//   Batch of 32  state-of-full-batches.kt:18
//   Batch of 8   a batch of 8 of 72 examples
