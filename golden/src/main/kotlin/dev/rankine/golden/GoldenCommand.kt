package dev.rankine.golden

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.CliktError
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.core.ProgramResult
import com.github.ajalt.clikt.core.UsageError
import com.github.ajalt.clikt.core.parse
import com.github.ajalt.clikt.parameters.arguments.argument
import com.github.ajalt.clikt.parameters.arguments.help
import com.github.ajalt.clikt.parameters.arguments.multiple
import com.github.ajalt.clikt.parameters.options.convert
import com.github.ajalt.clikt.parameters.options.flag
import com.github.ajalt.clikt.parameters.options.help
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.types.path
import dev.rankine.ops.BackendUnavailableException
import dev.rankine.ops.Backends
import dev.rankine.shapes.FormatException
import java.util.regex.PatternSyntaxException
import kotlin.system.exitProcess

private const val SOME_FAILED = 1
private const val BAD_INPUT = 2

/**
 * The command `golden`: runs golden files through a backend.
 *
 * It ends with one line, `N passed, N failed, N absent`, and with status 0, or 1 if a case failed;
 * or with a sentence and status 2 if there is nothing to run.
 */
internal class GoldenCommand(private val print: (String) -> Unit = ::println) : CliktCommand(name = "golden") {
    private val backend by option(metavar = "NAME").help("backend to run on, such as plain; the best one otherwise")
    private val only by option(metavar = "REGEX")
        .convert { text ->
            try {
                Regex(text)
            } catch (e: PatternSyntaxException) {
                fail("not a regular expression: ${e.description}")
            }
        }.help("run only subjects or cases whose name it finds")
    private val verbose by option().flag().help("a line for every case that failed or is absent")
    private val paths by argument(name = "PATH").path().multiple(required = true).help("golden files, or folders or zip files of them")

    override fun help(context: Context): String = "Compares Rankine's results with golden data computed by PyTorch."

    override fun run() {
        val total =
            try {
                val chosen = backend?.let { Backends[it] } ?: Backends.current
                print(Backends.description(chosen))
                GoldenRun(chosen, only, verbose, print).run(paths)
            } catch (e: FormatException) {
                throw CliktError(e.message, statusCode = BAD_INPUT)
            } catch (e: BackendUnavailableException) {
                throw CliktError(e.message, statusCode = BAD_INPUT)
            }
        print(total.total())
        if (total.failed > 0) throw ProgramResult(SOME_FAILED)
    }
}

/** Runs the command and gives its exit status. */
internal fun golden(args: List<String>, print: (String) -> Unit = ::println): Int {
    val command = GoldenCommand(print)
    return try {
        command.parse(args)
        0
    } catch (e: UsageError) {
        command.echoFormattedHelp(e)
        BAD_INPUT
    } catch (e: CliktError) {
        command.echoFormattedHelp(e)
        e.statusCode
    }
}

/** The command line; see CONTRIBUTING.md, "Golden data". */
public fun main(args: Array<String>): Unit = exitProcess(golden(args.toList()))
