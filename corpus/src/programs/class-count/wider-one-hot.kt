// Labels as rows of 0 and 1 have eight classes, the model's scores seven.
// source: https://github.com/tensorflow/tensorflow/issues/52060
// caught: types

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Emotion : Dim<Emotion>(7)
object Mood : Dim<Mood>(8)

fun wrong() {
    val scores = normal(Batch of 4, Emotion).softmax(Emotion)
    val labels = zeros(Batch of 4, DType.I64).oneHot(Mood).to(DType.F32)
    val loss = mseLoss(scores, labels)
}

fun right() {
    val scores = normal(Batch of 4, Emotion).softmax(Emotion)
    val labels = zeros(Batch of 4, DType.I64).oneHot(Emotion).to(DType.F32)
    val loss = mseLoss(scores, labels)
}

// message:
// Argument type mismatch: actual type is 'Tensor<Mat<Batch, Mood>>', but 'Tensor<Mat<Batch, Emotion>>' was expected.
