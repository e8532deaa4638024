package dev.rankine.benchmarks.compare

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.CliktError
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.core.ProgramResult
import com.github.ajalt.clikt.parameters.arguments.argument
import com.github.ajalt.clikt.parameters.options.default
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.types.double
import com.github.ajalt.clikt.parameters.types.file

/** Compares two runs and ends with 1 where a row has become slower by more than its spread. */
internal class Gate : CliktCommand(name = "gate") {
    private val old by argument(help = "figures of the run before").file(mustExist = true, canBeDir = false)
    private val new by argument(help = "figures of the run after").file(mustExist = true, canBeDir = false)
    private val least by option(help = "a change that is never too much, as a share (default: 0.05)").double().default(0.05)

    override fun help(context: Context): String = "compares two runs of `compare --into`; ends with 1 where a row became slower"

    override fun run() {
        val (before, after) = listOf(old, new).map { Run.read(it).rows }
        val changes = Change.between(before, after)
        if (changes.isEmpty()) throw CliktError("gate: the two runs have no row in common", statusCode = 2)
        val slower = changes.filter { it.isSlower(least) }
        slower.forEach { echo("slower: $it") }
        changes.filter { it.isFaster(least) }.forEach { echo("faster: $it") }
        val missing = before.map { it.key } - after.map { it.key }.toSet()
        missing.forEach { echo("not in the second run: $it") }
        echo(
            "${changes.size} rows in both runs: ${slower.size} slower, ${changes.count {
                it.isFaster(
                    least,
                )
            }} faster, ${missing.size} missing",
        )
        if (slower.isNotEmpty()) throw ProgramResult(1)
    }
}
