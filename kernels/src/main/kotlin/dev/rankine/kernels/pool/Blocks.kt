package dev.rankine.kernels

/**
 * Memory of the machine, which is never given back while the process lives: an address that was valid once stays valid.
 * Large chunks are blocks of their own, small ones are cut from slabs.
 *
 * @property limit how many bytes may be taken from the machine.
 */
internal class Blocks(val limit: Long) {
    private val pages = Pages()
    private var slab = 0L
    private var end = 0L

    /** How many bytes were taken from the machine. */
    @Volatile
    var reserved = 0L
        private set

    /**
     * The address of a new chunk of [bytes], or 0 if that would be above the limit.
     *
     * @param spare takes the place and size of what is left of a slab.
     * @throws OutOfMemoryError if the machine has no more.
     */
    @Synchronized
    fun chunk(bytes: Long, spare: (address: Long, bytes: Long) -> Unit): Long {
        if (bytes > SMALL || (end - slab < bytes && reserved + SLAB > limit)) return block(bytes)
        if (end - slab < bytes) {
            val next = block(SLAB)
            if (end > slab) spare(slab, end - slab)
            slab = next
            end = next + SLAB
        }
        return slab.also { slab += bytes }
    }

    private fun block(bytes: Long): Long {
        if (bytes > limit - reserved) return 0
        return pages.take(bytes).also { reserved += bytes }
    }

    private companion object {
        /**
         * What small chunks are cut from. How much garbage a loop without scopes has at most depends on when Java happens to collect: a slab has room
         * for that, so that the loop does not take more and more. It is 16 MiB of the process, and 10 ms when the first storage is made.
         */
        const val SLAB = 16L shl 20

        /** The largest chunk that is cut from a slab, so that little is left of one. */
        const val SMALL = SLAB / 16
    }
}
