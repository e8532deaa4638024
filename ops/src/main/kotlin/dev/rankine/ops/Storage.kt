package dev.rankine.ops

import dev.rankine.shapes.DType
import dev.rankine.shapes.RankineException
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater

/** A value was used after its scope had returned its storage. */
public class ReleasedException(message: String) : RankineException(message)

/**
 * Bytes on a backend, shared by all views of them. Only storages have a lifetime; values are handles.
 *
 * @property dtype the type of the elements.
 * @property elements how many there are.
 */
public abstract class Storage(public val dtype: DType, public val elements: Int) : Content {
    /** Counted by [HOLDERS]: a counter of its own would be one object more for every result of an op. */
    @Volatile
    private var holders = 0

    /** Set once, by [RELEASED]: who has released the bytes. */
    @Volatile
    private var released: String? = null

    /** Counted by [WANTS]: how many later parts of a computation will read the bytes. */
    @Volatile
    private var wants = 0

    /** Whether the scope that made the bytes has ended while somebody held them. */
    @Volatile
    private var orphaned = false

    /** How often the bytes were overwritten in place; backward compares it with what it saw. */
    @Volatile
    public var version: Int = 0
        private set

    /** Where the last in-place write came from, for the message of backward. */
    @Volatile
    public var writer: String? = null
        private set

    /** Whether a view of these bytes was recorded: then a recorded write in place would make a gradient wrong. */
    @Volatile
    public var hasRecordedView: Boolean = false
        internal set

    @Volatile
    private var readers: Readers? = null

    /** Whether a slot or a live tape needs the bytes beyond the end of a scope. */
    public val isHeld: Boolean get() = holders > 0

    /** Whether the bytes are gone. */
    public val isReleased: Boolean get() = released != null

    /** Keeps the bytes beyond the end of every scope until [unhold] was called as often. */
    public fun hold() {
        HOLDERS.incrementAndGet(this)
    }

    /** Takes one [hold] back. Without any left, bytes whose own scope has ended meanwhile belong to the scope that runs now. */
    public fun unhold() {
        if (HOLDERS.decrementAndGet(this) == 0 && adopted()) Scope.current()?.own(this)
    }

    /** Whether a later part of a computation will read the bytes; see [Needed]. */
    internal val isWanted: Boolean get() = wants > 0

    /** Adds [count] to those that will read the bytes. */
    internal fun want(count: Int) {
        WANTS.addAndGet(this, count)
    }

    /** Whether a computation waits to read the bytes. */
    internal val isRead: Boolean get() = synchronized(this) { readers }?.isWaiting == true

    /** True, and noted, if somebody holds the bytes at the end of their scope: who lets go last hands them to a scope. */
    internal fun orphan(): Boolean =
        synchronized(this) {
            if (isHeld) orphaned = true
            orphaned
        }

    /** Releases the bytes at the end of their scope [by] unless somebody holds them. Mostly nobody does, or waits to read them: no lock then. */
    internal fun end(by: String) {
        if (isHeld || orphaned || readers != null) {
            if (orphan()) return
            nonCancellable { storeReaders(by) } // those of other threads
        }
        release(by)
    }

    /** Whether the bytes had no scope; then the caller must give them one. */
    internal fun adopted(): Boolean = synchronized(this) { orphaned.also { orphaned = false } }

    /** Notes that [op] will write in place: computations that wait to read the bytes run before. */
    public fun written(op: String) {
        storeReaders(op)
        version++
        writer = op
    }

    /** Returns the bytes to the backend; later use is a sentence that names [by]. */
    public fun release(by: String) {
        if (RELEASED.compareAndSet(this, null, by)) free()
    }

    /**
     * Fails if the bytes are gone.
     *
     * @throws ReleasedException naming [op] and the scope.
     */
    public fun checkAlive(op: String) {
        val by = released ?: return
        throw usedAfter(op, by)
    }

    /** Notes that [reader] waits to read the bytes. */
    internal fun readBy(reader: Pending) {
        synchronized(this) { readers ?: Readers().also { readers = it } }.add(reader)
    }

    /** Takes over what waited for the computation of the bytes. */
    internal fun takeReaders(given: Readers) {
        val before = synchronized(this) { readers.also { readers = given } }
        before?.waiting()?.forEach(given::add)
    }

    /** Runs the computations that wait to read the bytes. */
    internal fun storeReaders(op: String) {
        val all = synchronized(this) { readers } ?: return
        Pending.storeAll(all.waiting(), op)
    }

    /** Gives the bytes back to the pool or the collector; called at most once. */
    protected abstract fun free()

    private companion object {
        val HOLDERS: AtomicIntegerFieldUpdater<Storage> = AtomicIntegerFieldUpdater.newUpdater(Storage::class.java, "holders")
        val WANTS: AtomicIntegerFieldUpdater<Storage> = AtomicIntegerFieldUpdater.newUpdater(Storage::class.java, "wants")
        val RELEASED: AtomicReferenceFieldUpdater<Storage, String> =
            AtomicReferenceFieldUpdater.newUpdater(Storage::class.java, String::class.java, "released")
    }
}

internal fun usedAfter(op: String, by: String): ReleasedException =
    ReleasedException(
        "$op: a value was used after $by had ended\n  hint: return the value from the block, or call keep() on it inside the block",
    )

/**
 * A storage whose elements the processor can reach one by one. The rows' plain meaning runs on any of these.
 * Floating elements read as `Double`, integers and booleans (0 or 1) as `Long`; u8 reads as 0..255.
 */
public abstract class HostStorage(dtype: DType, elements: Int) : Storage(dtype, elements) {
    /** Element [index] as a double, whatever the type. */
    public abstract fun getDouble(index: Int): Double

    /** Element [index] as a long, whatever the type; floats are truncated. */
    public abstract fun getLong(index: Int): Long

    /** Stores [value] in element [index], converted as PyTorch casts. */
    public abstract fun setDouble(index: Int, value: Double)

    /** Stores [value] in element [index], converted as PyTorch casts. */
    public abstract fun setLong(index: Int, value: Long)
}
