package dev.rankine.kernels

import dev.rankine.ops.OutOfStorageException
import dev.rankine.shapes.DType
import java.lang.ref.ReferenceQueue
import java.util.concurrent.atomic.AtomicLong
import java.util.concurrent.locks.ReentrantLock

/**
 * The native memory of the vector backend: chunks that storages take and give back. Nobody closes anything. Scopes give back at once; what no
 * scope owned comes back after the collector has found it unreachable. So that this happens in time, a collection is asked for when much
 * was handed out since the last one: more than 64 MiB and more than what was live then.
 *
 * Chunks are multiples of 64 bytes with at most an eighth to spare, and all numbers here count whole chunks. All backends of a process share one
 * memory. It never shrinks: what is free waits for the next storage.
 *
 * @property limit how many bytes may be taken from the machine: the system property `rankine.memory` (`512m`, `8g`),
 *   else 70 % of what the machine, or the container, has.
 */
public class Memory internal constructor(public val limit: Long, poison: Boolean = false) {
    private val leased = AtomicLong()
    private val highest = AtomicLong()
    private val blocks = Blocks(limit)
    private val bins = Array(SizeClasses.count) { Bin(SizeClasses.bytes(it), leased, poison) }

    /** Storages that the collector found unreachable before a scope released them. */
    private val lost = ReferenceQueue<SegmentStorage>()

    private val collecting = ReentrantLock()

    @Volatile
    private var liveThen = 0L

    @Volatile
    private var trigger = ALLOWANCE

    /**
     * What was live and the allowance, after some collection. It follows in steps: what is live when a collection is asked for differs a little from
     * one time to the next, and each time might be a new highest.
     */
    @Volatile
    private var enough = ALLOWANCE

    /** How often a collection was asked for. */
    @Volatile
    public var collections: Int = 0
        private set

    /** The bytes of storages that were neither released nor found unreachable. */
    public val live: Long get() = leased.get()

    /** How many storages were neither released nor found unreachable. */
    public val storages: Int get() = bins.sumOf { it.storages }

    /** The bytes taken from the machine. */
    public val reserved: Long get() = blocks.reserved

    /** The highest [live] so far, or since [resetPeak]. */
    public val peak: Long get() = highest.get()

    /** Whether storages note the op that fills them, for [byOp]; off at first. It costs some nanoseconds per op. */
    @Volatile
    public var tracking: Boolean = false

    /** Lets [peak] start again from [live]. */
    public fun resetPeak(): Unit = highest.set(live)

    /**
     * What each op's results hold now, the most first. Ops are known while [tracking] is on: `valueOf` stands for elements that came from
     * the host, `other` for storages of which nothing was noted.
     */
    public fun byOp(): Map<String, MemoryUse> {
        val uses = HashMap<String, MemoryUse>()
        for (bin in bins) {
            bin.forEach { lease ->
                val before = uses[lease.op ?: OTHER]
                uses[lease.op ?: OTHER] = MemoryUse((before?.bytes ?: 0) + bin.bytes, (before?.storages ?: 0) + 1)
            }
        }
        return uses.entries.sortedByDescending { it.value.bytes }.associate { it.toPair() }
    }

    /** Asks for a collection and takes back what nobody can reach any more. With `-XX:+DisableExplicitGC` Java ignores the question. */
    public fun collect(): Unit = collectSince(null)

    /** `live 12 MiB in 340 storages, peak 96 MiB, reserved 128 MiB of 16384 MiB`. */
    override fun toString(): String =
        "live ${mebi(live)} MiB in $storages storages, peak ${mebi(peak)} MiB, reserved ${mebi(reserved)} MiB of ${mebi(limit)} MiB"

    /**
     * New storage; what it contains is undefined. The common case takes two objects (the storage and its lease) and one lock.
     *
     * @param backend the word that messages use.
     * @throws OutOfStorageException if there is no room.
     */
    internal fun allocate(backend: String, dtype: DType, elements: Int): SegmentStorage {
        takeLost()
        val wanted = elements.toLong() * dtype.bytes
        val bin = bins[SizeClasses.index(wanted)]
        if (leased.get() + bin.bytes > trigger) pace(bin.bytes)
        // before a chunk is taken: objects may fail to be made
        val storage = SegmentStorage(dtype, elements, null)
        val lease = Lease(storage, lost)
        if (!bin.take(lease)) find(backend, bin, storage, lease)
        storage.start(lease)
        val now = leased.get()
        if (now > highest.get()) highest.accumulateAndGet(now, Math::max)
        return storage
    }

