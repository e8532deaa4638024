package dev.rankine.samples.quickstart

import dev.rankine.data.DataLoader
import dev.rankine.optim.Adam
import dev.rankine.optim.OneCycleSchedule
import dev.rankine.optim.Schedule
import dev.rankine.train.Checkpoints
import dev.rankine.train.Trainer
import dev.rankine.train.progress.Progress

/**
 * What `--model` names, and how it learns.
 *
 * @property create a new model.
 * @property learningRate what `--lr` is by default.
 * @param schedule the way of the learning rate, from its largest value and the number of all steps; null if it stays.
 */
internal class Recipe(
    val create: () -> Classifier,
    val learningRate: Double,
    private val schedule: (learningRate: Double, steps: Int) -> Schedule? = { _, _ -> null },
) {
    /** Teaches [model] by Adam, for [epochs] epochs of [examples], and keeps the state of training in [checkpoints]. */
    fun trainer(
        model: Classifier,
        examples: DataLoader<Digits>,
        epochs: Int,
        learningRate: Double,
        progress: Progress,
        checkpoints: Checkpoints? = null,
    ): Trainer<Digits> =
        Trainer(
            model.module,
            Adam(model.module.parameters(), learningRate),
            examples,
            progress,
            schedule = schedule(learningRate, epochs * examples.batches),
            checkpoints = checkpoints,
            loss = lossOf(model),
        )

    companion object {
        /** All, by the word that `--model` takes. */
        val all: Map<String, Recipe> =
            mapOf(
                "linear" to Recipe(::linearModel, 0.001),
                "small" to Recipe(::smallMlp, 0.001),
                "mlp" to Recipe(::mlp, 0.001),
                "cnn" to Recipe(::cnn, 0.01) { rate, steps -> OneCycleSchedule(rate, steps) },
            )
    }
}
