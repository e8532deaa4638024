package dev.rankine.kernels

/**
 * A short wait without the kernel of the operating system, then one that lets others run, then none: the waiting thread should park.
 * On a machine with more threads than processors a long spin keeps the very thread from running that is waited for.
 *
 * A thread that let another run and got its processor back late shares it with that one: it should park too, as who is woken comes to a free
 * processor, if there is one, and who only waits is left where it is for milliseconds.
 */
internal open class Patience {
    private var start = 0L
    private var turns = 0

    /** When the last moment began, in nanoseconds. */
    var now: Long = 0L
        private set

    /** Waits a moment; false once it has lasted long enough to park. */
    fun waits(): Boolean {
        now = clock()
        if (turns++ == 0) start = now
        val waited = now - start
        if (waited > LIMIT) return false
        if (waited >= SPIN) {
            letOthersRun()
            return clock() - now < SHARED
        }
        repeat(SPINS) { Thread.onSpinWait() }
        return true
    }

    /** Nanoseconds. */
    protected open fun clock(): Long = System.nanoTime()

    protected open fun letOthersRun(): Unit = Thread.yield()

    private companion object {
        const val SPIN = 5_000L

        /** As long as most of what lies between two ranges of a step: of 1000 ranges of a small network's, 95 had to wake a worker after 100 us, 12 after 300. */
        const val LIMIT = 300_000L
        const val SPINS = 4

        /** To let others run takes a microsecond if there are none. */
        const val SHARED = 50_000L
    }
}
