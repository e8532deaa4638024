// A recurrent state is made with one row for each time step; it needs one for each example of the
// batch.
// source: https://github.com/MITDeepLearning/introtodeeplearning/issues/188
// caught: types

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Time : Dim<Time>()
object Letters : Dim<Letters>(26)
object Hidden : Dim<Hidden>(16)

fun wrong() {
    val text = normal(Batch of 4, Time of 12, Letters)
    val fromText = normal(Letters, Hidden)
    val fromState = normal(Hidden, Hidden)
    val state = zeros(Time of 12, Hidden)
    val next = ((text.select(Time, 0) matmul fromText) + (state matmul fromState)).tanh()
}

fun right() {
    val text = normal(Batch of 4, Time of 12, Letters)
    val fromText = normal(Letters, Hidden)
    val fromState = normal(Hidden, Hidden)
    val state = zeros(Batch of 4, Hidden)
    val next = ((text.select(Time, 0) matmul fromText) + (state matmul fromState)).tanh()
}

// message:
// Argument type mismatch: actual type is 'Tensor<Mat<Time, Hidden>>', but 'Tensor<out Mat<Batch, Hidden>>' was expected.
