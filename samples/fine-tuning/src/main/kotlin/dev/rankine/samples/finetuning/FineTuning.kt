package dev.rankine.samples.finetuning

import dev.rankine.data.DataLoader
import dev.rankine.data.Normalization
import dev.rankine.io.ModelFile
import dev.rankine.nn.Layer
import dev.rankine.nn.Linear
import dev.rankine.nn.relu
import dev.rankine.nn.summary
import dev.rankine.nn.then
import dev.rankine.ops.seedAll
import dev.rankine.optim.Adam
import dev.rankine.optim.Optimizer
import dev.rankine.shapes.Dim
import dev.rankine.shapes.RankineException
import dev.rankine.tensor.crossEntropy
import dev.rankine.train.Environment
import dev.rankine.train.Trainer
import dev.rankine.train.evaluateBlocking
import dev.rankine.train.progress.Progress
import java.nio.file.Path
import java.nio.file.Paths
import java.util.Locale
import kotlin.system.exitProcess

/** Gives a network that reads digits another task: is the digit in the mirror odd? The first argument may be the file of such a network. */
fun main(arguments: Array<String>) {
    try {
        FineTuning().run(arguments.firstOrNull()?.let { Paths.get(it) })
    } catch (refused: RankineException) {
        System.err.println("fine-tuning: ${refused.message}")
        exitProcess(2)
    }
}

/** [few] images of the new task to learn from; [many] of the old one, where its network has to be trained first. */
internal class FineTuning(private val few: Int = 200, private val many: Int = 12_000) {
    private val test = digits(TEST, seed = 1_000)

    fun run(file: Path?) {
        seedAll(42)
        println("environment    ${Environment.machine()}\nbackend        ${Environment.backend()}")

        // A network that reads digits: a body that finds features, a head that knows the ten digits.
        val body = Linear(Pixels, Feature).relu()
        val reader = body then Linear(Feature, Digit)
        val normalization = if (file == null) train(reader) else load(file, reader)

        // Another head, and few images: is the digit that is seen in a mirror odd?
        val learn = digits(few, seed = 7).mirroredParities().loader(normalization, batch = 20, isTraining = true)
        val judge = test.mirroredParities().loader(normalization, batch = 500, isTraining = false)
        val head = Linear(Feature, Parity)
        val model = body then head
        say("new head", "${accuracy(model, judge)} of odd and even told apart")

        // The head alone: the body is frozen.
        body.parameters().forEach { it.isTrainable = false }
        println("\n${model.summary { model(learn.sequence(0).first().inputs) }}\n")
        fit(model, Adam(head.parameters(), learningRate = 0.01), learn)
        say("head trained", accuracy(model, judge))

        // All of it, the body with a tenth of the head's learning rate.
        body.parameters().forEach { it.isTrainable = true }
        fit(model, Adam(listOf(Adam.Group(body.parameters(), 5e-4), Adam.Group(head.parameters(), 5e-3))), learn)
        say("fine-tuned", accuracy(model, judge))

        // The same images without what the body had learnt before.
        val scratch = Linear(Pixels, Feature).relu() then Linear(Feature, Parity)
        repeat(2) { fit(scratch, Adam(scratch.parameters(), learningRate = 1e-3), learn) }
        say("from scratch", accuracy(scratch, judge))
    }

    /** Teaches [reader] the digits and keeps what it has learnt. */
    private fun train(reader: Layer<Pixels, Digit>): Normalization {
        val images = digits(many, seed = 1)
        val normalization = Normalization.of(images)
        fit(reader, Adam(reader.parameters()), images.loader(normalization, batch = 64, isTraining = true), epochs = 3)
        say("digits", "${accuracy(reader, test.loader(normalization, batch = 500, isTraining = false))} read rightly")
        val file = Paths.get("target", "digits.safetensors")
        file.parent.toFile().mkdirs()
        ModelFile.save(file, reader, mapOf("mean" to "${normalization.mean}", "deviation" to "${normalization.deviation}"))
        say("saved", "$file")
        return normalization
    }

    /** Loads [reader] from [file]; the quickstart's `--model mlp` writes such files. */
    private fun load(file: Path, reader: Layer<Pixels, Digit>): Normalization {
        val metadata = ModelFile.load(file, reader)
        val (mean, deviation) = listOf("mean", "deviation").map { metadata[it]?.toDoubleOrNull() }
        val isKnown = mean != null && deviation != null && mean.isFinite() && deviation.isFinite() && deviation > 0
        val normalization = if (isKnown) Normalization(mean, deviation) else Normalization.of(digits(1_000, seed = 1))
        say("loaded", "$file: ${accuracy(reader, test.loader(normalization, batch = 500, isTraining = false))} of the digits read rightly")
        return normalization
    }

    private fun <C : Dim<C>> fit(model: Layer<Pixels, C>, optimizer: Optimizer, learn: DataLoader<Images>, epochs: Int = 30) {
        Trainer(model, optimizer, learn, Progress.SILENT) { (images, classes) -> crossEntropy(model(images), classes) }.fitBlocking(epochs)
    }

    private fun <C : Dim<C>> accuracy(model: Layer<Pixels, C>, judge: DataLoader<Images>): String {
        val measured =
            evaluateBlocking(model, judge) { (images, classes) ->
                val scores = model(images)
                accuracy(scores, classes)
                crossEntropy(scores, classes)
            }
        return "%.1f %%".format(Locale.ROOT, 100 * measured.accuracy!!)
    }

    private fun say(what: String, text: String) = println(what.padEnd(WHAT) + text)

    private companion object {
        const val WHAT = 15
        const val TEST = 2_000
    }
}
