package dev.rankine.kernels

import dev.rankine.ops.Backend

/** What [VectorProvider] asks once it knows that this class can be loaded. */
internal object Start {
    /** Why this machine cannot run the backend, in one sentence, or null. */
    @JvmStatic
    fun problem(): String? =
        narrow(LaneLoader.natural())
            ?: lanesProblem(System.getProperty(LANES))
            ?: Workers.problem(System.getProperty("rankine.threads"))
            ?: Budget.problem(System.getProperty(Budget.PROPERTY))
            ?: Deferring.problem(System.getProperty(Deferring.PROPERTY))

    /** What is wrong with [lanes] as a width of vectors, in one sentence, or null. */
    fun lanesProblem(lanes: String?): String? =
        if (lanes == null || lanes in WIDTHS) null else "$LANES is not one of ${WIDTHS.joinToString()}: $lanes"

    /** What is wrong with vectors of [bits], or null. */
    fun narrow(bits: Int): String? =
        if (bits >= NARROWEST) {
            null
        } else {
            "needs vectors of $NARROWEST bits, and this processor has $bits: use the plain backend, or another machine"
        }

    @JvmStatic
    fun open(): Backend = VectorBackend(lanes)

    @JvmStatic
    fun describe(): String = "vectors of $lanes bits, ${Workers.count} ${if (Workers.count == 1) "thread" else "threads"}"

    /** The width that the system property `rankine.lanes` asks for, else the machine's own. */
    private val lanes: Int get() = System.getProperty(LANES)?.toInt() ?: LaneLoader.natural()

    private const val LANES = "rankine.lanes"
    private const val NARROWEST = 128
    private val WIDTHS = listOf("128", "256", "512")
}
