package dev.rankine.kernels

import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.atomic.AtomicInteger
import java.util.concurrent.atomic.AtomicReference
import java.util.concurrent.locks.LockSupport

/**
 * The threads of the vector backend. A range is cut into blocks that are claimed from a counter; the caller takes part, so a range
 * always ends even if no worker is free. A range inside a range runs on its own thread. Blocks do not depend on the number of threads.
 */
internal object Workers {
    private val LIMITS = 1..256

    /** How many threads share a range: the system property `rankine.threads`, else the processors there are. */
    val count: Int =
        (System.getProperty("rankine.threads")?.toIntOrNull() ?: Runtime.getRuntime().availableProcessors()).coerceIn(LIMITS)

    /** What is wrong with [threads] as a number of threads, in one sentence, or null. */
    fun problem(threads: String?): String? {
        val number = threads?.toIntOrNull()
        return when {
            threads == null || number in LIMITS -> null
            number == null -> "rankine.threads is no whole number: $threads"
            else -> "rankine.threads is not in $LIMITS: $number"
        }
    }

    private val queue = LinkedBlockingQueue<Range>()
    private val busy = ThreadLocal.withInitial { false }

    init {
        repeat(count - 1) { i ->
            Thread(::work, "rankine-vector-${i + 1}").apply {
                isDaemon = true
                start()
            }
        }
    }

    /** Calls [body] with blocks of at most [grain] numbers that together are `0 until n`. The first exception is thrown here. */
    fun range(n: Int, grain: Int, body: RangeBody) {
        if (n <= grain || count == 1 || busy.get()) {
            if (n > 0) body.run(0, n)
            return
        }
        val range = Range(n, grain, body)
        repeat(minOf(count, range.blocks) - 1) { queue.add(range) }
        range.take()
        range.await()
        // where all workers are busy with other ranges nobody has taken it: what it holds must not wait with them
        while (queue.remove(range)) continue
    }

    private fun work() {
        while (true) queue.take().take()
    }

    private class Range(private val n: Int, private val grain: Int, private val body: RangeBody) {
        val blocks = (n - 1) / grain + 1
        private val next = AtomicInteger()
        private val done = AtomicInteger()
        private val problem = AtomicReference<Throwable>()
        private val caller = Thread.currentThread()

        fun take() {
            busy.set(true)
            try {
                while (true) {
                    val block = next.getAndIncrement()
                    if (block >= blocks) return
                    try {
                        if (problem.get() == null) body.run(block * grain, minOf(n.toLong(), (block + 1L) * grain).toInt())
                    } catch (e: Throwable) {
                        problem.compareAndSet(null, e)
                    } finally {
                        if (done.incrementAndGet() == blocks) LockSupport.unpark(caller)
                    }
                }
            } finally {
                busy.set(false)
            }
        }

        fun await() {
            // park returns at once on an interrupted thread: the interrupt waits until the range has ended
            var interrupted = false
            while (done.get() < blocks) {
                LockSupport.park(this)
                if (Thread.interrupted()) interrupted = true
            }
            if (interrupted) caller.interrupt()
            problem.get()?.let { throw it }
        }
    }
}

/** Work on the numbers `from until to` of a range. */
internal fun interface RangeBody {
    fun run(from: Int, to: Int)
}
