package dev.rankine.benchmarks

import com.sun.management.OperatingSystemMXBean
import org.jetbrains.kotlin.cli.common.ExitCode
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler
import java.lang.management.ManagementFactory
import kotlin.system.exitProcess

/** What a process that compiles takes, from its start on, in milliseconds: by the clock, and of all processors. */
internal class Cost(val wall: Long, val processors: Long)

/**
 * Compiles in a process of its own: [arguments] are the compiler's. What the compiler says goes to the error stream; the output is the cost.
 * Nothing is warm, as in a build without a daemon.
 */
fun main(arguments: Array<String>) {
    val code = K2JVMCompiler().exec(System.err, *arguments)
    val processors = (ManagementFactory.getOperatingSystemMXBean() as OperatingSystemMXBean).processCpuTime / NANOSECONDS
    println("$code ${ManagementFactory.getRuntimeMXBean().uptime} $processors")
    exitProcess(if (code == ExitCode.OK) 0 else 1)
}

private const val NANOSECONDS = 1_000_000
