package dev.rankine.samples.names

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
import dev.rankine.shapes.RankineException
import dev.rankine.train.Checkpoints
import java.io.IOException
import java.nio.file.Paths
import kotlin.system.exitProcess

/** The options of the sample; the work is done by [Run]. */
internal class CharLstm : CliktCommand("char-lstm") {
    private val names by option(help = "names to learn from, one a line, in UTF-8 (default: first names that come with the sample)").path()
    private val epochs by option(help = "how often all names are seen (default: 10 for the built-in names, 8 for others)")
        .int()
        .check("must be at least 1") { it >= 1 }
    private val batch by number("how many names a step sees", 32, 1..100_000)
    private val layers by number("how many LSTM layers it has", 1, 1..Settings.LARGEST)
    private val width by number("how many numbers each layer remembers", 128, 1..Settings.LARGEST)
    private val dropout by option(help = "how much is dropped while it learns (default: 0.2)")
        .double()
        .default(0.2)
        .check("must be at least 0 and below 1") { it >= 0 && it < 1 }
    private val lr by option(help = "the largest learning rate of AdamW (default: 0.005)")
        .double()
        .default(5e-3)
        .check("must be a finite number above 0") { it > 0 && it.isFinite() }
    private val seed by option(help = "what random numbers start from (default: 0)").long().default(0)
    private val save by option(help = "where the trained model goes (default: char-lstm.safetensors)")
        .path()
        .default(Paths.get("char-lstm.safetensors"))
    private val checkpoints by option(
        help = "a directory for the state of training, written after each epoch and at Ctrl-C (default: checkpoints, beside the model)",
    ).path()
    private val resume by option(help = "goes on where the training in that directory stopped").flag()
    private val load by option(help = "a saved model: it is not trained, it only makes names").path()
    private val count by option(help = "how many new names it makes (default: 20)").int().default(20).check("must not be negative") {
        it >=
            0
    }
    private val start by option(help = "how the names begin (default: in any way)").default("")
    private val temperature by option(help = "how daring it is: 0 takes the likeliest character always (default: 0.8)")
        .double()
        .default(0.8)
        .check("must be a finite number, not negative") { it >= 0 && it.isFinite() }

    override fun help(context: Context): String = "Teaches an LSTM names, one character after another, and makes new ones."

    override fun run() {
        val list = names?.let(NameList::read) ?: NameList.builtIn()
        val run = Run(terminal, list, seed, Wish(count, temperature, start))
        val file = load
        if (file != null) return run.use(file)
        val learning = Learning(epochs ?: if (names == null) MANY_EPOCHS else EPOCHS, batch, lr, dropout)
        val folder = checkpoints ?: save.resolveSibling("checkpoints")
        run.train(Settings(layers, width), learning, save, Checkpoints(folder, keepBest = null, stopOnSignal = true), resume)
    }

    private fun number(help: String, default: Int, range: IntRange) =
        option(help = "$help (default: $default)").int().default(default).check("must be in $range") { it in range }

    private companion object {
        const val MANY_EPOCHS = 10
        const val EPOCHS = 8
    }
}

/** Runs the program and returns its exit status: 0, or 2 after one sentence on standard error. */
internal fun charLstm(arguments: List<String>, terminal: Terminal = Terminal()): Int {
    val command = CharLstm()
    command.configureContext { this.terminal = terminal }

    fun refuse(sentence: String?) = 2.also { terminal.rawPrint("char-lstm: $sentence\n", stderr = true) }
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
public fun main(arguments: Array<String>): Unit = exitProcess(charLstm(arguments.toList()))
