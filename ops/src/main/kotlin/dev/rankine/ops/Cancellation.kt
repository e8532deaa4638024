@file:JvmName("Values")
@file:JvmMultifileClass

package dev.rankine.ops

import kotlinx.coroutines.Job
import kotlinx.coroutines.ensureActive

/**
 * The coroutine for which a thread runs ops. Ops ask between each other, and backends between the blocks of a long kernel, whether it
 * was cancelled. Coroutines are followed where they carry thread settings: inside [scopeSuspending], [withThreadSettings] and the like.
 */
public object Cancellation {
    // not in ThreadState: that goes with a coroutine, which may be resumed on another thread before this one has let go of it
    private val local = ThreadLocal<Job?>()

    /** The job of that coroutine; null without one and inside [nonCancellable]. */
    @JvmStatic
    public var job: Job?
        get() = local.get()
        internal set(new) = local.set(new)

    /**
     * Fails if [job] was cancelled. One that has ended counts as alive: a scope inside the coroutine was the last to be resumed here.
     *
     * @throws kotlinx.coroutines.CancellationException with the reason of the cancellation.
     */
    @JvmStatic
    @JvmOverloads
    public fun check(job: Job? = this.job) {
        if (job != null && !job.isActive && !job.isCompleted) job.ensureActive()
    }
}

/** Runs [block], which writes in place, to its end even if the coroutine around it is cancelled. The block cannot suspend. */
public inline fun <T> nonCancellable(crossinline block: () -> T): T {
    val before = setJob(null)
    try {
        return block()
    } finally {
        setJob(before)
    }
}

@PublishedApi
internal fun setJob(job: Job?): Job? = Cancellation.job.also { if (it !== job) Cancellation.job = job }
