package dev.rankine.ops

import java.lang.ref.WeakReference
import java.util.concurrent.CountDownLatch

/**
 * A computation that has not run yet; it runs once, when somebody needs the bytes. Sizes and errors are known at the call all the same.
 *
 * One computation may give the bytes of others on its way: it [claim]s them first, and then [settle]s or [abandon]s each.
 */
public abstract class Pending : Content {
    @Volatile
    private var storage: Storage? = null

    @Volatile
    private var released: String? = null
    private var isClaimed = false
    private var waiting: CountDownLatch? = null
    private var holders = 0
    private var wants = 0
    private var readers: Readers? = null

    /** For those whose operand this reads: they must not keep it reachable. */
    internal val reference: WeakReference<Pending> = WeakReference(this)

    /** The scope that stands for the bytes, or null. */
    @Volatile
    internal var owner: Scope? = null

    /** The version that the bytes had when they were there first. */
    internal var firstVersion: Int = 0
        private set

    /** The bytes, if they have been computed. */
    public val stored: Storage? get() = storage

    /** Whether a live tape, or somebody who stores several values at once, needs the bytes. */
    protected val isHeld: Boolean get() = holders > 0

    /** Whether nobody has computed the bytes, and somebody may want them. */
    internal val isWaiting: Boolean get() = storage == null && released == null

    /** Whether the bytes must not be lost at the end of a scope. */
    internal val isNeeded: Boolean get() = storage == null && holders > 0

    /** Whether a later part of a computation will read the bytes, which are not there; see [Needed]. */
    internal val isWanted: Boolean get() = wants > 0

    /** Whether a computation waits to read the bytes. */
    internal val isRead: Boolean get() = synchronized(this) { readers }?.isWaiting == true

    /** Computations that will read the bytes and have not yet. */
    protected val waitingReaders: List<Pending> get() = readers?.waiting().orEmpty()

    /** Runs the computation; called by one thread at a time. */
    protected abstract fun compute(): Storage

    /** Lets go of what the computation needed: it has run, or nobody may ask for it any more. */
    protected open fun forget() {}

    /** Notes that the computation reads [value], so that it runs before somebody overwrites the bytes. */
    protected fun reads(value: Value) {
        when (val content = value.content) {
            is Storage -> content.readBy(this)
            is Pending -> content.readBy(this)
            else -> error("a value without bytes cannot be read")
        }
    }

    /** True if the caller is to give the bytes: they are not there, nobody else computes them, and their scope has not ended. */
    protected fun claim(): Boolean =
        synchronized(this) {
            (!isClaimed && storage == null && released == null).also { if (it) isClaimed = true }
        }

    /** Ends a [claim] with the bytes. */
    protected fun settle(bytes: Storage) {
        val late =
            synchronized(this) {
                repeat(holders) { bytes.hold() }
                if (wants > 0) bytes.want(wants)
                readers?.let { bytes.takeReaders(it) }
                firstVersion = bytes.version
                storage = bytes
                released
            }
        forget()
        unclaim()
        if (late != null) bytes.release(late)
    }

    /** Ends a [claim] without them. */
    protected fun abandon(): Unit = unclaim()

    /** The bytes; computed by the first caller, other threads wait. */
    internal fun result(op: String): Storage {
        while (true) {
            storage?.let { return it }
            checkAlive(op)
            if (claim()) break
            await()
        }
        try {
            settle(compute())
        } catch (e: Throwable) {
            abandon()
            throw e
        }
        return storage!!
    }

    internal fun checkAlive(op: String) {
        val bytes = storage
        if (bytes != null) bytes.checkAlive(op) else released?.let { throw usedAfter(op, it) }
    }

    internal fun hold() {
        synchronized(this) { storage.also { if (it == null) holders++ } }?.hold()
    }

    internal fun unhold() {
        synchronized(this) { storage.also { if (it == null) holders-- } }?.unhold()
    }

    /** Adds [count] to those that will read the bytes. */
    internal fun want(count: Int) {
        synchronized(this) { storage.also { if (it == null) wants += count } }?.want(count)
    }

    /** Runs what waits to read the bytes and is not of [scope], which ends: only other threads can have made that. */
    internal fun storeReadersOutside(scope: Scope) {
        val all = synchronized(this) { readers } ?: return
        storeAll(all.waiting().filter { it.owner !== scope }, scope.name)
    }

    /** Nobody may ask for the bytes any more, because [by] has ended. */
    internal fun release(by: String) {
        val bytes =
            synchronized(this) {
                if (released == null) released = by
                storage
            }
        if (bytes != null) {
            bytes.release(by)
        } else if (!isClaimed) {
            forget()
        }
    }

    private fun readBy(reader: Pending) {
        val bytes = synchronized(this) { storage.also { if (it == null) (readers ?: Readers().also { new -> readers = new }).add(reader) } }
        bytes?.readBy(reader)
    }

    private fun unclaim() {
        synchronized(this) {
            isClaimed = false
            waiting.also { waiting = null }
        }?.countDown()
    }

    /** Returns when nobody computes. An interrupt waits so long. */
    private fun await() {
        val latch = synchronized(this) { if (isClaimed) waiting ?: CountDownLatch(1).also { waiting = it } else null } ?: return
        var interrupted = false
        while (true) {
            try {
                latch.await()
                break
            } catch (_: InterruptedException) {
                interrupted = true
            }
        }
        if (interrupted) Thread.currentThread().interrupt()
    }

    internal companion object {
        /** Stores [all], the newest first: what it is computed from may be given on the way. */
        fun storeAll(all: List<Pending>, op: String) {
            if (all.isEmpty()) return
            all.forEach { it.hold() }
            try {
                for (i in all.indices.reversed()) if (all[i].isWaiting) all[i].result(op)
            } finally {
                all.forEach { it.unhold() }
            }
        }
    }
}

/** The computation that will give the bytes of the value, or null if they are there. */
public val Value.pending: Pending? get() = (content as? Pending)?.takeIf { it.stored == null }

internal val Value.isPending: Boolean get() = pending != null

/** The storage, or what will give it. */
internal val Value.bytes: Content get() = (content as? Pending)?.stored ?: content

/** Fails with the name of [op] if the scope has ended that made the value. */
internal fun Value.checkAlive(op: String) {
    when (val content = content) {
        is Storage -> content.checkAlive(op)
        is Pending -> content.checkAlive(op)
        else -> Evaluator.store(this, op)
    }
}
