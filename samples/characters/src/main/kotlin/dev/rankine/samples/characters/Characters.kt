package dev.rankine.samples.characters

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.CliktError
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.core.PrintHelpMessage
import com.github.ajalt.clikt.core.parse
import com.github.ajalt.clikt.core.terminal
import com.github.ajalt.clikt.parameters.options.check
import com.github.ajalt.clikt.parameters.options.default
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.types.double
import com.github.ajalt.clikt.parameters.types.int
import com.github.ajalt.clikt.parameters.types.long
import com.github.ajalt.clikt.parameters.types.path
import com.github.ajalt.mordant.terminal.Terminal
import dev.rankine.shapes.RankineException
import java.io.IOException
import java.nio.file.Paths
import kotlin.system.exitProcess

/** The options of the sample; the work is done by [Run]. */
internal class Characters : CliktCommand("characters") {
    private val text by option(help = "a text to learn from, in UTF-8 (default: a text that comes with the sample)").path()
    private val steps by option(help = "how many steps are taken (default: $STEPS, $FEW_STEPS for the built-in text, any with --minutes)")
        .int()
        .check(AT_LEAST_ONE) { it >= 1 }
    private val minutes by option(help = "how long it learns at most (default: any time)")
        .double()
        .check(ABOVE_ZERO) { it > 0 && it.isFinite() }
    private val every by size("how many steps lie between two lines", 100)
    private val batch by size("how many stretches of text a step sees", 16)
    private val context by size("how many characters the model sees at most", 64)
    private val layers by size("how many layers it has", 4)
    private val heads by size("how many heads its attention has", 4)
    private val width by size("how many features a place of the text has", 128)
    private val lr by option(help = "the largest learning rate of AdamW (default: 0.002)")
        .double()
        .default(2e-3)
        .check(ABOVE_ZERO) { it > 0 && it.isFinite() }
    private val seed by option(help = "what random numbers start from (default: 0)").long().default(0)
    private val save by option(help = "where the trained model goes (default: characters.safetensors)")
        .path()
        .default(Paths.get("characters.safetensors"))
    private val load by option(help = "a saved model: it is not trained, it only writes").path()
    private val prompt by option(help = "what the model goes on after (default: a new line)")
        .check("must have a character") { it.isNotEmpty() }
    private val generate by option(help = "how many characters it writes (default: 500)")
        .int()
        .default(500)
        .check("must not be negative") { it >= 0 }
    private val temperature by option(help = "how daring it writes: 0 takes the likeliest character always (default: 0.8)")
        .double()
        .default(0.8)
        .check("must be a finite number, not negative") { it >= 0 && it.isFinite() }

    override fun help(context: Context): String = "Teaches a transformer to write like a text, one character after another."

    override fun run() {
        val run = Run(terminal, seed, prompt, generate, temperature)
        val file = load
        if (file != null) return run.use(file)
        val source = text?.let(Text::read) ?: Text.builtIn()
        val most =
            steps ?: if (minutes != null) {
                null
            } else if (text == null) {
                FEW_STEPS
            } else {
                STEPS
            }
        run.train(source, Settings(context, layers, heads, width), most, minutes, batch, lr, every, save)
    }

    private fun size(help: String, default: Int) =
        option(help = "$help (default: $default)")
            .int()
            .default(default)
            .check("must be in 1..${Settings.LARGEST}") { it in 1..Settings.LARGEST }

    private companion object {
        const val STEPS = 3000
        const val FEW_STEPS = 400
        const val AT_LEAST_ONE = "must be at least 1"
        const val ABOVE_ZERO = "must be a finite number above 0"
    }
}

/** Runs the program and returns its exit status: 0, or 2 after one sentence on standard error. */
internal fun characters(arguments: List<String>, terminal: Terminal = Terminal()): Int {
    val command = Characters()
    command.configureContext { this.terminal = terminal }

    fun refuse(sentence: String?) = 2.also { terminal.rawPrint("characters: $sentence\n", stderr = true) }
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
public fun main(arguments: Array<String>): Unit = exitProcess(characters(arguments.toList()))
