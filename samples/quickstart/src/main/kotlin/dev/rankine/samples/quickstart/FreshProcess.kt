package dev.rankine.samples.quickstart

import java.lang.management.ManagementFactory
import java.nio.file.Paths

/**
 * Runs this program again in a new process of the same Java on the same class path, and hands every line that it prints to [line].
 * Returns its exit status.
 */
internal fun freshProcess(arguments: List<String>, line: (String) -> Unit): Int {
    val java = Paths.get(System.getProperty("java.home"), "bin", "java").toString()
    val flags = ManagementFactory.getRuntimeMXBean().inputArguments.filterNot { it.startsWith("-agent") || it.startsWith("-javaagent") }
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

/** In the line that Java prints on every start with the vector module. */
private const val INCUBATOR = "Using incubator modules"

private const val MAIN = "dev.rankine.samples.quickstart.QuickstartKt"
