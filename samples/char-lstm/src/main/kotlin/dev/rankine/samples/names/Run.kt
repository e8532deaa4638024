package dev.rankine.samples.names

import com.github.ajalt.mordant.terminal.Terminal
import dev.rankine.data.DataLoader
import dev.rankine.io.ModelFile
import dev.rankine.io.SafetensorsFile
import dev.rankine.ops.manualSeed
import dev.rankine.optim.AdamW
import dev.rankine.optim.ExponentialSchedule
import dev.rankine.train.Checkpoints
import dev.rankine.train.Environment
import dev.rankine.train.Trainer
import dev.rankine.train.progress.Progress
import java.nio.file.Path
import java.util.Locale
import java.util.Random

/** What the program does once the options are known; every line goes to [terminal]. */
internal class Run(private val terminal: Terminal, private val list: NameList, private val seed: Long, private val wish: Wish) {
    /** Teaches a model until it has seen all names [epochs] times, new or on from [checkpoints], saves it to [file], and makes names. */
    fun train(settings: Settings, learning: Learning, file: Path, checkpoints: Checkpoints, resume: Boolean) {
        ModelFile.requireWritable(file)
        val start = list.letters.encode(wish.start, "the start")
        say("environment", Environment.machine())
        say("backend", Environment.backend())
        val counts = "${grouped(list.names.size)} names, ${list.letters.size - 1} different letters"
        say("names", "${list.title}: $counts; a tenth is not learnt from")
        manualSeed(seed)
        val model = NameModel(settings, list.letters.size, learning.dropout)
        say("model", "$settings, ${grouped(model.parameterCount())} parameters")
        val examples = DataLoader(NameBatches(list.training), learning.batch, shuffle = true, seed = seed)
        val held = DataLoader(NameBatches(list.validation), JUDGED)
        val trainer =
            Trainer(
                model,
                AdamW(model.parameters(), learning.rate),
                examples,
                Progress.console(terminal),
                schedule = ExponentialSchedule(SHRINK),
                clipNorm = LARGEST_NORM,
                checkpoints = checkpoints,
            ) { loss(model, it) }
        if (resume) {
            trainer.resume(checkpoints.last)
            say("resumed", "${checkpoints.last}, epochs finished: ${trainer.finishedEpochs}")
        }
        trainer.fitBlocking((learning.epochs - trainer.finishedEpochs).coerceAtLeast(0), held)
        say("judged", "%.4f nats per character on names it never saw".format(Locale.ROOT, trainer.evaluateBlocking(held).loss))
        val bytes = ModelFile.save(file, model, settings.toMetadata() + ("letters" to "${list.letters}"))
        say("saved", "$file (${grouped(bytes)} bytes)")
        write(model, list.letters, start)
    }

    /** Loads the model in [file] and makes names. */
    fun use(file: Path) {
        val metadata = SafetensorsFile.open(file).metadata
        val settings = Settings.of(metadata, "$file")
        val letters = Letters.of(metadata, "$file")
        val start = letters.encode(wish.start, "the start")
        val model = NameModel(settings, letters.size)
        ModelFile.load(file, model)
        say("loaded", "$file: $settings")
        write(model, letters, start)
    }

    /** Names that are not in the list, each once; fewer than wished if the model hardly finds any. */
    private fun write(model: NameModel, letters: Letters, start: IntArray) {
        val known = list.names.toHashSet()
        val generation = Generation(model, start, wish.temperature)
        val random = Random(seed)
        val found = LinkedHashSet<String>()
        var tries = 0
        while (found.size < wish.count && tries < TRIES * wish.count) {
            val name = letters.decode(generation.name(random))
            if (name.isNotEmpty() && name !in known) found.add(name)
            tries++
        }
        say("new names", "${found.size} of $tries that it made are new")
        terminal.rawPrint(found.joinToString("", "\n") { "$it\n" })
    }

    private fun say(what: String, text: String) = terminal.rawPrint("${what.padEnd(WHAT)}$text\n")

    private fun grouped(number: Number): String = "%,d".format(Locale.ROOT, number.toLong())

    private companion object {
        const val WHAT = 13
        const val JUDGED = 500
        const val LARGEST_NORM = 1.0

        /** What the learning rate is multiplied by at every step: after 3,000 steps less than a third is left. */
        const val SHRINK = 0.9996

        /** How many names are made for one that is new, at most. */
        const val TRIES = 50
    }
}

/** How the model learns. */
internal class Learning(val epochs: Int, val batch: Int, val rate: Double, val dropout: Double)

/** Which names are wished for: how many, how daring, and how they begin. */
internal class Wish(val count: Int, val temperature: Double, val start: String)
