// How well states fit to each other: both are rows of a matrix, and one of them has to lie down.
// source: https://github.com/spro/practical-pytorch/issues/135
// caught: types

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Time : Dim<Time>()
object Hidden : Dim<Hidden>(256)

fun wrong() {
    val decoder = normal(Batch of 1, Hidden)
    val encoder = normal(Time of 7, Hidden)
    val energy = decoder matmul encoder
}

fun right() {
    val decoder = normal(Batch of 1, Hidden)
    val encoder = normal(Time of 7, Hidden)
    val energy = decoder matmul encoder.t()
}

// message:
// Argument type mismatch: actual type is 'Tensor<Mat<Time, Hidden>>', but 'Tensor<Mat<Hidden, Dim<*>>>' was expected.
