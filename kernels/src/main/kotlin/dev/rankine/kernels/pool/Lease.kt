package dev.rankine.kernels

import java.lang.ref.PhantomReference
import java.lang.ref.ReferenceQueue

/**
 * That a storage has a chunk: what gives the chunk back, once, when the storage is released or, without that, after the collector has
 * found that nobody can reach it.
 */
internal class Lease(storage: SegmentStorage, lost: ReferenceQueue<SegmentStorage>) : PhantomReference<SegmentStorage>(storage, lost) {
    /** Where the chunk is, and to whom it goes back; set by the bin. */
    var address = 0L
    var bin: Bin? = null

    /** The place in the bin's list, negative once the chunk is back. Guarded by the bin. */
    var place = -1

    /** The op that filled the storage, if that is asked for. */
    @Volatile
    var op: String? = null

    /** Gives the chunk back unless it is back already. */
    fun end() {
        bin?.give(this)
    }
}
