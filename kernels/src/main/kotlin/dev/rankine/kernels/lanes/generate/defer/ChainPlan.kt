package dev.rankine.kernels.lanes

import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.atomic.AtomicLong

/** What is known of chains that compute the same: how much one loop would have saved so far, and the loops, by the nodes that they store. */
internal class ChainPlan {
    private val saved = AtomicLong()
    private val loops = ConcurrentHashMap<Long, Found>(2)

    @Volatile
    private var last: Found? = null

    private class Found(val wanted: Long, val loop: Sweep?)

    /** Whether loops are worth being made, after one more run that would have saved to pass [elements]. */
    fun isHot(elements: Long, patience: Long): Boolean = saved.get() >= patience || saved.addAndGet(elements) > patience

    /** The loop that stores the nodes with a bit in [wanted], made by [make] once. */
    fun loop(wanted: Long, make: () -> Sweep?): Sweep? {
        last?.let { if (it.wanted == wanted) return it.loop }
        val found = loops.getOrPut(wanted) { Found(wanted, make()) }
        last = found
        return found.loop
    }
}
