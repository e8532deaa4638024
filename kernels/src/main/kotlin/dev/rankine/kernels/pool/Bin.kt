package dev.rankine.kernels

import java.lang.foreign.MemorySegment
import java.util.concurrent.atomic.AtomicLong

/**
 * The chunks of one size: those that are free, the last returned first because the cache still has it, and the leases of the others.
 * One lock for both, so that taking and giving back cost one each.
 *
 * @property bytes the size.
 * @param live counts the bytes of leased chunks of all bins.
 * @param poison whether chunks are overwritten when they come back.
 */
internal class Bin(val bytes: Long, private val live: AtomicLong, private val poison: Boolean) {
    private var free = LongArray(0)
    private var waiting = 0
    private var leases = arrayOfNulls<Lease>(0)
    private var leased = 0

    /** How many chunks are leased. */
    val storages: Int get() = synchronized(this) { leased }

    /** Leases the chunk that came back last to [lease]; false if there is none. */
    fun take(lease: Lease): Boolean {
        synchronized(this) {
            if (waiting == 0) return false
            makeRoom()
            list(lease, free[--waiting])
        }
        live.addAndGet(bytes)
        return true
    }

    /** Leases the new chunk at [address] to [lease]. */
    fun lease(lease: Lease, address: Long) {
        synchronized(this) {
            makeRoom()
            list(lease, address)
        }
        live.addAndGet(bytes)
    }

    /** Takes in a new chunk that nobody uses yet. */
    fun add(address: Long) {
        synchronized(this) {
            makeRoom()
            push(address)
        }
    }

    /** Takes the chunk of [lease] back unless it is back already. */
    fun give(lease: Lease) {
        synchronized(this) { if (!unlist(lease)) return }
        live.addAndGet(-bytes)
    }

    /** Takes the chunks of storages back that the collector has found unreachable. */
    fun sweep() {
        var returned = 0L
        synchronized(this) {
            for (i in leased - 1 downTo 0) if (leases[i]!!.refersTo(null) && unlist(leases[i]!!)) returned += bytes
        }
        live.addAndGet(-returned)
    }

    /** Calls [visit] with every lease. */
    fun forEach(visit: (Lease) -> Unit) {
        synchronized(this) { for (i in 0 until leased) visit(leases[i]!!) }
    }

    /** For one chunk more, leased or free. Before anything changes, because this may fail; giving back cannot. */
    private fun makeRoom() {
        if (leased == leases.size) leases = leases.copyOf(maxOf(FIRST, 2 * leased))
        val chunks = leased + waiting
        if (chunks == free.size) free = free.copyOf(maxOf(FIRST, 2 * chunks))
    }

    private fun list(lease: Lease, address: Long) {
        lease.address = address
        lease.bin = this
        lease.place = leased
        leases[leased++] = lease
    }

    private fun unlist(lease: Lease): Boolean {
        val place = lease.place
        if (place < 0) return false
        lease.place = -1
        val last = leases[--leased]!!
        leases[leased] = null
        if (last !== lease) {
            leases[place] = last
            last.place = place
        }
        push(lease.address)
        return true
    }

    private fun push(address: Long) {
        if (poison) MemorySegment.ofAddress(address).reinterpret(bytes).fill(POISON)
        free[waiting++] = address
    }

    companion object {
        /** A large, strange number in every element type. */
        const val POISON: Byte = 0xdb.toByte()

        private const val FIRST = 8
    }
}
