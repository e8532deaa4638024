package dev.rankine.benchmarks.compare

import dev.rankine.benchmarks.compare.rows.Rows
import dev.rankine.kernels.VectorBackend
import dev.rankine.ops.Backends
import java.io.File

/** The steps of [row] that it takes alone, by one [side], on one thread in a fresh process with these [flags]. */
internal class AloneProcess(private val row: Row, private val side: String, private val flags: List<String>) {
    /** Runs it; null if the process failed, after it [says] so. */
    fun measure(says: (String) -> Unit): Alone? {
        val start = System.nanoTime()
        val found = HashMap<String, Double>()
        val code =
            FreshJava(
                "dev.rankine.benchmarks.compare.AloneProcessKt",
                threads = 1,
                Waiting.PASSIVE,
                flags,
            ).run(listOf("$row", side)) { line ->
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
        return Alone(
            row.name,
            side,
            flags.joinToString(" "),
            row.alone,
            of("process").toLong(),
            of("growth").toLong(),
            of("first"),
            of("last"),
        )
    }

    companion object {
        private const val NUMBERS = 5

        /**
         * A heap whose young generation is small: the garbage of code that is not compiled yet would else fill hundreds of megabytes before
         * anybody collects it.
         */
        val SMALL_HEAP: List<String> = listOf("-XX:+UseSerialGC", "-Xmn16m")
    }
}

/** The process of [AloneProcess]: row, side. */
fun main(arguments: Array<String>) {
    val (name, sideName) = arguments
    val begin = System.nanoTime()
    val row = Rows.all.first { "$it" == name }
    val ours = row.open()
    val isOurs = sideName == Alone.OURS
    // a peer's process must make our network only to copy its numbers
    println("skipped ${if (isOurs) 0.0 else (System.nanoTime() - begin) / 1e9}")
    val peer = if (isOurs) null else Peers.of(sideName).open(row, ours.inputs, threads = 1)!!
    val run = peer?.let { it::run } ?: OurSide(ours)::run
    val memory = ProcessMemory()
    System.gc()
    val live = (Backends.current as VectorBackend).memory.live
    memory.resetPeak()
    val base = memory.resident
    run(1)
    println("first")
    repeat(row.alone - 1) { run(1) }
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
