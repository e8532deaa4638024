package dev.rankine.samples.quickstart

import dev.rankine.data.Labelled
import dev.rankine.nn.Linear
import dev.rankine.nn.relu
import dev.rankine.nn.then
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Vec
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.crossEntropy
import dev.rankine.train.Metrics

internal object Batch : Dim<Batch>()

internal object Pixels : Dim<Pixels>(28 * 28)

internal object Hidden : Dim<Hidden>(256)

internal object Few : Dim<Few>(64)

internal object Digit : Dim<Digit>(10)

/** Images as rows of pixels, and which digit each one shows. */
internal typealias Digits = Labelled<Mat<Batch, Pixels>, Vec<Batch>>

internal fun linearModel(): Classifier = Classifier(Linear(Pixels, Digit))

internal fun smallMlp(): Classifier = Classifier(Linear(Pixels, Few).relu() then Linear(Few, Digit))

internal fun mlp(): Classifier = Classifier(Linear(Pixels, Hidden).relu() then Linear(Hidden, Digit))

internal fun cnn(): Classifier = Classifier(ConvolutionalNet())

/** The mean cross entropy of a batch. Scores are a `Tensor<Mat<Batch, Digit>>`: the compiler found that out. */
internal fun lossOf(model: Classifier): Metrics.(Digits) -> Tensor<Scalar> =
    { (images, digits) ->
        val scores = model(images)
        accuracy(scores, digits)
        crossEntropy(scores, digits)
    }
