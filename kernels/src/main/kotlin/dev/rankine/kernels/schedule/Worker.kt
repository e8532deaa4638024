package dev.rankine.kernels

import java.util.concurrent.atomic.AtomicIntegerFieldUpdater
import java.util.concurrent.locks.LockSupport

/** A thread of [workers]: helps with their ranges and runs their coroutines; without either it waits a little, then parks. */
internal class Worker(private val workers: Workers, number: Int) : Thread(null, null, "rankine-vector-$number", 0, false) {
    /** 1 while the thread is parked or about to be. */
    @JvmField @Volatile
    internal var parked = 0

    init {
        isDaemon = true
    }

    override fun run() {
        Seat.get().workers = workers
        while (!workers.isClosed || workers.hasWork) if (!workers.workOnce() && !workers.idle()) rest()
    }

    /** Ends the rest, if the thread is at rest and nobody else has ended it. */
    fun wake(): Boolean {
        if (parked == 0 || !PARKED.compareAndSet(this, 1, 0)) return false
        LockSupport.unpark(this)
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
    }

    private companion object {
        val PARKED: AtomicIntegerFieldUpdater<Worker> = AtomicIntegerFieldUpdater.newUpdater(Worker::class.java, "parked")
    }
}
