package dev.rankine.samples.names

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
    /** The losses of the epochs on what was learnt from, in the order of the output. */
    val losses: List<Double> get() = Regex("""epoch \S+ +loss (\S+)""").findAll(out).map { it.groupValues[1].toDouble() }.toList()

    /** The names that it made. */
    val made: List<String> get() = out.substringAfter("\n\n").trim().lines()

    companion object {
        /** Runs it as in a log file. */
        fun run(vararg arguments: Any): Program {
            val screen = TerminalRecorder(ansiLevel = AnsiLevel.NONE, width = 120, outputInteractive = false)
            val status = charLstm(arguments.map { "$it" }, Terminal(terminalInterface = screen))
            return Program(status, screen.stdout(), screen.stderr())
        }
    }
}
