package dev.rankine.benchmarks.start

import com.github.ajalt.clikt.core.CliktCommand
import com.github.ajalt.clikt.core.CliktError
import com.github.ajalt.clikt.core.Context
import com.github.ajalt.clikt.parameters.options.default
import com.github.ajalt.clikt.parameters.options.option
import com.github.ajalt.clikt.parameters.options.split
import com.github.ajalt.clikt.parameters.types.int
import dev.rankine.benchmarks.compare.median
import dev.rankine.benchmarks.health.Program
import dev.rankine.train.Environment
import java.io.File
import java.lang.management.ManagementFactory
import java.nio.file.Files
import java.util.Locale

/** How long a program that trains takes from the start of its process to some of its steps, without and with a cache of ahead-of-time compilation. */
internal class Start : CliktCommand(name = "start") {
    private val processes by option(help = "how many processes for each line (default: 5)").int().default(5)
    private val threads by option(help = "how many threads compute (default: 1)").int().default(1)
    private val flags by option(
        help = "flags of Java for all processes, with spaces between (default: none)",
    ).split(" ").default(emptyList())

    override fun help(context: Context): String = "time from the start of a process to a step of training, with and without an AOT cache"

    override fun run() {
        echo(Environment.machine())
        echo("| program | main | step ${STEPS.joinToString(" | step ")} |\n|---${"|---".repeat(STEPS.size + 1)}|")
        for (program in Program.all.keys) {
            report(program, emptyList())
            val cache = Files.createTempDirectory("start").resolve("cache.aot")
            run(program, listOf("-XX:AOTCacheOutput=$cache"))
            report("$program, AOT cache of ${Files.size(cache) shr 20} MiB", listOf("-XX:AOTCache=$cache"))
            cache.parent.toFile().deleteRecursively()
        }
    }

    private fun report(name: String, own: List<String>) {
        val found = List(processes) { run(name.substringBefore(','), own) }
        val columns = found[0].indices.map { column -> "%.0f ms".format(Locale.ROOT, found.map { it[column] }.median()) }
        echo("| $name | ${columns.joinToString(" | ")} |")
    }

    /** Milliseconds to `main` and to the end of each of [STEPS]. */
    private fun run(program: String, own: List<String>): List<Double> {
        val runtime = ManagementFactory.getRuntimeMXBean()
        val java = File(System.getProperty("java.home"), "bin/java").path
        val all = runtime.inputArguments + "-Drankine.threads=$threads" + flags.filter { it.isNotEmpty() } + own
        val command = listOf(java) + all + listOf("-cp", runtime.classPath, "dev.rankine.benchmarks.start.OneStartKt", program)
        val process = ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start()
        val lines = process.inputStream.bufferedReader().readLines()
        val line = lines.firstOrNull { it.startsWith(STARTED) }
        if (process.waitFor() != 0 ||
            line == null
        ) {
            throw CliktError("start: a process of $program failed: ${lines.takeLast(3)}", statusCode = 2)
        }
        return line.removePrefix(STARTED).split(" ").map { it.toDouble() }
    }

    companion object {
        /** The steps whose end is noted. */
        val STEPS: List<Int> = listOf(1, 2, 10, 100, 1000)
    }
}
