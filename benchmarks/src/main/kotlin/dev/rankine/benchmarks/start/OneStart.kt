package dev.rankine.benchmarks.start

import dev.rankine.benchmarks.health.Program
import java.lang.management.ManagementFactory

/** The process of [Start]: the name of a program. Prints how many milliseconds after the start of the process a step had ended. */
fun main(arguments: Array<String>) {
    val started = ManagementFactory.getRuntimeMXBean().startTime
    val main = System.currentTimeMillis()
    val program = Program.all.getValue(arguments[0])()
    val ends = LongArray(STEPS)
    for (step in 0 until STEPS) {
        program.train()
        ends[step] = System.currentTimeMillis()
    }
    println("$STARTED${main - started} ${Start.STEPS.joinToString(" ") { "${ends[it - 1] - started}" }}")
}

/** What a line with figures begins with. */
internal const val STARTED: String = "started "

private val STEPS = Start.STEPS.last()
