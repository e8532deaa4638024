// One name, two sizes: the scores are made for four classes, the labels for ten.
// source: https://github.com/MiteshPuthran/Speech-Emotion-Analyzer/issues/52
// caught: plugin

import dev.rankine.shapes.*
import dev.rankine.tensor.*

object Batch : Dim<Batch>()
object Emotion : Dim<Emotion>()

fun wrong() {
    val scores = normal(Batch of 4, Emotion of 4).softmax(Emotion)
    val labels = zeros(Batch of 4, DType.I64).oneHot(Emotion of 10).to(DType.F32)
    val loss = mseLoss(scores, labels)
}

fun right() {
    val scores = normal(Batch of 4, Emotion of 10).softmax(Emotion)
    val labels = zeros(Batch of 4, DType.I64).oneHot(Emotion of 10).to(DType.F32)
    val loss = mseLoss(scores, labels)
}

// message:
// shape: mse_loss: Emotion differs: 4 != 10; input [Batch = 4, Emotion = 4], target [Batch = 4, Emotion = 10]
