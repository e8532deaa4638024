package dev.rankine.samples.quickstart

import com.github.ajalt.mordant.terminal.Terminal
import dev.rankine.data.DataLoader
import dev.rankine.data.Normalization
import dev.rankine.data.dataset
import dev.rankine.io.ModelFile
import dev.rankine.ops.manualSeed
import dev.rankine.shapes.RankineException
import dev.rankine.train.Checkpoints
import dev.rankine.train.Environment
import dev.rankine.train.evaluateBlocking
import dev.rankine.train.progress.Progress
import java.nio.file.Path
import java.util.Locale

/** What the program does once the options are known; every line goes to [terminal]. */
internal class Run(private val terminal: Terminal, private val source: Source, private val modelName: String, private val seed: Long) {
    private val recipe = Recipe.all.getValue(modelName)

    /** Trains a model until it has seen all images [epochs] times, new or on from [checkpoints], tests it, and saves it to [file]. */
    fun train(epochs: Int, batchSize: Int, learningRate: Double?, file: Path, checkpoints: Checkpoints, resume: Boolean) {
        ModelFile.requireWritable(file)
        say("environment", Environment.machine())
        say("backend", Environment.backend())
        say("data", "${source.name}: ${source.train.count} to learn from, ${source.test.count} to test")
        val model = newModel()
        describe(model)
        val normalization = normalizationOf(source)
        val examples = DataLoader(source.train.dataset(Batch, Pixels, normalization), batchSize, shuffle = true, seed = seed)
        val rate = learningRate ?: recipe.learningRate
        val trainer = recipe.trainer(model, examples, epochs, rate, Progress.console(terminal), checkpoints)
        if (resume) {
            trainer.resume(checkpoints.last)
            say("resumed", "${checkpoints.last}, epochs finished: ${trainer.finishedEpochs}")
        }
        trainer.fitBlocking((epochs - trainer.finishedEpochs).coerceAtLeast(0))
        test(model, normalization)
        val bytes = ModelFile.save(file, model.module, normalization.toMetadata() + ("model" to modelName))
        say("saved", "$file (${grouped(bytes)} bytes)")
    }

    /** Loads the model in [file], tests it, and shows what it sees in a few test images. */
    fun use(file: Path) {
        val model = newModel()
        val normalization = normalizationOf(ModelFile.load(file, model.module), file)
        say("loaded", "$file")
        test(model, normalization)
        val shown = IntArray(minOf(SHOWN, source.test.count)) { it }
        val seen = predict(model, source.test.dataset(Batch, Pixels, normalization), shown)
        val captions = shown.map { "predicted ${seen[it]}, is ${source.test.label(it)}" }
        terminal.rawPrint("\n${thumbnails(source.test, shown, captions)}\n")
    }

    /** Does [use] in a new process, which knows nothing but [file]. */
    fun useElsewhere(file: Path, arguments: List<String>) {
        say("new process", "loads $file")
        val status = freshProcess(arguments) { terminal.rawPrint("  $it\n") }
        if (status != 0) throw ProcessException("the new process failed: exit status $status")
    }

    private fun newModel(): Classifier {
        manualSeed(seed)
        return recipe.create()
    }

    private fun test(model: Classifier, normalization: Normalization) {
        val images = DataLoader(source.test.dataset(Batch, Pixels, normalization), TEST_BATCH)
        say("test", "${evaluateBlocking(model.module, images, lossOf(model))}")
    }

    private fun describe(model: Classifier) {
        val parameters = model.module.namedParameters().mapValues { it.value.value.sizes }
        say("model", "$modelName, ${grouped(parameters.values.sumOf { it.elements.toLong() })} parameters")
        val width = parameters.keys.maxOf { it.length } + 2
        for ((name, sizes) in parameters) say("", "${name.padEnd(width)}$sizes")
    }

    private fun say(what: String, text: String) = terminal.rawPrint("${what.padEnd(WHAT)}$text\n")

    private fun grouped(number: Long): String = "%,d".format(Locale.ROOT, number)

    private companion object {
        const val SHOWN = 3
        const val TEST_BATCH = 500
        const val WHAT = 13
    }
}

/** The new process did not end well; it has said why. */
internal class ProcessException(message: String) : RankineException(message)
