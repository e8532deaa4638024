// The loss compares scores with labels that were kept from a batch of another size.
// source: https://github.com/rentruewang/aioway/issues/13
// caught: run

import dev.rankine.data.*
import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Pixels : Dim<Pixels>(16)
object Digit : Dim<Digit>(10)

fun batches(dropLast: Boolean = false): Sequence<Labelled<Mat<Batch, Pixels>, Vec<Batch>>> {
    val all = TensorDataset(normal(Batch of 72, Pixels), zeros(Batch of 72, DType.I64))
    return DataLoader(all, batchSize = 32, dropLast = dropLast).sequence(epoch = 0)
}

fun wrong() {
    val model = Linear(Pixels, Digit)
    val (_, first) = batches().first()
    for ((images, labels) in batches()) {
        val loss = crossEntropy(model(images), first)
    }
}

fun right() {
    val model = Linear(Pixels, Digit)
    val (_, first) = batches().first()
    for ((images, labels) in batches()) {
        val loss = crossEntropy(model(images), labels)
    }
}

// message:
// ShapeException: cross_entropy: Batch differs: 8 != 32
//   input        [Batch = 8, Digit = 10]
//   target       [Batch = 32]
//   Batch of 8   a batch of 8 of 72 examples
//   Batch of 32  a batch of 32 of 72 examples
