package dev.rankine.benchmarks.compare

import java.io.File
import java.lang.management.ManagementFactory

/** A new Java process like this one, with [more] flags, that runs [main] with so many [threads] of ours. */
internal class FreshJava(
    private val main: String,
    private val threads: Int,
    private val waiting: Waiting,
    private val more: List<String> = emptyList(),
) {
    /** Runs it, hands each line of its output to [says], and gives its exit code. */
    fun run(arguments: List<String>, says: (String) -> Unit): Int {
        val runtime = ManagementFactory.getRuntimeMXBean()
        val java = File(System.getProperty("java.home"), "bin/java").path
        val flags = runtime.inputArguments.filterNot { it.startsWith("-agentlib") } + "-Drankine.threads=$threads" + "-Doffline=true"
        val command = listOf(java) + flags + more + listOf("-cp", runtime.classPath, main) + arguments
        val builder = ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT)
        waiting.pin(builder.environment(), threads)
        val process = builder.start()
        process.inputStream.bufferedReader().forEachLine(says)
        return process.waitFor()
    }
}
