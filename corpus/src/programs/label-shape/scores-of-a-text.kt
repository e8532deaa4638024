// A model of text gives scores for each place of each text; the loss takes one row for each label.
// source: https://github.com/kyegomez/HeptapodLM/issues/7
// caught: types

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Time : Dim<Time>()
object Word : Dim<Word>(100)

fun wrong() {
    val scores = normal(Batch of 4, Time of 8, Word)
    val labels = zeros(Batch of 4, Time of 8, DType.I64)
    val loss = crossEntropy(scores, labels.mergeFirst())
}

fun right() {
    val scores = normal(Batch of 4, Time of 8, Word)
    val labels = zeros(Batch of 4, Time of 8, DType.I64)
    val loss = crossEntropy(scores.mergeFirst(), labels.mergeFirst())
}

// message:
// Argument type mismatch: actual type is 'Tensor<Cube<Batch, Time, Word>>', but 'Tensor<Mat<Times<Batch, Time>, Dim<*>>>' was expected.
