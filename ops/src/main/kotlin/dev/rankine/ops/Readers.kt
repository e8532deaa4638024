package dev.rankine.ops

import java.lang.ref.WeakReference

/** The computations that wait to read some bytes. They are not kept reachable: what nobody asks for any more goes. */
internal class Readers {
    private var list = arrayOfNulls<WeakReference<Pending>>(4)
    private var count = 0

    fun add(reader: Pending) {
        synchronized(this) {
            if (count == list.size) {
                compact()
                if (count > list.size / 2) list = list.copyOf(list.size * 2)
            }
            list[count++] = reader.reference
        }
    }

    /** Those that have not run yet, the oldest first. */
    fun waiting(): List<Pending> =
        synchronized(this) {
            compact()
            (0 until count).mapNotNull { list[it]!!.get() }.distinct()
        }

    /** Whether there are any that have not run. */
    val isWaiting: Boolean
        get() = synchronized(this) { (0 until count).any { list[it]!!.get()?.isWaiting == true } }

    private fun compact() {
        var kept = 0
        for (i in 0 until count) {
            val reader = list[i]!!
            if (reader.get()?.isWaiting == true) list[kept++] = reader
        }
        list.fill(null, kept, count)
        count = kept
    }
}
