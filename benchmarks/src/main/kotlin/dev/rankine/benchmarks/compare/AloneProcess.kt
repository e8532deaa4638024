package dev.rankine.benchmarks.compare

import dev.rankine.benchmarks.compare.rows.Rows
import dev.rankine.kernels.VectorBackend
import dev.rankine.ops.Backends
import java.io.File

/** So many [steps] of [row] by one [side] alone in a fresh process. */
internal class AloneProcess(private val row: Row, private val side: String, private val steps: Int, private val threads: Int) {
    /** Runs it; null if the process failed, after it [says] so. */
    fun measure(says: (String) -> Unit): Alone? {
        val start = System.nanoTime()
        val found = HashMap<String, Double>()
        val code =
            FreshJava("dev.rankine.benchmarks.compare.AloneProcessKt", threads, Waiting.PASSIVE).run(
                listOf(row.toString(), side, "$steps", "$threads"),
            ) { line ->
                val now = (System.nanoTime() - start) / 1e9
                val (word, number) = line.split(" ").let { it[0] to it.getOrNull(1)?.toDoubleOrNull() }
                when (word) {
                    "first", "last" -> found[word] = now - found.getOrDefault("skipped", 0.0)
                    "skipped", "process", "growth" -> found[word] = number!!
                    else -> says(line)
                }
            }
        if (code != 0 || found.size < NUMBERS) {
            says("$row by $side alone: the process ended with $code")
            return null
        }

        fun of(word: String) = found.getValue(word)
        return Alone(row.name, side, steps, of("process").toLong(), of("growth").toLong(), of("first"), of("last"))
    }

    private companion object {
        const val NUMBERS = 5
    }
}

/** The process of [AloneProcess]: row, side, steps, threads. */
fun main(arguments: Array<String>) {
    val (name, sideName, steps, threads) = arguments
    val begin = System.nanoTime()
    val row = Rows.all.first { "$it" == name }
    val ours = row.open()
    val isOurs = sideName == Alone.OURS
    // a peer's process must make our network only to copy its numbers
    println("skipped ${if (isOurs) 0.0 else (System.nanoTime() - begin) / 1e9}")
    val peer = if (isOurs) null else Peers.of(sideName).open(row, ours.inputs, threads.toInt())!!
    val run = peer?.let { it::run } ?: OurSide(ours)::run
    val memory = ProcessMemory()
    System.gc()
    val live = (Backends.current as VectorBackend).memory.live
    memory.resetPeak()
    val base = memory.resident
    run(1)
    println("first")
    repeat(steps.toInt() - 1) { run(1) }
    println("last")
    val peak = memory.peak
    // an optimizer's state is there before the first step on the peer's side, and is made in it on ours
    println("process ${peak - if (isOurs) ours.remembered else live}")
    println("growth ${peak - base + if (isOurs) 0 else ours.remembered}")
    peer?.close()
}

/** What the system says of this process's memory. */
private class ProcessMemory {
    /** Bytes that are resident. */
    val resident: Long get() = field("VmRSS")

    /** The most of [resident] since [resetPeak]. */
    val peak: Long get() = field("VmHWM")

    fun resetPeak(): Unit = File("/proc/self/clear_refs").writeText("5")

    private fun field(name: String): Long {
        val line = File("/proc/self/status").readLines().first { it.startsWith("$name:") }
        return line.filter { it.isDigit() }.toLong() * KIB
    }

    private companion object {
        const val KIB = 1024L
    }
}
