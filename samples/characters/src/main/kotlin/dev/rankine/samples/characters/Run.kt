package dev.rankine.samples.characters

import com.github.ajalt.mordant.terminal.Terminal
import dev.rankine.io.ModelFile
import dev.rankine.io.SafetensorsFile
import dev.rankine.ops.manualSeed
import dev.rankine.train.Environment
import java.nio.file.Path
import java.util.Locale

/**
 * What the program does once the options are known; every line goes to [terminal].
 *
 * @param seed what random numbers start from.
 * @param prompt what the model goes on after; null for a line feed.
 * @param count how many characters it writes.
 */
internal class Run(
    private val terminal: Terminal,
    private val seed: Long,
    private val prompt: String?,
    private val count: Int,
    private val temperature: Double,
) {
    /** Trains a new model on [text], saves it to [file], and lets it write. */
    fun train(text: Text, settings: Settings, steps: Int?, minutes: Double?, batch: Int, learningRate: Double, every: Int, file: Path) {
        ModelFile.requireWritable(file)
        text.requireLength(settings.context)
        promptFor(text.alphabet)
        manualSeed(seed)
        val model = Gpt(settings, text.alphabet.size)
        say("environment", Environment.machine())
        say("backend", Environment.backend())
        say("text", "${text.name}: ${grouped(text.size)} characters, ${text.alphabet.size} different; the last tenth is not learnt from")
        say("model", "$settings: ${grouped(model.parameterCount())} parameters")
        val pace = Pace(steps, minutes)
        val training = Training(model, text.training, settings.context, pace, batch, learningRate, seed)
        training.run(every) { done, loss ->
            val validation = judge(model, text.validation, settings.context, MOST_JUDGED)
            val seconds = "%.1f s".format(Locale.ROOT, pace.seconds)
            say("step $done", "training ${nats(loss)}  validation ${nats(validation)}  $seconds")
        }
        say("judged", "validation ${nats(judge(model, text.validation, settings.context))} nats per character, over the whole last tenth")
        val bytes = ModelFile.save(file, model, settings.toMetadata() + ("vocabulary" to "${text.alphabet}"))
        say("saved", "$file (${grouped(bytes)} bytes)")
        write(model, settings, text.alphabet)
    }

    /** Lets the model in [file] write. */
    fun use(file: Path) {
        val metadata = SafetensorsFile.open(file).metadata
        val settings = Settings.of(metadata, "$file")
        val alphabet = Alphabet.of(metadata, "$file")
        promptFor(alphabet)
        val model = Gpt(settings, alphabet.size)
        ModelFile.load(file, model)
        say("loaded", "$file: $settings")
        write(model, settings, alphabet)
    }

    private fun write(model: Gpt, settings: Settings, alphabet: Alphabet) {
        val text = generate(model, settings.context, promptFor(alphabet), count, temperature, seed)
        terminal.rawPrint("\n${alphabet.decode(text)}\n")
    }

    /** The numbers of the prompt; throws if the model does not know one of its characters. */
    private fun promptFor(alphabet: Alphabet): IntArray = if (prompt == null) alphabet.start else alphabet.encode(prompt, "the prompt")

    private fun say(what: String, text: String) = terminal.rawPrint("${what.padEnd(WHAT)}$text\n")

    private fun grouped(number: Number): String = "%,d".format(Locale.ROOT, number.toLong())

    private fun nats(loss: Double): String = "%.4f".format(Locale.ROOT, loss)

    private companion object {
        const val WHAT = 13

        /** How many stretches are judged while it learns; all of them at the end. */
        const val MOST_JUDGED = 256
    }
}
