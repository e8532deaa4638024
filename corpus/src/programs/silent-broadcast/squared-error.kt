// Predictions stand in a column, targets in a vector: their difference would be a square of all
// pairs.
// source: https://github.com/pytorch/pytorch/issues/4938
// source: https://github.com/pytorch/pytorch/pull/18349
// caught: types

import dev.rankine.nn.*
import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Features : Dim<Features>(4)
object Price : Dim<Price>(1)

fun wrong() {
    val predictions = Linear(Features, Price)(normal(Batch of 16, Features))
    val prices = normal(Batch of 16)
    val loss = mseLoss(predictions, prices)
}

fun right() {
    val predictions = Linear(Features, Price)(normal(Batch of 16, Features))
    val prices = normal(Batch of 16)
    val loss = mseLoss(predictions.select(Price, 0), prices)
}

// message:
// Argument type mismatch: actual type is 'Tensor<Vec<Batch>>', but 'Tensor<Mat<Batch, Price>>' was expected.
