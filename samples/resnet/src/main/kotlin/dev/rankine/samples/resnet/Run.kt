package dev.rankine.samples.resnet

import com.github.ajalt.mordant.terminal.Terminal
import dev.rankine.data.DataLoader
import dev.rankine.data.Dataset
import dev.rankine.data.LabelledImages
import dev.rankine.data.dataset
import dev.rankine.io.ModelFile
import dev.rankine.io.SafetensorsFile
import dev.rankine.ops.manualSeed
import dev.rankine.train.Checkpoints
import dev.rankine.train.Environment
import dev.rankine.train.evaluateBlocking
import dev.rankine.train.progress.Progress
import java.nio.file.Path
import java.util.Locale
import kotlin.math.roundToInt

/** What the program does once the options are known; every line goes to [terminal]. */
internal class Run(private val terminal: Terminal, private val source: Source) {
    /** Trains a network until it has seen all images [epochs] times, new or on from [checkpoints], tests it, and saves it to [file]. */
    fun train(
        width: Int,
        seed: Long,
        epochs: Int,
        batchSize: Int,
        learningRate: Double,
        file: Path,
        checkpoints: Checkpoints,
        resume: Boolean,
    ) {
        ModelFile.requireWritable(file)
        val settings = Settings(width, source.normalizations())
        say("environment", Environment.machine())
        say("backend", Environment.backend())
        say("data", "${source.name}: ${source.images.train.count} to learn from, ${source.images.test.count} to test")
        manualSeed(seed)
        val model = ResNet18(width)
        say("model", "18 layers, $width to ${8 * width} channels, ${grouped(model.parameterCount())} parameters")
        val examples = DataLoader(examples(source.images.train, settings), batchSize, shuffle = true, seed = seed)
        val trainer = trainer(model, examples, epochs, learningRate, Progress.console(terminal), checkpoints)
        if (resume) {
            trainer.resume(checkpoints.last)
            say("resumed", "${checkpoints.last}, epochs finished: ${trainer.finishedEpochs}")
        }
        trainer.fitBlocking((epochs - trainer.finishedEpochs).coerceAtLeast(0))
        test(model, settings)
        val bytes = ModelFile.save(file, model, settings.toMetadata())
        say("saved", "$file (${grouped(bytes)} bytes)")
    }

    /** Loads the model in [file] and tests it. */
    fun use(file: Path) {
        val settings = Settings.of(SafetensorsFile.open(file).metadata, "$file")
        val model = ResNet18(settings.width)
        ModelFile.load(file, model)
        say("loaded", "$file: ${settings.width} to ${8 * settings.width} channels")
        test(model, settings)
    }

    private fun examples(images: LabelledImages, settings: Settings): Dataset<Examples> =
        images.dataset(Batch, Colors, Rows, Columns, settings.normalizations)

    private fun test(model: ResNet18, settings: Settings) {
        val images = examples(source.images.test, settings)
        say("test", "${evaluateBlocking(model, DataLoader(images, TEST_BATCH), lossOf(model))}")
        val shares = rightByKind(model, images, TEST_BATCH)
        say(
            "by kind",
            source.kinds.zip(shares) { kind, share -> "$kind ${share?.let { "${(100 * it).roundToInt()} %" } ?: "-"}" }.joinToString(),
        )
    }

    private fun say(what: String, text: String) = terminal.rawPrint("${what.padEnd(WHAT)}$text\n")

    private fun grouped(number: Long): String = "%,d".format(Locale.ROOT, number)

    private companion object {
        const val TEST_BATCH = 250
        const val WHAT = 13
    }
}
