package dev.rankine.train

import java.nio.file.Path

/**
 * Where and when a [Trainer] writes checkpoints. [last] is written anew every [everyEpochs] epochs, every [everySteps] steps of the
 * optimizer, and whenever training ends or is stopped; [best] whenever validation gives the best number so far. Of the [bestCount] best
 * epochs each has a file of its own too, [ofEpoch], where [bestCount] is above 1.
 *
 * ```
 * val checkpoints = Checkpoints(Paths.get("runs"), everySteps = 1000, stopOnSignal = true)
 * val trainer = Trainer(model, Adam(model.parameters()), examples, checkpoints = checkpoints) { (x, y) -> crossEntropy(model(x), y) }
 * if (resume) trainer.resume(checkpoints.last)
 * trainer.fitBlocking(epochs = 20 - trainer.finishedEpochs, validation)
 * ```
 *
 * A file is replaced in one step: it is a whole checkpoint at any time, whatever happens to the process.
 *
 * @property folder where the files are; it is made if it is missing.
 * @property everyEpochs after how many epochs [last] is written, counted from the first epoch of all; null for never.
 * @property everySteps after how many steps of the optimizer [last] is written within an epoch; null for never.
 * @property keepBest what makes an epoch the best one; null keeps none. It needs validation examples: without them there is no [best].
 * @property bestCount how many of the best epochs are kept; what a better epoch pushes out is deleted.
 * @property stopOnSignal whether Ctrl-C, `kill` and `System.exit` while [Trainer.fit] runs let it finish its step and write [last] before
 *   the process ends, for at most 30 seconds. `fit` does not return then; the exit status is the signal's, 130 or 143. In the loss function itself call
 *   [Trainer.stop], not `System.exit`, which would wait for the very step that it is in.
 * @property configuration texts to store in the files: what a program needs to make the same model and trainer again.
 * @throws IllegalArgumentException if a number is below 1 or a text has a name that checkpoints use themselves.
 */
public class Checkpoints(
    public val folder: Path,
    public val everyEpochs: Int? = 1,
    public val everySteps: Int? = null,
    public val keepBest: Best? = Best.LOSS,
    public val bestCount: Int = 1,
    public val stopOnSignal: Boolean = false,
    public val configuration: Map<String, String> = emptyMap(),
) {
    /** The checkpoint to go on from, `last.safetensors`. */
    public val last: Path = folder.resolve("last.safetensors")

    /** The checkpoint of the best epoch, `best.safetensors`; `ModelFile.load` reads its model. */
    public val best: Path = folder.resolve("best.safetensors")

    /** The checkpoint of epoch number [epoch] while it is one of the [bestCount] best, `epoch-12.safetensors`. */
    public fun ofEpoch(epoch: Int): Path = folder.resolve("epoch-$epoch.safetensors")

    init {
        require(bestCount >= 1) { "checkpoints: a number of best epochs cannot be below 1: bestCount = $bestCount" }
        require(everyEpochs == null || everyEpochs >= 1) { "checkpoints: a number of epochs cannot be below 1: everyEpochs = $everyEpochs" }
        require(everySteps == null || everySteps >= 1) { "checkpoints: a number of steps cannot be below 1: everySteps = $everySteps" }
        Checkpoint.requireFree(configuration)
    }
}
