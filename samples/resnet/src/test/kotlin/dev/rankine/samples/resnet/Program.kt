package dev.rankine.samples.resnet

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
    /** The accuracy on the test images, in percent. */
    val accuracy: Double get() = Regex("""test .*accuracy (\S+) %""").find(out)!!.groupValues[1].toDouble()

    /** The lines from the test on. */
    val results: String get() = out.substring(out.indexOf("test  ")).substringBefore("saved  ")

    companion object {
        /** Runs it as in a log file. */
        fun run(vararg arguments: Any): Program {
            val screen = TerminalRecorder(ansiLevel = AnsiLevel.NONE, width = 120, outputInteractive = false)
            val status = resnet(arguments.map { "$it" }, Terminal(terminalInterface = screen))
            return Program(status, screen.stdout(), screen.stderr())
        }
    }
}
