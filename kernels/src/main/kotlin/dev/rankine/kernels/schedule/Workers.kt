package dev.rankine.kernels

import dev.rankine.ops.Cancellation
import kotlinx.coroutines.CoroutineDispatcher
import kotlinx.coroutines.Runnable
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.atomic.AtomicInteger
import java.util.concurrent.atomic.AtomicReferenceArray
import kotlin.coroutines.CoroutineContext

/**
 * The threads of the vector backend: they share ranges with their callers, and run coroutines, of which this is the dispatcher.
 *
 * A range is cut into blocks that do not depend on the number of threads. They are claimed from counters, never assigned; the caller
 * takes part and waits only for blocks that others have claimed, so a range always ends even if no worker is free. A range inside a block
 * runs on the thread of the block. Threads are started when they are first needed; they are daemons and end with the process.
 *
 * @property threads how many threads share a range, its caller included, and how many coroutines run at once.
 */
internal class Workers(val threads: Int) :
    CoroutineDispatcher(),
    AutoCloseable {
    private val ranges = AtomicReferenceArray<Range>(CALLERS)
    private val tasks = ConcurrentLinkedQueue<Runnable>()
    private val crew = AtomicReferenceArray<Worker>(threads)
    private val spinning = AtomicInteger()

    /** Coroutines that run now, and helpers of ranges: together with the caller of a range no more than [threads]. */
    private val running = AtomicInteger()
    private val helping = AtomicInteger()

    @Volatile
    private var started = 0

    /** Whether the threads end as soon as there is no work. */
    @Volatile
    var isClosed = false
        private set

    /** Whether a thread without work would find some. */
    val hasWork: Boolean
        get() {
            if (!tasks.isEmpty()) return true
            for (i in 0 until CALLERS) ranges.get(i)?.let { if (it.isOpen && mayHelp(it, 1)) return true }
            return false
        }

    /** [Companion.range] for a caller whose [seat] is here. */
    private fun share(n: Int, grain: Int, body: RangeBody, seat: Seat) {
        val blocks = (n - 1) / grain + 1
        val range = Range(n, grain, body, Cancellation.job, minOf(threads, blocks) - 1, Thread.currentThread() is Worker)
        start(threads - 1)
        val place = publish(range)
        if (place >= 0) wake(minOf(threads - busy(range), blocks) - 1)
        seat.isTaken = true
        range.work()
        seat.isTaken = false
        if (place >= 0) ranges.set(place, null) // nothing is left to claim; what the body holds must not wait here
        range.await()
        if (range.isAlone) makeWay()
    }

    /**
     * Lets a worker run that ought to have helped and did not: the system may have placed it where this thread runs, behind it. It then finds that it comes
     * late, parks, and is placed on a free processor when it is woken next.
     */
    private fun makeWay() {
        for (i in 0 until started) if (crew.get(i).isLate()) return Thread.yield()
    }

    /** The place where helpers find [range], or -1: with so many callers at once each has a processor less than its own. */
    private fun publish(range: Range): Int {
        for (i in 0 until CALLERS) if (ranges.get(i) == null && ranges.compareAndSet(i, null, range)) return i
        return -1
    }

    /** Lets the worker [number] run a coroutine until it suspends, or help with a range. Coroutines first: a range goes on without help. */
    fun workOnce(number: Int): Boolean {
        val task = tasks.poll() ?: return help(number)
        run(task)
        return true
    }

    private fun run(task: Runnable) {
        if (!tasks.isEmpty()) wake(1) // who brought the next one may have counted on this thread
        running.incrementAndGet()
        try {
            task.run()
        } catch (e: Throwable) {
            val thread = Thread.currentThread()
            thread.uncaughtExceptionHandler.uncaughtException(thread, e)
        } finally {
            running.decrementAndGet()
        }
    }

    private fun help(number: Int): Boolean {
        val seat = Seat.get()
        seat.isTaken = true
        helping.incrementAndGet()
        try {
            for (i in 0 until CALLERS) ranges.get(i)?.let { if (mayHelp(it, 0) && it.help(number)) return true }
        } finally {
            helping.decrementAndGet()
            seat.isTaken = false
        }
        return false
    }

    /**
     * Whether [more] helpers of [range] would have a processor of their own. A helper that has claimed a block and then waits for a processor, because a coroutine
     * has it, keeps the caller waiting for as long.
     */
    private fun mayHelp(range: Range, more: Int): Boolean = busy(range) + helping.get() + more < threads

    /** How many coroutines run beside the caller of [range]. */
    private fun busy(range: Range): Int = if (range.isOfWorker) running.get() - 1 else running.get()

    /** Lets [worker] wait a little for work; false if none came. */
    fun idle(worker: Worker): Boolean {
        val patience = Patience()
        spinning.incrementAndGet()
        try {
            while (!isClosed && patience.waits()) {
                worker.looks(patience.now)
                if (hasWork) return true
            }
        } finally {
            worker.looks(Worker.BUSY)
            spinning.decrementAndGet()
        }
        return false
    }

    /** Sees to it that [wanted] threads look for work, where so many are free. */
    private fun wake(wanted: Int) {
        var missing = wanted - spinning.get()
        var i = 0
        while (missing > 0 && i < started) if (crew.get(i++).wake()) missing--
    }

    private fun start(wanted: Int) {
        if (started < wanted) startMore(wanted)
    }

    @Synchronized
    private fun startMore(wanted: Int) {
        check(!isClosed) { "the workers are closed" }
        while (started < wanted) {
            val worker = Worker(this, started + 1)
            worker.start()
            crew.set(started, worker)
            started++
        }
    }

    override fun dispatch(context: CoroutineContext, block: Runnable) {
        start(threads)
        tasks.add(block)
        wake(1)
    }

    override fun toString(): String = "rankine-vector"

    /** Ends the threads and waits for them. The shared workers are never closed. */
    @Synchronized
    override fun close() {
        isClosed = true
        for (i in 0 until started) crew.get(i).wake()
        for (i in 0 until started) crew.get(i).join()
    }

    companion object {
        private val LIMITS = 1..256

        /** Ranges that helpers can see at once; a line of the cache. */
        private const val CALLERS = 8

        /** The workers of the process: the system property `rankine.threads` says how many, else the processors there are. */
        val shared: Workers =
            Workers(
                (System.getProperty("rankine.threads")?.toIntOrNull() ?: Runtime.getRuntime().availableProcessors()).coerceIn(LIMITS),
            )

        /** How many threads share a range of this thread. */
        val count: Int get() = Seat.get().workers.threads

        /** What is wrong with [threads] as a number of threads, in one sentence, or null. */
        fun problem(threads: String?): String? {
            val number = threads?.toIntOrNull()
            return when {
                threads == null || number in LIMITS -> null
                number == null -> "rankine.threads is no whole number: $threads"
                else -> "rankine.threads is not in $LIMITS: $number"
            }
        }

        /**
         * Calls [body] with blocks of at most [grain] numbers that together are `0 until n`. The first exception is thrown here, and so
         * is the cancellation of the coroutine whose op this is; what was not begun then is left out. An interrupt of the caller waits
         * until the range has ended.
         *
         * **Grain.** A worker looks for work for 300 us after its last; while it does, it joins a range within 0.4 to 0.8 us. Later it has
         * to be woken: that costs the caller 8 to 10 us, and the worker comes after 20 to 35. So two blocks of 5 us take 5.4 us or, after a
         * pause, up to 20; two of 25 take 25 or 45 to 57; two of 100 take 100 or 130 (medians; two processors of an AMD EPYC, JDK 25).
         * A block should therefore last 5 to 10 us. By kind of kernel, at the speed of one thread: sums and copies of float32 0.09 ns an
         * element, grain 2^16; exp, tanh 0.15 to 0.35 ns, 2^15; norms 0.5 ns, 2^14 elements in whole rows; products of matrices
         * 0.01 ns a multiplication, 2^20; random numbers and casts: see there.
         */
        fun range(n: Int, grain: Int, body: RangeBody) {
            if (n <= grain) {
                if (n > 0) body.run(0, n)
                return
            }
            val seat = Seat.get()
            if (seat.isTaken || seat.workers.threads == 1) alone(n, grain, body) else seat.workers.share(n, grain, body, seat)
        }

        /** Runs [block], whose ranges are shared with [workers]. */
        inline fun <T> using(workers: Workers, block: () -> T): T {
            val seat = Seat.get()
            val before = seat.workers
            seat.workers = workers
            try {
                return block()
            } finally {
                seat.workers = before
            }
        }

        /** The same blocks on the thread of the caller. */
        private fun alone(n: Int, grain: Int, body: RangeBody) {
            val job = Cancellation.job
            var from = 0
            while (from < n) {
                Cancellation.check(job)
                val to = minOf(n.toLong(), from.toLong() + grain).toInt()
                body.run(from, to)
                from = to
            }
        }
    }
}
