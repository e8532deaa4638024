// Predictions stand in a column, targets in a row: their difference would be a square of all pairs.
// source: https://github.com/pytorch/pytorch/issues/4938
// source: https://github.com/pytorch/pytorch/pull/18349
// caught: types

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Features : Dim<Features>(4)

fun wrong() {
    val predictions = Linear(Features, Dyn of 1)(normal(Batch of 16, Features)).reshape(Batch of 16, Dyn of 1)
    val targets = normal(Batch of 16)
    val loss = mseLoss(predictions, targets)
}

fun right() {
    val predictions = Linear(Features, Dyn of 1)(normal(Batch of 16, Features)).reshape(Batch of 16)
    val targets = normal(Batch of 16)
    val loss = mseLoss(predictions, targets)
}

// message:
// Argument type mismatch: actual type is 'Tensor<Vec<Batch>>', but 'Tensor<Mat<Batch, Dyn>>' was expected.