    private fun takeLost() {
        while (true) (lost.poll() as Lease? ?: return).end()
    }

    /** One collection, so that a loop without scopes keeps within its allowance; other threads meanwhile go on. */
    private fun pace(bytes: Long) {
        if (!collecting.tryLock()) return
        try {
            if (leased.get() + bytes > trigger) runCollection()
        } finally {
            collecting.unlock()
        }
    }

    /** A chunk for [lease] when [bin] has none. */
    private fun find(backend: String, bin: Bin, storage: SegmentStorage, lease: Lease) {
        if (isEnough(bin.bytes) && reuse(bin, lease)) return
        var cause: OutOfMemoryError? = null
        try {
            if (grow(bin, lease)) return
        } catch (e: OutOfMemoryError) {
            cause = e
        }
        if (takeLarger(bin, lease, bin.bytes * 2)) return
        collectSince(collections)
        if (takeLarger(bin, lease, Long.MAX_VALUE)) return
        throw OutOfStorageException(noRoom(backend, storage), cause)
    }

    /** Whether the pool has enough in some sizes: then more would be needed only because the sizes come in another mixture. */
    private fun isEnough(bytes: Long): Boolean = blocks.reserved + bytes > enough

    /** Keeps a loop without scopes from growing on and on: asks the collector early, or takes a chunk that is a little too large. */
    private fun reuse(bin: Bin, lease: Lease): Boolean {
        if (leased.get() - liveThen >= allowance(liveThen) / 2) {
            collectSince(collections)
            if (bin.take(lease)) return true
        }
        return takeLarger(bin, lease, bin.bytes + bin.bytes / 4)
    }

    private fun grow(bin: Bin, lease: Lease): Boolean {
        val address = blocks.chunk(bin.bytes, ::spare)
        if (address != 0L) bin.lease(lease, address)
        return address != 0L
    }

    /** Makes chunks of what is left of a slab. */
    private fun spare(address: Long, bytes: Long) {
        var at = address
        while (at < address + bytes) {
            val bin = bins[SizeClasses.within(address + bytes - at)]
            bin.add(at)
            at += bin.bytes
        }
    }

    /** At the limit a larger chunk is better than none. */
    private fun takeLarger(bin: Bin, lease: Lease, most: Long): Boolean =
        (SizeClasses.index(bin.bytes) until bins.size).any { bins[it].bytes <= most && bins[it].take(lease) }

    /** One collection, unless another thread has finished one since [seen] were. */
    private fun collectSince(seen: Int?) {
        collecting.lock()
        try {
            if (seen == null || collections == seen) runCollection()
        } finally {
            collecting.unlock()
        }
    }

    /** The leases say themselves what the collector found: nothing needs to wait for the thread that fills the queue. */
    private fun runCollection() {
        System.gc()
        for (bin in bins) bin.sweep()
        liveThen = leased.get()
        trigger = liveThen + allowance(liveThen)
        if (trigger > enough + enough / SLACK) enough = trigger
        collections++
    }

    private fun allowance(live: Long): Long = maxOf(ALLOWANCE, live)

    private fun noRoom(backend: String, storage: SegmentStorage): String {
        val wanted = storage.elements.toLong() * storage.dtype.bytes
        val hint =
            if (wanted > limit) {
                "use smaller batches, or set -D${Budget.PROPERTY} if the machine has more"
            } else {
                "wrap steps in scope { }, use smaller batches, or set -D${Budget.PROPERTY} if the machine has more"
            }
        return "$backend: no room for ${storage.elements} elements of ${storage.dtype}: ${size(wanted)} wanted, ${size(live)} in use and " +
            "${size(reserved - live)} free in other sizes, the limit is ${size(limit)}\n  hint: $hint"
    }

    internal companion object {
        /** The memory of this process. */
        val process: Memory by lazy { Memory(Budget.read(), System.getProperty("rankine.poison").toBoolean()) }

        /** How much may be handed out between collections even if little is live. */
        const val ALLOWANCE = 64L shl 20

        /** Part of [enough] by which it must be exceeded. */
        private const val SLACK = 8

        private const val OTHER = "other"
        private const val MEBI = 20
        private const val KIBI = 10

        private fun mebi(bytes: Long): Long = bytes shr MEBI

        private fun size(bytes: Long): String = if (bytes < 10 shl MEBI) "${bytes shr KIBI} KiB" else "${mebi(bytes)} MiB"
    }
}
