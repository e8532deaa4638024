package dev.rankine.train

import dev.rankine.io.ModelFile
import dev.rankine.io.Safetensors
import dev.rankine.io.SafetensorsFile
import dev.rankine.nn.StateException
import dev.rankine.ops.scope
import dev.rankine.shapes.FormatException
import java.nio.file.Path

/**
 * All that a training run needs to go on, bit for bit, in one safetensors file: model, optimizer, schedule, average, random generator, order of the
 * examples, epoch, batch, losses so far, and texts of the program's own.
 *
 * ```
 * Checkpoint.save(path, trainer)
 * Checkpoint.load(path, trainer) // in another process, with a trainer that was made in the same way
 * trainer.fitBlocking(epochs = 6 - trainer.finishedEpochs)
 * ```
 *
 * The model's tensors have the names of its state_dict, so that [ModelFile.load] reads the file too. Those of the optimizer are called
 * `.optimizer.0.weight.exp_avg`, which no module can be; those of an average `.average.mean.0.weight`; the numbers of the best epoch, where
 * [EarlyStopping] keeps them, `.best.0.weight`. The rest is JSON under `checkpoint` in the metadata.
 * [Trainer.fit] writes such files by itself; see [Checkpoints].
 */
public object Checkpoint {
    /**
     * Writes where [trainer] stands to [path], replacing what is there in one step. Within an epoch that is the optimizer's last step.
     * Not to be called while [Trainer.fit] runs: there [Checkpoints] says when.
     *
     * @param configuration texts to store with it; [load] and [ModelFile.load] give them back.
     * @throws FormatException if the file cannot be written; [path] is then as it was.
     * @throws IllegalArgumentException if a text has a name that checkpoints use themselves.
     */
    @JvmStatic
    @JvmOverloads
    public fun save(path: Path, trainer: Trainer<*>, configuration: Map<String, String> = emptyMap()) {
        requireFree(configuration)
        scope("checkpoint") {
            val state = optimizerTensors(trainer)
            val text = Snapshot.of(trainer, state.size).toJson().toString()
            val best =
                trainer.patience
                    ?.numbers
                    .orEmpty()
                    .mapKeys { BEST + it.key }
            ModelFile.save(path, trainer.model, configuration + mapOf(KEY to text), state + best + averageTensors(trainer))
        }
    }

    /**
     * Makes [trainer] stand where the one stood that was saved at [path], and returns the texts that were stored with it.
     *
     * The trainer must have been made in the same way: model, optimizer with its groups and settings, schedule, examples, order, batch
     * size, `accumulate`, `clipNorm`, early stopping, plateau and average. What its numbers are does not matter. A schedule is compared by its
     * rates at steps that were taken; where it differs only later, it may go on as it likes. The generator is set when [Trainer.fit] begins, on its thread.
     *
     * @throws FormatException if the file is missing, damaged or no checkpoint.
     * @throws StateException if it is of another training: everything that differs. In both cases nothing was changed.
     */
    @JvmStatic
    public fun load(path: Path, trainer: Trainer<*>): Map<String, String> {
        val file = SafetensorsFile.open(path)
        val text =
            file.metadata[KEY]
                ?: throw FormatException("$path", "is no checkpoint: it says nothing about training", "ModelFile.load reads models")
        val snapshot = Snapshot.of(Fields.parse("$path", text))
        val differences = Differences(file, snapshot, trainer).lines()
        if (differences.isNotEmpty()) {
            val count = if (differences.size == 1) "1 difference" else "${differences.size} differences"
            throw StateException(
                "$path: the checkpoint is of another training: $count; nothing was changed\n" + differences.joinToString("\n"),
            )
        }
        snapshot.checkFits(file, trainer)
        scope("checkpoint") {
            val best = bestTensors(file, trainer)
            trainer.restore(
                "$path",
                snapshot,
                modelTensors(file, trainer),
                optimizerState(file, trainer),
                best,
                averageState(file, trainer),
            )
        }
        return file.metadata - RESERVED
    }

    /** Refuses [configuration] if it has a name of ours. */
    internal fun requireFree(configuration: Map<String, String>) {
        val taken = configuration.keys.filter { it in RESERVED }
        require(taken.isEmpty()) { "checkpoint: the configuration cannot have the names that checkpoints use: ${taken.joinToString()}" }
    }

    private const val KEY = "checkpoint"
    private val RESERVED = setOf(KEY) + ModelFile.OWN_TEXTS
}
