package dev.rankine.benchmarks.compare

import dev.rankine.ops.Backends
import dev.rankine.ops.rankineVersion
import java.io.File

/** What a run stood on, by names in the order of the report. */
internal object Head {
    /** The facts of this process, what the [peers] are. */
    fun of(peers: Map<String, String>): Map<String, String> =
        mapOf(
            "processor" to processor(File("/proc/cpuinfo")),
            "processors" to "${Runtime.getRuntime().availableProcessors()}",
            "system" to "${property("os.name")} ${property("os.version")}, ${property("os.arch")}",
            "Java" to "${property("java.version")} (${property("java.vendor")})",
            "Rankine" to "$rankineVersion, ${Backends.description()}",
        ) + peers

    /** The name that the system has for the processor in [file]. */
    fun processor(file: File): String {
        val lines = if (file.canRead()) file.readLines() else emptyList()
        return lines.firstOrNull { it.startsWith("model name") }?.substringAfter(':')?.trim() ?: "unknown"
    }

    private fun property(name: String) = System.getProperty(name) ?: "unknown"
}
