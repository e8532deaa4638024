package dev.rankine.samples.tabular

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.CliktError
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.core.PrintHelpMessage
import com.github.ajalt.clikt.core.parse
import com.github.ajalt.clikt.core.terminal
import com.github.ajalt.clikt.parameters.options.check
import com.github.ajalt.clikt.parameters.options.default
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.types.int
import com.github.ajalt.clikt.parameters.types.long
import com.github.ajalt.clikt.parameters.types.path
import com.github.ajalt.mordant.terminal.Terminal
import dev.rankine.shapes.RankineException
import java.io.IOException
import java.nio.file.Files
import kotlin.system.exitProcess

/** The options of the sample; the work is done by [Run]. */
internal class Tabular : CliktCommand("tabular") {
    private val table by option(help = "a CSV file with a header, or an ARFF file (default: a table that the sample makes)").path()
    private val label by option(help = "the column that names the class (default: the last one)")
    private val epochs by option(
        help = "how often each row is seen (default: 30)",
    ).int().default(30).check("must be at least 1") { it >= 1 }
    private val seed by option(help = "what random numbers start from (default: 0)").long().default(0)

    override fun help(context: Context): String = "Teaches a small network the classes of a table."

    override fun run() {
        val given = table
        if (given != null) return Run(terminal).learn(given, "${given.fileName}", label, epochs, seed)
        val made = Files.createTempFile("rings", ".csv")
        try {
            Run(terminal).learn(Rings.write(made, seed), "rings, made by a rule", label, epochs, seed)
        } finally {
            Files.delete(made)
        }
    }
}

/** Runs the program and returns its exit status: 0, or 2 after one sentence on standard error. */
internal fun tabular(arguments: List<String>, terminal: Terminal = Terminal()): Int {
    val command = Tabular()
    command.configureContext { this.terminal = terminal }

    fun refuse(sentence: String?) = 2.also { terminal.rawPrint("tabular: $sentence\n", stderr = true) }
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
public fun main(arguments: Array<String>): Unit = exitProcess(tabular(arguments.toList()))
