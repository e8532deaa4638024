package dev.rankine.kernels

import dev.rankine.ops.Cancellation
import kotlinx.coroutines.Job
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater
import java.util.concurrent.atomic.AtomicLongArray
import java.util.concurrent.atomic.AtomicLongFieldUpdater
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater
import java.util.concurrent.locks.LockSupport

/** Work on the numbers `from until to` of a range. */
internal fun interface RangeBody {
    fun run(from: Int, to: Int)
}

/**
 * The numbers `0 until n` in blocks of [grain], each run by whoever claims it: the caller, and helpers while [helpers] seats last.
 * It ends when every claimed block has ended and none is left, so that it needs no helper. Its only allocations are itself and its counters.
 *
 * Each participant begins with a share of its own, the same in every range, and claims from the others' when that is done: it finds in its
 * caches what it wrote there in the range before. Processors that share no third cache read what the other wrote at a third of the speed.
 *
 * @param job what cancels it between blocks, or null.
 * @property isOfWorker whether a coroutine on a worker called it.
 */
internal class Range(
    private val n: Int,
    private val grain: Int,
    body: RangeBody,
    private val job: Job?,
    private val helpers: Int,
    @JvmField val isOfWorker: Boolean,
) {
    /** Null once the range has ended: a helper that lost its processor right after its last block, to the very caller that it woke, holds the range on. */
    private var body: RangeBody? = body
    private val blocks = (n - 1) / grain + 1L

    /** The next block of each share, counted from its first, in a line of the cache of its own; those who come too late count on, hence longs. */
    private val next = AtomicLongArray((helpers + 2) * LINE)

    /** Whether no block is left to claim. */
    @Volatile
    private var isClaimed = false

    /** Blocks that have ended; each participant adds its own when none is left to claim. */
    @JvmField @Volatile
    internal var ended = 0L

    @JvmField @Volatile
    internal var seats = helpers

    @JvmField @Volatile
    internal var problem: Throwable? = null

    /** The caller, once it is parked. */
    @JvmField @Volatile
    internal var waiting: Thread? = null

    /** Whether nobody has helped so far. */
    val isAlone: Boolean get() = seats == helpers

    /** Whether a helper would find something to do. */
    val isOpen: Boolean get() = seats > 0 && !isClaimed

    /** Takes part as the helper with that [number], from 1, if there is a seat and a block. */
    fun help(number: Int): Boolean {
        while (true) {
            val free = seats
            if (free <= 0 || isClaimed) return false
            if (SEATS.compareAndSet(this, free, free - 1)) break
        }
        work(number)
        return true
    }

    /** Runs blocks until none is left to claim; [number] is 0 for the caller. */
    fun work(number: Int = 0) {
        var mine = 0L
        for (i in 0..helpers) mine += share((number + i) % (helpers + 1))
        isClaimed = true
        if (mine > 0 && ENDED.addAndGet(this, mine) == blocks) waiting?.let(LockSupport::unpark)
    }

    /** Runs blocks of a share until none is left to claim there; gives how many blocks it claimed. */
    private fun share(share: Int): Long {
        val first = begin(share)
        val last = begin(share + 1)
        var mine = 0L
        while (true) {
            val block = first + next.getAndIncrement(place(share))
            if (block >= last) return mine
            mine++
            try {
                Cancellation.check(job)
                val from = block * grain
                body!!.run(from.toInt(), minOf(n.toLong(), from + grain).toInt())
            } catch (e: Throwable) {
                PROBLEM.compareAndSet(this, null, e)
                mine += claimRest()
            }
        }
    }

    private fun begin(share: Int): Long = blocks * share / (helpers + 1)

    /** Where the counter of [share] lies; the first line is that of the array's length. */
    private fun place(share: Int): Int = (share + 1) * LINE

    /** Claims what is left, to run none of it; gives how many blocks that are. */
    private fun claimRest(): Long =
        (0..helpers).sumOf { share ->
            val size = begin(share + 1) - begin(share)
            maxOf(0L, size - next.getAndSet(place(share), size))
        }

    /** For the caller, after its own [work]: returns when the blocks of the others have ended, and throws the first exception. */
    fun await() {
        if (ended < blocks) {
            val patience = Patience()
            while (ended < blocks && patience.waits()) continue
            if (ended < blocks) park()
        }
        body = null
        problem?.let { throw it }
    }

    private fun park() {
        // park returns at once on an interrupted thread: the interrupt waits until the range has ended
        var interrupted = false
        waiting = Thread.currentThread()
        while (ended < blocks) {
            LockSupport.park(this)
            if (Thread.interrupted()) interrupted = true
        }
        if (interrupted) Thread.currentThread().interrupt()
    }

    private companion object {
        /** Longs in two lines of the cache, which come together. */
        const val LINE = 16

        val ENDED: AtomicLongFieldUpdater<Range> = AtomicLongFieldUpdater.newUpdater(Range::class.java, "ended")
        val SEATS: AtomicIntegerFieldUpdater<Range> = AtomicIntegerFieldUpdater.newUpdater(Range::class.java, "seats")
        val PROBLEM: AtomicReferenceFieldUpdater<Range, Throwable> =
            AtomicReferenceFieldUpdater.newUpdater(Range::class.java, Throwable::class.java, "problem")
    }
}
