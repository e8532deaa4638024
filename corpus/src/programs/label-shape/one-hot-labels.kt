// Labels are rows of 0 and 1 where the loss wants the numbers of classes.
// source: https://github.com/pytorch/pytorch/issues/1258
// caught: types

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Character : Dim<Character>(253)

fun wrong() {
    val scores = normal(Batch of 4, Character)
    val labels = zeros(Batch of 4, DType.I64).oneHot(Character)
    val loss = crossEntropy(scores, labels)
}

fun right() {
    val scores = normal(Batch of 4, Character)
    val labels = zeros(Batch of 4, DType.I64).oneHot(Character)
    val loss = crossEntropy(scores, labels.argmax(Character))
}

// message:
// Argument type mismatch: actual type is 'Tensor<Mat<Batch, Character>>', but 'Tensor<Vec<Batch>>' was expected.
