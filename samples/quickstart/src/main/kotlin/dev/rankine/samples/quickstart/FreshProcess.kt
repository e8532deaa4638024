package dev.rankine.samples.quickstart

import java.lang.management.ManagementFactory
import java.nio.file.Paths

/**
 * Runs this program again in a new process of the same Java on the same class path, and hands every line that it prints to [line].
 * Returns its exit status.
 */
internal fun freshProcess(arguments: List<String>, line: (String) -> Unit): Int {
    val java = Paths.get(System.getProperty("java.home"), "bin", "java").toString()
    val flags = ManagementFactory.getRuntimeMXBean().inputArguments.filterNot { flag -> OF_ONE_PROCESS.any { flag.startsWith(it) } }
    val command = listOf(java) + flags + listOf("-cp", System.getProperty("java.class.path"), MAIN) + arguments
    val process = ProcessBuilder(command).redirectErrorStream(true).start()
    try {
        process.outputStream.close()
        process.inputStream.bufferedReader().forEachLine { if (INCUBATOR !in it) line(it) }
        return process.waitFor()
    } finally {
        process.destroy()
    }
}

/** Flags that must not be given twice: debuggers and other agents, and what a process writes when it ends. */
private val OF_ONE_PROCESS = listOf("-agent", "-javaagent", "-XX:AOTCacheOutput")

/** In the line that Java prints on every start with the vector module. */
private const val INCUBATOR = "Using incubator modules"

private const val MAIN = "dev.rankine.samples.quickstart.QuickstartKt"
