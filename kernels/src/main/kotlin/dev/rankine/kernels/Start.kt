package dev.rankine.kernels

import dev.rankine.ops.Backend

/** What [VectorProvider] asks once it knows that this class can be loaded. */
internal object Start {
    /** Why this machine cannot run the backend, in one sentence, or null. */
    @JvmStatic
    fun problem(): String? =
        narrow(LaneLoader.natural())
            ?: Workers.problem(System.getProperty("rankine.threads"))
            ?: Budget.problem(System.getProperty(Budget.PROPERTY))

    /** What is wrong with vectors of [bits], or null. */
    fun narrow(bits: Int): String? =
        if (bits >= NARROWEST) {
            null
        } else {
            "needs vectors of $NARROWEST bits, and this processor has $bits: use the plain backend, or another machine"
        }

    @JvmStatic
    fun open(): Backend = VectorBackend()

    @JvmStatic
    fun describe(): String = "vectors of ${LaneLoader.natural()} bits, ${Workers.count} ${if (Workers.count == 1) "thread" else "threads"}"

    private const val NARROWEST = 128
}
