// Labels come as a column, one for each row; the loss wants a vector.
// source: https://github.com/pytorch/pytorch/issues/56542
// source: https://github.com/deepchem/deepchem/issues/2323
// caught: types

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Digit : Dim<Digit>(10)

fun wrong() {
    val scores = normal(Batch of 4, Digit)
    val labels = zeros(Batch of 4, DType.I64).unsqueezeLast()
    val loss = crossEntropy(scores, labels)
}

fun right() {
    val scores = normal(Batch of 4, Digit)
    val labels = zeros(Batch of 4, DType.I64).unsqueezeLast()
    val loss = crossEntropy(scores, labels.squeezeLast())
}

// message:
// Argument type mismatch: actual type is 'Tensor<Mat<Batch, Nothing>>', but 'Tensor<Vec<Batch>>' was expected.
