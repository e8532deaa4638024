package dev.rankine.samples.quickstart

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.CliktError
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.core.PrintHelpMessage
import com.github.ajalt.clikt.core.parse
import com.github.ajalt.clikt.core.terminal
import com.github.ajalt.clikt.parameters.options.check
import com.github.ajalt.clikt.parameters.options.default
import com.github.ajalt.clikt.parameters.options.flag
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.types.choice
import com.github.ajalt.clikt.parameters.types.double
import com.github.ajalt.clikt.parameters.types.int
import com.github.ajalt.clikt.parameters.types.long
import com.github.ajalt.clikt.parameters.types.path
import com.github.ajalt.mordant.terminal.Terminal
import dev.rankine.ops.Backends
import dev.rankine.ops.on
import dev.rankine.shapes.RankineException
import dev.rankine.train.Checkpoints
import java.io.IOException
import java.nio.file.Paths
import kotlin.system.exitProcess

/** The options of the quickstart; the work is done by [Run]. */
internal class Quickstart : CliktCommand("quickstart") {
    private val data by option(help = "a directory with the four files of MNIST; without it digits are drawn by the program").path()
    private val model by option(
        help = "what learns: a linear classifier, a hidden layer of 64 (small) or 256 (mlp), or a convolutional network (default: mlp)",
    ).choice(*Recipe.all.keys.toTypedArray())
        .default("mlp")
    private val epochs by option(
        help = "how often all images are seen (default: 5)",
    ).int().default(5).check("must be at least 1") { it >= 1 }
    private val batch by option(help = "how many images a step sees (default: 128)").int().default(128).check("must be at least 1") {
        it >=
            1
    }
    private val lr by option(help = "the learning rate of Adam, for cnn the largest of its cycle (default: 0.001, for cnn 0.01)")
        .double()
        .check("must be a finite number above 0") { it > 0 && it.isFinite() }
    private val seed by option(help = "what random numbers start from (default: 0)").long().default(0)
    private val backend by option(help = "what computes (default: the fastest that can be used here)")
    private val threads by option(help = "how many threads compute (default: one per processor)")
        .int()
        .check("must be in 1..256") { it in 1..256 }
    private val save by option(help = "where the trained model goes (default: model.safetensors)")
        .path()
        .default(Paths.get("model.safetensors"))
    private val checkpoints by option(
        help = "a directory for the state of training, written after each epoch and at Ctrl-C (default: checkpoints, beside the model)",
    ).path()
    private val resume by option(help = "goes on where the training in that directory stopped").flag()
    private val load by option(help = "a saved model: it is not trained, only tested").path()

    override fun help(context: Context): String = "Teaches a model to read handwritten digits, saves it, and uses it in a new process."

    override fun run() {
        threads?.let { System.setProperty("rankine.threads", "$it") }
        on(backend?.let { Backends[it] } ?: Backends.current) {
            val run = Run(terminal, data?.let(Source::mnist) ?: Source.drawn(seed), model, seed)
            val file = load
            if (file != null) {
                run.use(file)
            } else {
                val folder = checkpoints ?: save.resolveSibling("checkpoints")
                run.train(epochs, batch, lr, save, Checkpoints(folder, keepBest = null, stopOnSignal = true), resume)
                run.useElsewhere(save, again())
            }
        }
    }

    /** The options that a new process needs to see the same test images through the same model. */
    private fun again(): List<String> =
        listOf("--load", "$save", "--model", model, "--seed", "$seed") +
            (data?.let { listOf("--data", "$it") } ?: emptyList()) +
            (backend?.let { listOf("--backend", it) } ?: emptyList()) +
            (threads?.let { listOf("--threads", "$it") } ?: emptyList())
}

/** Runs the program and returns its exit status: 0, or 2 after one sentence on standard error. */
internal fun quickstart(arguments: List<String>, terminal: Terminal = Terminal()): Int {
    val command = Quickstart()
    command.configureContext { this.terminal = terminal }

    fun refuse(sentence: String?) = 2.also { terminal.rawPrint("quickstart: $sentence\n", stderr = true) }
    return try {
        command.parse(arguments)
        0
    } catch (help: PrintHelpMessage) {
        command.echoFormattedHelp(help)
        0
    } catch (wrong: CliktError) {
        refuse(
            COLOUR
                .replace(
                    command
                        .getFormattedHelp(wrong)
                        .orEmpty()
                        .trim()
                        .lines()
                        .last(),
                    "",
                ).removePrefix("Error: "),
        )
    } catch (wrong: RankineException) {
        refuse(wrong.message)
    } catch (wrong: IOException) {
        refuse("${wrong.javaClass.simpleName}: ${wrong.message}")
    }
}

/** What a terminal takes for a change of colour. */
private val COLOUR = Regex("\u001b\\[[0-9;]*m")

/** Starts the quickstart; `--help` lists its options. */
public fun main(arguments: Array<String>): Unit = exitProcess(quickstart(arguments.toList()))
