package dev.rankine.benchmarks.health

import dev.rankine.benchmarks.compare.Table
import dev.rankine.benchmarks.compare.median
import java.util.Locale

/**
 * What several processes say together.
 *
 * @param processes what each found.
 * @param skipped lines of the compiler of the virtual machine about methods that it gave up.
 */
internal class Diagnosis(private val processes: List<List<Found>>, private val skipped: List<String>) {
    private val names = processes.flatten().map { it.name }.distinct()

    private fun of(name: String) = processes.mapNotNull { found -> found.firstOrNull { it.name == name } }

    /** What is wrong, a sentence each. */
    val problems: List<String> =
        skipped.distinct().map { "the compiler gave a method up: $it" } +
            names.flatMap { name ->
                val found = of(name)
                val median = found.map { it.nanoseconds }.median()
                val slow =
                    found
                        .filter {
                            it.nanoseconds > median / SLOWEST
                        }.map { "$name takes ${Table.time(it.nanoseconds)} in a process, ${Table.time(median)} in the median" }
                val grown = found.filter { it.grows }.maxByOrNull { it.large - it.small }
                slow +
                    listOfNotNull(
                        grown?.let { "$name allocates by its size: ${it.small} B a call, ${it.large} B for four times the work" },
                    ) +
                    if (found.size <
                        processes.size
                    ) {
                        listOf("$name was measured in ${found.size} of ${processes.size} processes")
                    } else {
                        emptyList()
                    }
            }

    /** A line for each kernel, in Markdown. */
    fun table(): String =
        "| kernel | median | best | slowest, share of the best rate | heap a call | heap, work x 4 |\n|---|---|---|---|---|---|\n" +
            names.joinToString("") { name ->
                val times = of(name).map { it.nanoseconds }
                "| %s | %s | %s | %.2f | %d B | %d B |\n".format(
                    Locale.ROOT,
                    name,
                    Table.time(times.median()),
                    Table.time(times.min()),
                    times.min() / times.max(),
                    of(name).maxOf { it.small },
                    of(name).maxOf { it.large },
                )
            }

    companion object {
        /** What share of the median rate a process must reach. */
        const val SLOWEST: Double = 0.5

        /**
         * The line of the compiler if it gave up a method of ours for good; null for any other.
         * What it puts off because a class came in between, it tries again.
         */
        fun skipped(line: String): String? =
            if ("COMPILE SKIPPED" in line && OURS in line && PUT_OFF !in line) line.trim().replace(Regex("\\s+"), " ") else null

        private const val PUT_OFF = "concurrent class loading"
        private const val OURS = "dev.rankine"
    }
}
