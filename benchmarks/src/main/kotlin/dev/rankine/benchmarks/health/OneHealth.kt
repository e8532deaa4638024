package dev.rankine.benchmarks.health

import dev.rankine.benchmarks.compare.Turns
import dev.rankine.benchmarks.compare.median
import dev.rankine.kernels.VectorBackend
import dev.rankine.ops.Backends
import dev.rankine.ops.Evaluator
import dev.rankine.ops.Value
import dev.rankine.ops.scope
import java.io.File

/** Measures [works] in this process, after programs that train have told the compiler of the virtual machine what calls are like. */
internal class OneHealth(private val works: List<Work>, private val seconds: Double) {
    /** Trains both programs, each for so many seconds of [training], then measures each kernel, and gives what it [found]. */
    fun measure(training: Double, found: (Found) -> Unit) {
        check(Backends.current is VectorBackend) { "health: ${Backends.description()}" }
        for (program in Program.all.values.map { it() }) whileFor(training) { program.train() }
        for (work in works) found(measure(work))
    }

    private fun measure(work: Work): Found {
        val (small, large) = listOf(1, Work.FACTOR).map { Warm(work.open(it)) }
        var rounds = 0
        lateinit var found: Found
        do {
            val before = listOf(small, large).map { it.time to it.bytes }
            small.round()
            large.round()
            val steady = listOf(small, large).zip(before).all { (now, then) -> now.time > then.first * STEADY && now.bytes == then.second }
            found = Found(work.name, large.time, small.bytes, large.bytes, work.growth)
            // code that is not compiled yet allocates vectors
        } while (++rounds < MOST_ROUNDS && (!steady || found.grows || rounds < FEWEST_ROUNDS))
        return found
    }

    /** One size of a kernel: the best [time] and the fewest [bytes] of a round so far. */
    private inner class Warm(private val call: () -> List<Value>) {
        var time = Double.MAX_VALUE
        var bytes = Long.MAX_VALUE

        fun round() {
            whileFor(seconds) { run(1) }
            val calls = (SLICE / run(1)).toInt().coerceIn(1, MOST_CALLS)
            time = minOf(time, List(TRIALS) { run(calls).toDouble() / calls }.median())
            bytes = minOf(bytes, Turns.allocated(::run))
        }

        private fun run(times: Int): Long {
            val start = System.nanoTime()
            repeat(times) { scope("health") { for (result in call()) Evaluator.store(result) } }
            return System.nanoTime() - start
        }
    }

    private inline fun whileFor(seconds: Double, work: () -> Unit) {
        val end = System.nanoTime() + (seconds * 1e9).toLong()
        do work() while (System.nanoTime() < end)
    }

    private companion object {
        const val TRIALS = 5
        const val SLICE = 1e7
        const val MOST_CALLS = 1000

        // what the compiler needs longer for is found slow
        const val FEWEST_ROUNDS = 3
        const val MOST_ROUNDS = 15
        const val STEADY = 0.97
    }
}

/** The process of [Health]: a file for what is found, seconds for each program, seconds of a round of a kernel, an expression for names. */
fun main(arguments: Array<String>) {
    val (file, training, seconds, only) = arguments
    val works = Work.matching(only)
    // the compiler's lines go to standard output, in the midst of ours
    File(file).printWriter().use { into -> OneHealth(works, seconds.toDouble()).measure(training.toDouble()) { into.println(it.toLine()) } }
}
