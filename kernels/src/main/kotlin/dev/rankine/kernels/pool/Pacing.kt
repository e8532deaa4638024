package dev.rankine.kernels

import java.util.concurrent.atomic.AtomicLong
import java.util.concurrent.locks.ReentrantLock

/**
 * When to ask for a collection. The collector does not see native memory: without being asked it would let a loop without scopes
 * take all there is.
 *
 * @param live counts the bytes of leased chunks.
 * @param sweep takes back what the last collection found unreachable.
 */
internal class Pacing(private val live: AtomicLong, private val sweep: () -> Unit) {
    private val collecting = ReentrantLock()

    @Volatile
    private var liveThen = 0L

    @Volatile
    private var trigger = ALLOWANCE

    /**
     * What was live and the allowance, after some collection. It follows in steps: what is live when a collection is asked for differs a little
     * from one time to the next, and each time might be a new highest.
     */
    @Volatile
    private var enough = ALLOWANCE

    /** How often a collection was asked for. */
    @Volatile
    var collections = 0
        private set

    /** Whether [bytes] more are above the allowance, so that a collection is due. */
    fun isDue(bytes: Long): Boolean = live.get() + bytes > trigger

    /** One collection if it is still due; other threads meanwhile go on. */
    fun collectIfDue(bytes: Long) {
        if (!collecting.tryLock()) return
        try {
            if (isDue(bytes)) run()
        } finally {
            collecting.unlock()
        }
    }

    /** One collection, now. */
    fun collect(): Unit = collectSince(null)

    /** One collection, unless another thread has finished one since there were [seen]. */
    fun collectSince(seen: Int?) {
        collecting.lock()
        try {
            if (seen == null || collections == seen) run()
        } finally {
            collecting.unlock()
        }
    }

    /**
     * Whether [reserved] bytes are enough in some sizes. Then more would be needed only because sizes come in another mixture, which differs a little
     * from one collection to the next, and a loop without scopes would grow on and on.
     */
    fun isEnough(reserved: Long): Boolean = reserved > enough

    /** Whether much of what is live may be garbage. */
    fun mayBeGarbage(): Boolean = live.get() - liveThen >= allowance(liveThen) / 2

    private fun run() {
        System.gc()
        sweep()
        liveThen = live.get()
        trigger = liveThen + allowance(liveThen)
        if (trigger > enough + enough / SLACK) enough = trigger
        collections++
    }

    private fun allowance(live: Long): Long = maxOf(ALLOWANCE, live)

    companion object {
        /** How much may be handed out between collections even if little is live. */
        const val ALLOWANCE = 64L shl 20

        /** Part of [enough] by which it must be exceeded. */
        private const val SLACK = 8
    }
}
