package dev.rankine.kernels

import dev.rankine.ops.OutOfStorageException
import dev.rankine.shapes.DType
import java.lang.ref.ReferenceQueue
import java.util.concurrent.atomic.AtomicLong

/**
 * The native memory of the vector backend: chunks that storages take and give back. Nobody closes anything. Scopes give back at once; what no
 * scope owned comes back after the collector has found it unreachable. So that this happens in time, a collection is asked for when much
 * was handed out since the last one: more than 64 MiB and more than what was live then.
 *
 * Chunks are multiples of 64 bytes with at most an eighth to spare, and all numbers here count whole chunks. All backends of a process share one
 * memory. It never shrinks: what is free waits for the next storage. With the system property `rankine.poison` what is freed is overwritten with strange
 * numbers, so that a use after that shows.
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

    private val pacing = Pacing(leased) { for (bin in bins) bin.sweep() }

    /** How often a collection was asked for. */
    public val collections: Int get() = pacing.collections

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
                val op = lease.op ?: OTHER
                val before = uses[op]
                uses[op] = MemoryUse((before?.bytes ?: 0) + bin.bytes, (before?.storages ?: 0) + 1)
            }
        }
        return uses.entries.sortedByDescending { it.value.bytes }.associate { it.toPair() }
    }

    /** Asks for a collection and takes back what nobody can reach any more. With `-XX:+DisableExplicitGC` Java ignores the question. */
    public fun collect(): Unit = pacing.collect()

    /** `live 12 MiB in 340 storages, peak 96 MiB, reserved 128 MiB of 16384 MiB`. */
    override fun toString(): String =
        "live ${text(live)} in $storages storages, peak ${text(peak)}, reserved ${text(reserved)} of ${text(limit)}"

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
        if (pacing.isDue(bin.bytes)) pacing.collectIfDue(bin.bytes)
        // before a chunk is taken: objects may fail to be made
        val storage = SegmentStorage(dtype, elements, null)
        val lease = Lease(storage, lost)
        if (!bin.take(lease)) find(bin, lease, backend, storage)
        storage.start(lease)
        val now = leased.get()
        if (now > highest.get()) highest.accumulateAndGet(now, Math::max)
        return storage
    }

    private fun takeLost() {
        while (true) (lost.poll() as Lease? ?: return).end()
    }

    /** A chunk for [lease] when [bin] has none. */
    private fun find(bin: Bin, lease: Lease, backend: String, storage: SegmentStorage) {
        if (pacing.isEnough(reserved + bin.bytes) && reuse(bin, lease)) return
        var cause: OutOfMemoryError? = null
        try {
            if (grow(bin, lease)) return
        } catch (e: OutOfMemoryError) {
            cause = e
        }
        if (takeLarger(bin, lease, bin.bytes * 2)) return
        pacing.collectSince(collections)
        if (takeLarger(bin, lease, Long.MAX_VALUE)) return
        throw noRoom(this, backend, storage.dtype, storage.elements, cause)
    }

    /** Asks the collector early, or takes a chunk that is a little too large. */
    private fun reuse(bin: Bin, lease: Lease): Boolean {
        if (pacing.mayBeGarbage()) pacing.collectSince(collections)
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

    /** Takes the smallest free chunk from the size of [bin] to [most]. */
    private fun takeLarger(bin: Bin, lease: Lease, most: Long): Boolean =
        (SizeClasses.index(bin.bytes) until bins.size).any { bins[it].bytes <= most && bins[it].take(lease) }

    internal companion object {
        /** The memory of this process. */
        val process: Memory by lazy { Memory(Budget.read(), System.getProperty("rankine.poison").toBoolean()) }

        private const val OTHER = "other"
    }
}
