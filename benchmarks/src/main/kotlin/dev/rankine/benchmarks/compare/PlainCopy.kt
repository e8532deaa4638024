package dev.rankine.benchmarks.compare

import java.lang.foreign.Arena
import java.lang.foreign.MemorySegment
import java.util.concurrent.CountDownLatch
import kotlin.concurrent.thread

/** How fast memory is copied that nobody computes with: what an elementwise op can reach at most where the caches are too small for it. */
internal object PlainCopy {
    private const val SECONDS = 0.025
    private const val SECOND = 1e9
    private const val ROUNDS = 5
    private const val LEAST = 64L

    /** Gigabytes in a second, read and written, when so many [threads] copy [bytes] / 2 from one place to another; the median of some rounds. */
    fun rate(bytes: Double, threads: Int): Double {
        val part = (bytes / 2 / threads).toLong().coerceAtLeast(LEAST)
        Arena.ofShared().use { arena ->
            val places = List(threads) { arena.allocate(part, LEAST).fill(1) to arena.allocate(part, LEAST).fill(2) }
            return List(ROUNDS) { once(places) }.drop(1).median()
        }
    }

    private fun once(places: List<Pair<MemorySegment, MemorySegment>>): Double {
        val ready = CountDownLatch(places.size)
        val rates = DoubleArray(places.size)
        places
            .mapIndexed { index, (from, to) ->
                thread {
                    ready.countDown()
                    ready.await()
                    rates[index] = copies(from, to)
                }
            }.forEach { it.join() }
        return rates.sum()
    }

    private fun copies(from: MemorySegment, to: MemorySegment): Double {
        val times = (1_000_000 / from.byteSize()).toInt().coerceAtLeast(1)
        val start = System.nanoTime()
        var copied = 0L
        do {
            repeat(times) { MemorySegment.copy(from, 0, to, 0, from.byteSize()) }
            copied += times
        } while (System.nanoTime() - start < SECONDS * SECOND)
        return 2.0 * copied * from.byteSize() / (System.nanoTime() - start)
    }
}
