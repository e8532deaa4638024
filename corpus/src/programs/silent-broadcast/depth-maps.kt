// Predicted depths have an axis of one channel, the true ones do not: two pictures would meet each
// of two.
// source: https://github.com/jiwei0921/CoNet/issues/3
// caught: types

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Depth : Dim<Depth>(1)
object Rows : Dim<Rows>(8)
object Columns : Dim<Columns>(8)

fun wrong() {
    val predicted = normal(Batch of 2, Depth, Rows, Columns)
    val measured = normal(Batch of 2, Rows, Columns)
    val loss = l1Loss(predicted, measured)
}

fun right() {
    val predicted = normal(Batch of 2, Depth, Rows, Columns)
    val measured = normal(Batch of 2, Rows, Columns)
    val loss = l1Loss(predicted.select(Depth, 0), measured)
}

// message:
// Argument type mismatch: actual type is 'Tensor<Cube<Batch, Rows, Columns>>', but 'Tensor<Rank4<Batch, Depth, Rows, Columns>>' was expected.
