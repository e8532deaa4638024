package dev.rankine.samples.quickstart

import com.github.ajalt.mordant.rendering.AnsiLevel
import com.github.ajalt.mordant.terminal.Terminal
import com.github.ajalt.mordant.terminal.TerminalRecorder

/**
 * What a run of the program in this process gave.
 *
 * @property status its exit status.
 * @property out standard output.
 * @property error standard error.
 */
internal class Program private constructor(val status: Int, val out: String, val error: String) {
    /** The accuracies on the test images, in percent, in the order of the output. */
    val accuracies: List<Double> get() = Regex("""test .*accuracy (\S+) %""").findAll(out).map { it.groupValues[1].toDouble() }.toList()

    /** What is predicted for the digits that are shown, and what they are. */
    val predictions: List<String> get() = Regex("""predicted \d, is \d""").findAll(out).map { it.value }.toList()

    companion object {
        /** Runs it on a terminal of colours and a moving bar, or, as in a log file, without. */
        fun run(vararg arguments: Any, live: Boolean = false): Program {
            val colours = if (live) AnsiLevel.TRUECOLOR else AnsiLevel.NONE
            val screen = TerminalRecorder(ansiLevel = colours, width = 120, outputInteractive = live)
            val status = quickstart(arguments.map { "$it" }, Terminal(terminalInterface = screen))
            return Program(status, screen.stdout(), screen.stderr())
        }
    }
}
