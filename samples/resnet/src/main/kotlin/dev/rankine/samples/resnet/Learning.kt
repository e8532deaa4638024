package dev.rankine.samples.resnet

import dev.rankine.data.DataLoader
import dev.rankine.optim.AdamW
import dev.rankine.optim.OneCycleSchedule
import dev.rankine.shapes.Scalar
import dev.rankine.tensor.Tensor
import dev.rankine.tensor.crossEntropy
import dev.rankine.train.Checkpoints
import dev.rankine.train.Metrics
import dev.rankine.train.Trainer
import dev.rankine.train.progress.Progress

private const val WEIGHT_DECAY = 0.05

/** The mean cross entropy of a batch. Scores are a `Tensor<Mat<Batch, Kind>>`: the compiler found that out. */
internal fun lossOf(model: ResNet18): Metrics.(Examples) -> Tensor<Scalar> =
    { (images, kinds) ->
        val scores = model(images)
        accuracy(scores, kinds)
        crossEntropy(scores, kinds)
    }

/**
 * Teaches [model] by AdamW for [epochs] epochs of [examples]; its learning rate rises to [learningRate] and falls again.
 * Smith & Topin, arXiv:1708.07120.
 */
internal fun trainer(
    model: ResNet18,
    examples: DataLoader<Examples>,
    epochs: Int,
    learningRate: Double,
    progress: Progress,
    checkpoints: Checkpoints? = null,
): Trainer<Examples> =
    Trainer(
        model,
        AdamW(model.parameters(), learningRate, weightDecay = WEIGHT_DECAY),
        examples,
        progress,
        schedule = OneCycleSchedule(learningRate, epochs * examples.batches),
        checkpoints = checkpoints,
        loss = lossOf(model),
    )
