package dev.rankine.kernels

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater
import java.util.concurrent.locks.LockSupport

/** A thread of [workers]: helps with their ranges and runs their coroutines; without either it waits a little, then parks. */
internal class Worker(private val workers: Workers, private val number: Int) : Thread(null, null, "rankine-vector-$number", 0, false) {
    /** 1 while the thread is parked or about to be. */
    @JvmField @Volatile
    internal var parked = 0

    /** When it last looked for work, or was woken to; [BUSY] while it has some. */
    @Volatile
    private var looked = BUSY

    init {
        isDaemon = true
    }

    override fun run() {
        Seat.get().workers = workers
        while (!workers.isClosed || workers.hasWork) if (!workers.workOnce(number) && !workers.idle(this)) rest()
    }

    /** Notes that it looks for work at [time], or that it has some if that is [BUSY]. */
    fun looks(time: Long) {
        looked = time
    }

    /** Ends the rest, if the thread is at rest and nobody else has ended it. */
    fun wake(): Boolean {
        if (parked == 0) return false
        looked = System.nanoTime()
        if (!PARKED.compareAndSet(this, 1, 0)) return false
        LockSupport.unpark(this)
        return true
    }

    /** Whether it ought to look for work and has not for long. True once in a while only, as it says so again after as long. */
    fun isLate(): Boolean {
        if (parked == 1 || looked == BUSY) return false
        val now = System.nanoTime()
        if (now - looked < LATE) return false
        looked = now
        return true
    }

    private fun rest() {
        parked = 1
        // who brings work adds it first and then looks for parked threads; so either sees the other
        if (workers.hasWork || workers.isClosed) parked = 0
        while (parked == 1) {
            LockSupport.park(workers)
            interrupted() // left over from a coroutine; park would return at once for ever
        }
        looked = BUSY
    }

    companion object {
        /** In place of a time. */
        const val BUSY = 0L

        /** Nanoseconds: a thread comes 20 to 35 us after it was woken, if it has a processor. */
        private const val LATE = 50_000L

        private val PARKED: AtomicIntegerFieldUpdater<Worker> = AtomicIntegerFieldUpdater.newUpdater(Worker::class.java, "parked")
    }
}
