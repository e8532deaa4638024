package dev.rankine.samples.quickstart

import dev.rankine.data.DataLoader
import dev.rankine.data.Labelled
import dev.rankine.nn.Layer
import dev.rankine.nn.Linear
import dev.rankine.nn.invoke
import dev.rankine.nn.relu
import dev.rankine.nn.then
import dev.rankine.optim.Adam
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Mat
import dev.rankine.shapes.Scalar
import dev.rankine.shapes.Vec
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.crossEntropy
import dev.rankine.train.Metrics
import dev.rankine.train.Trainer
import dev.rankine.train.progress.Progress

internal object Batch : Dim<Batch>()

internal object Pixels : Dim<Pixels>(28 * 28)

internal object Hidden : Dim<Hidden>(256)

internal object Few : Dim<Few>(64)

internal object Digit : Dim<Digit>(10)

/** Images as rows of pixels, and which digit each one shows. */
internal typealias Digits = Labelled<Mat<Batch, Pixels>, Vec<Batch>>

internal fun linearModel(): Layer<Pixels, Digit> = Linear(Pixels, Digit)

internal fun smallMlp(): Layer<Pixels, Digit> = Linear(Pixels, Few).relu() then Linear(Few, Digit)

internal fun mlp(): Layer<Pixels, Digit> = Linear(Pixels, Hidden).relu() then Linear(Hidden, Digit)

/** The mean cross entropy of a batch. Scores are a `Tensor<Mat<Batch, Digit>>`: the compiler found that out. */
internal fun lossOf(model: Layer<Pixels, Digit>): Metrics.(Digits) -> Tensor<Scalar> =
    { (images, digits) ->
        val scores = model(images)
        accuracy(scores, digits)
        crossEntropy(scores, digits)
    }

internal fun trainer(model: Layer<Pixels, Digit>, examples: DataLoader<Digits>, learningRate: Double, progress: Progress): Trainer<Digits> =
    Trainer(model, Adam(model.parameters(), learningRate), examples, progress, loss = lossOf(model))
