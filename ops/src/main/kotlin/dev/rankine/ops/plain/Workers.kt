package dev.rankine.ops.plain

import dev.rankine.ops.Cancellation
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.atomic.AtomicInteger
import java.util.concurrent.atomic.AtomicReference
import java.util.concurrent.locks.LockSupport

/**
 * The threads of the plain backend. A range is cut into blocks that are claimed from a counter; the caller takes part, so a range
 * always ends even if no worker is free. A range inside a range runs on its own thread. Blocks do not depend on the number of threads.
 */
public object Workers {
    private val LIMITS = 1..256

    /** How many threads share a range: the system property `rankine.threads`, else the processors there are. */
    public val count: Int =
        (System.getProperty("rankine.threads")?.toIntOrNull() ?: Runtime.getRuntime().availableProcessors()).coerceIn(LIMITS)

    /** What is wrong with [threads] as a number of threads, in one sentence, or null. */
    internal fun problem(threads: String?): String? {
        val number = threads?.toIntOrNull()
        return when {
            threads == null || number in LIMITS -> null
            number == null -> "rankine.threads is no whole number: $threads"
            else -> "rankine.threads is not in $LIMITS: $number"
        }
    }

    private val queue = LinkedBlockingQueue<Range>()
    private val busy = ThreadLocal.withInitial { false }

    /** How many workers do not run: none has been needed yet, or somebody interrupted them. */
    private val missing = AtomicInteger(count - 1)

    private fun start() {
        while (true) {
            val left = missing.get()
            if (left == 0) return
            if (!missing.compareAndSet(left, left - 1)) continue
            Thread(::work, "rankine-plain-$left").apply {
                isDaemon = true
                start()
            }
        }
    }

    /**
     * Calls [body] with blocks of at most [grain] numbers that together are `0 until n`. The first exception is thrown here, and so is
     * the cancellation of the coroutine whose op this is; what was not begun then is left out.
     */
    public fun range(n: Int, grain: Int, body: (from: Int, to: Int) -> Unit) {
        if (n <= grain || count == 1 || busy.get()) return alone(n, grain, body)
        if (missing.get() > 0) start()
        val range = Range(n, grain, body)
        repeat(minOf(count, range.blocks) - 1) { queue.add(range) }
        range.take()
        range.await()
        // where all workers are busy with other ranges nobody has taken it: what it holds must not wait with them
        while (queue.remove(range)) continue
    }

    private fun alone(n: Int, grain: Int, body: (from: Int, to: Int) -> Unit) {
        val job = Cancellation.job
        if (n <= grain || job == null) {
            if (n > 0) body(0, n)
            return
        }
        var from = 0
        while (from < n) {
            Cancellation.check(job)
            val to = minOf(n.toLong(), from.toLong() + grain).toInt()
            body(from, to)
            from = to
        }
    }

    /** Ends quietly when interrupted, as hosts do with the threads of a program that is over; a later range starts a new worker. */
    private fun work() {
        try {
            while (true) queue.take().take()
        } catch (_: InterruptedException) {
            missing.incrementAndGet()
        }
    }

    private class Range(private val n: Int, private val grain: Int, private val body: (Int, Int) -> Unit) {
        val blocks = (n - 1) / grain + 1
        private val next = AtomicInteger()
        private val done = AtomicInteger()
        private val problem = AtomicReference<Throwable>()
        private val caller = Thread.currentThread()
        private val job = Cancellation.job

        fun take() {
            busy.set(true)
            try {
                while (true) {
                    val block = next.getAndIncrement()
                    if (block >= blocks) return
                    try {
                        Cancellation.check(job)
                        if (problem.get() == null) body(block * grain, minOf(n.toLong(), (block + 1L) * grain).toInt())
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
