package dev.rankine.benchmarks.health

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.CliktError
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.parameters.options.check
import com.github.ajalt.clikt.parameters.options.default
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.types.double
import com.github.ajalt.clikt.parameters.types.int
import dev.rankine.train.Environment

/**
 * Starts fresh processes and looks at what the compiler of the virtual machine made of the kernels: whether it gave up a method, whether a
 * kernel allocates, and whether one is slow in one process and fast in another.
 */
internal class Health : CliktCommand(name = "health") {
    private val processes by option(help = "how many processes (default: 10)").int().default(10).check("must be at least 1") { it >= 1 }
    private val only by option(help = "kernels whose name contains this regular expression (default: all)").default("")
    private val training by option(help = "seconds for which each of two programs trains first (default: 2)").double().default(2.0)
    private val seconds by option(help = "seconds of a round of warm-up of a kernel (default: 0.2)").double().default(0.2)

    override fun help(context: Context): String = "looks for kernels that the virtual machine compiles badly, in fresh processes"

    override fun run() {
        if (Work.matching(only).isEmpty()) throw CliktError("health: no kernel contains \"$only\"", statusCode = 2)
        echo(Environment.machine())
        val skipped = ArrayList<String>()
        val process = FreshProcess(training, seconds, only)
        val found =
            List(processes) { number -> process.run(skipped).also { echo("process ${number + 1} of $processes: ${it.size} kernels") } }
        val diagnosis = Diagnosis(found, skipped)
        echo(diagnosis.table())
        if (diagnosis.problems.isNotEmpty()) throw CliktError("health: ${diagnosis.problems.joinToString("\n  ")}", statusCode = 1)
        echo("healthy: no method given up, no kernel allocates, none below ${Diagnosis.SLOWEST} of its median rate")
    }
}
