package dev.rankine.kernels

/** What a thread knows about ranges: whether it runs a block, and which workers share the ranges that it calls. */
internal class Seat {
    /** Whether the thread runs a block of a range; ranges inside it run on this thread. */
    @JvmField var isTaken: Boolean = false

    @JvmField var workers: Workers = Workers.shared

    companion object {
        private val local: ThreadLocal<Seat> = ThreadLocal.withInitial { Seat() }

        /** That of this thread. */
        fun get(): Seat = local.get()
    }
}
