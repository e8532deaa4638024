package dev.rankine.benchmarks.health

import com.github.ajalt.clikt.core.CliktError
import java.io.File
import java.lang.management.ManagementFactory

/**
 * A process that trains for [training] seconds, then measures the kernels whose name contains [only], in rounds of [seconds], while the compiler of the
 * virtual machine says what it does.
 */
internal class FreshProcess(private val training: Double, private val seconds: Double, private val only: String) {
    /**
     * Runs it; adds what the compiler [skipped] of ours.
     *
     * @throws CliktError if the process ends with an error.
     */
    fun run(skipped: MutableList<String>): List<Found> {
        val runtime = ManagementFactory.getRuntimeMXBean()
        val flags = runtime.inputArguments.filterNot { it.startsWith("-agentlib") || it.startsWith("-javaagent") }
        val file = File.createTempFile("health", ".txt")
        val java = File(System.getProperty("java.home"), "bin/java").path
        val command =
            listOf(java) + flags + listOf("-XX:+PrintCompilation", "-Drankine.threads=1", "-cp", runtime.classPath) +
                listOf("dev.rankine.benchmarks.health.OneHealthKt", file.path, "$training", "$seconds", only)
        val process = ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start()
        process.inputStream.bufferedReader().forEachLine { line -> Diagnosis.skipped(line)?.let(skipped::add) }
        val code = process.waitFor()
        if (code != 0) throw CliktError("health: a process ended with $code", statusCode = 2)
        return file.readLines().map(Found::of).also { file.delete() }
    }
}
