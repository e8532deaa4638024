package dev.rankine.kernels

/**
 * A short wait without the kernel of the operating system, then one that lets others run, then none: the waiting thread should park.
 * On a machine with more threads than processors a long spin keeps the very thread from running that is waited for.
 */
internal class Patience {
    private var start = 0L
    private var turns = 0

    /** Waits a moment; false once it has lasted long enough to park. */
    fun waits(): Boolean {
        if (turns++ == 0) start = System.nanoTime()
        val waited = System.nanoTime() - start
        if (waited > LIMIT) return false
        if (waited < SPIN) repeat(SPINS) { Thread.onSpinWait() } else Thread.yield()
        return true
    }

    private companion object {
        const val SPIN = 5_000L

        /** As long as most of what lies between two ranges of a step: of 1000 ranges of a small network's, 95 had to wake a worker after 100 us, 12 after 300. */
        const val LIMIT = 300_000L
        const val SPINS = 4
    }
}
