package dev.rankine.samples.resnet

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

/** The options of the sample; the work is done by [Run]. */
internal class ResNet : CliktCommand("resnet") {
    private val data by option(help = "a directory with the six files of CIFAR-10; without it figures are drawn by the program").path()
    private val images by number("how many figures are drawn to learn from; a fifth as many to test", 4000, 5..100_000)
    private val write by option(help = "writes the drawn figures to that directory in the form of CIFAR-10, and ends").path()
    private val width by number("how many channels the first stage has; 64 is the network of the paper", 16, 1..Settings.WIDEST)
    private val epochs by number("how often all images are seen", 8, 1..100_000)
    private val batch by number("how many images a step sees", 50, 1..100_000)
    private val lr by option(help = "the largest learning rate of AdamW (default: 0.005)")
        .double()
        .default(0.005)
        .check("must be a finite number above 0") { it > 0 && it.isFinite() }
    private val seed by option(help = "what random numbers start from (default: 0)").long().default(0)
    private val backend by option(help = "what computes (default: the fastest that can be used here)")
    private val threads by option(help = "how many threads compute (default: one per processor)")
        .int()
        .check("must be in 1..256") { it in 1..256 }
    private val save by option(help = "where the trained model goes (default: resnet.safetensors)")
        .path()
        .default(Paths.get("resnet.safetensors"))
    private val checkpoints by option(
        help = "a directory for the state of training, written after each epoch and at Ctrl-C (default: checkpoints, beside the model)",
    ).path()
    private val resume by option(help = "goes on where the training in that directory stopped").flag()
    private val load by option(help = "a saved model: it is not trained, only tested").path()

    override fun help(context: Context): String = "Teaches a residual network of 18 layers to tell images apart."

    override fun run() {
        threads?.let { System.setProperty("rankine.threads", "$it") }
        val source = data?.let(Source::cifar10) ?: Source.drawn(images, seed)
        write?.let { directory ->
            source.images.save(directory)
            return terminal.rawPrint(
                "written      $directory: ${source.images.train.count} to learn from, ${source.images.test.count} to test\n",
            )
        }
        on(backend?.let { Backends[it] } ?: Backends.current) {
            val run = Run(terminal, source)
            val folder = checkpoints ?: save.resolveSibling("checkpoints")
            load?.let(run::use)
                ?: run.train(width, seed, epochs, batch, lr, save, Checkpoints(folder, keepBest = null, stopOnSignal = true), resume)
        }
    }

    private fun number(help: String, default: Int, range: IntRange) =
        option(help = "$help (default: $default)").int().default(default).check("must be in $range") { it in range }
}

/** Runs the program and returns its exit status: 0, or 2 after one sentence on standard error. */
internal fun resnet(arguments: List<String>, terminal: Terminal = Terminal()): Int {
    val command = ResNet()
    command.configureContext { this.terminal = terminal }

    fun refuse(sentence: String?) = 2.also { terminal.rawPrint("resnet: $sentence\n", stderr = true) }
    return try {
        command.parse(arguments)
        0
    } catch (help: PrintHelpMessage) {
        command.echoFormattedHelp(help)
        0
    } catch (wrong: CliktError) {
        val lines =
            command
                .getFormattedHelp(wrong)
                .orEmpty()
                .trim()
                .lines()
        refuse(COLOUR.replace(lines.last(), "").removePrefix("Error: "))
    } catch (wrong: RankineException) {
        refuse(wrong.message)
    } catch (wrong: IOException) {
        refuse("${wrong.javaClass.simpleName}: ${wrong.message}")
    }
}

/** What a terminal takes for a change of colour. */
private val COLOUR = Regex("\u001b\\[[0-9;]*m")

/** Starts the sample; `--help` lists its options. */
public fun main(arguments: Array<String>): Unit = exitProcess(resnet(arguments.toList()))
