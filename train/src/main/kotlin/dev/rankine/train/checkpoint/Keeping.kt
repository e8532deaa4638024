package dev.rankine.train

import dev.rankine.io.ModelFile
import dev.rankine.shapes.FormatException
import java.io.IOException
import java.nio.file.Files
import java.nio.file.Path

/** Writes [checkpoints] of [trainer] while it trains. A folder that cannot be written to is found before the first step. */
internal class Keeping(private val checkpoints: Checkpoints, private val trainer: Trainer<*>) {
    /** Epochs and batches in the last file that was written. */
    private var saved: Pair<Int, Int>? = null

    private val files = ArrayList<Path>()

    private val place get() = trainer.finishedEpochs to trainer.position.batches

    init {
        try {
            Files.createDirectories(checkpoints.folder)
        } catch (refused: IOException) {
            throw FormatException("${checkpoints.folder}", "cannot be made: ${refused.message}", cause = refused)
        }
        ModelFile.requireWritable(checkpoints.last)
        ModelFile.requireWritable(checkpoints.best)
    }

    /** After a step of the optimizer. */
    fun afterStep() {
        val every = checkpoints.everySteps ?: return
        if (trainer.optimizer.steps % every == 0) saveLast()
    }

    /** After an epoch and its validation, which made the best epochs what they are now from those [before]. */
    fun afterEpoch(before: List<BestEpoch>) {
        val now = trainer.bestEpochs
        if (checkpoints.bestCount > 1) {
            if (now.any { it.number == trainer.finishedEpochs }) save(checkpoints.ofEpoch(trainer.finishedEpochs))
            (before - now.toSet()).forEach { Files.deleteIfExists(checkpoints.ofEpoch(it.number)) }
        }
        if (now.firstOrNull()?.number == trainer.finishedEpochs) save(checkpoints.best)
        val every = checkpoints.everyEpochs ?: return
        if (trainer.finishedEpochs % every == 0) saveLast()
    }

    /** When training ends, however; returns what was done in words. */
    fun atEnd(): String {
        if (saved != place) saveLast()
        return "saved ${checkpoints.last}"
    }

    /** The files that were written since this was asked last. */
    fun written(): List<Path> = files.toList().also { files.clear() }

    private fun saveLast() {
        save(checkpoints.last)
        saved = place
    }

    private fun save(path: Path) {
        Checkpoint.save(path, trainer, checkpoints.configuration)
        files.add(path)
    }
}
