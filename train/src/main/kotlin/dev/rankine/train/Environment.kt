package dev.rankine.train

import dev.rankine.ops.Backends
import dev.rankine.ops.rankineVersion

/** What a run depends on: versions, machine, backend. Print it at the start, so that a log says where it comes from. */
public object Environment {
    /** Rankine, Kotlin, Java, system, processors and heap in one line. */
    public fun machine(): String {
        val runtime = Runtime.getRuntime()
        val processors = runtime.availableProcessors()
        return "Rankine $rankineVersion, Kotlin ${KotlinVersion.CURRENT}, " +
            "Java ${property("java.version")} (${property("java.vendor")}), ${property("os.name")} ${property("os.arch")}, " +
            "$processors ${if (processors == 1) "processor" else "processors"}, heap up to ${runtime.maxMemory() shr 20} MiB"
    }

    /**
     * The backend that new values use, why each other one that was found is not used, and why faster ones are absent.
     *
     * @throws dev.rankine.ops.BackendUnavailableException if the one that was asked for cannot be used.
     */
    public fun backend(): String =
        Backends.description() + FASTER.filterKeys { it !in Backends.names }.entries.joinToString("") { (name, why) -> "; $name: $why" }

    private fun property(name: String): String = System.getProperty(name) ?: "unknown"

    /** Backends that are or would be faster, and why one is not found. */
    private val FASTER = mapOf("vector" to "dev.rankine:kernels is not on the class path", "cuda" to "not part of this version")
}
