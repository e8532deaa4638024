// Rows of 0 and 1 are made one long vector: four times as many labels as examples.
// source: https://github.com/deepset-ai/FARM/issues/100
// caught: types

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Topic : Dim<Topic>(4)

fun wrong() {
    val scores = normal(Batch of 8, Topic)
    val labels = zeros(Batch of 8, DType.I64).oneHot(Topic)
    val loss = crossEntropy(scores, labels.merge())
}

fun right() {
    val scores = normal(Batch of 8, Topic)
    val labels = zeros(Batch of 8, DType.I64).oneHot(Topic)
    val loss = crossEntropy(scores, labels.argmax(Topic))
}

// message:
// Argument type mismatch: actual type is 'Tensor<Vec<Times<Batch, Topic>>>', but 'Tensor<Vec<Batch>>' was expected.
