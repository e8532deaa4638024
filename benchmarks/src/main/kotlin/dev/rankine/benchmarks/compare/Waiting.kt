package dev.rankine.benchmarks.compare

/** What workers of OpenMP do between two pieces of work. Which is better depends on the work, so that it is chosen for each row. */
internal enum class Waiting {
    /** They sleep: they never take a processor from the other side, and each piece of work has to wake them. */
    PASSIVE {
        // OpenBLAS has workers of its own, which else spin for 2^26 cycles, about 25 ms: through the other side's turn. 2^4 is the least
        override val settings =
            mapOf("OMP_WAIT_POLICY" to "PASSIVE", "GOMP_SPINCOUNT" to "0", "KMP_BLOCKTIME" to "0", "OPENBLAS_THREAD_TIMEOUT" to "4")
    },

    /** They look for work for about 0.1 ms before they sleep, as ours do. */
    SPINNING {
        override val settings = mapOf("GOMP_SPINCOUNT" to "30000", "KMP_BLOCKTIME" to "1", "OPENBLAS_THREAD_TIMEOUT" to "18")
    }, ;

    protected abstract val settings: Map<String, String>

    override fun toString(): String = name.lowercase()

    /** Sets the [environment] of a process in which a peer runs with so many [threads]; what it says of OpenMP goes. */
    fun pin(environment: MutableMap<String, String>, threads: Int) {
        environment.keys.removeAll { name -> FAMILIES.any { name.startsWith(it) } }
        for (name in listOf("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS")) environment[name] = "$threads"
        for (name in listOf("OMP_DYNAMIC", "MKL_DYNAMIC")) environment[name] = "FALSE"
        environment += settings
    }

    companion object {
        private val FAMILIES = listOf("OMP_", "GOMP_", "KMP_", "MKL_", "OPENBLAS_")

        /** A share of the time that says nothing: within it, workers sleep. */
        const val ALIKE: Double = 0.05
    }
}
