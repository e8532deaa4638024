package dev.rankine.nn

import dev.rankine.shapes.Sizes
import java.util.Locale

/**
 * What a model consists of and what a call of it costs; made by [summary]. Printed, it is a table: a line for each call of a module, in the order of
 * the calls. Numbers of a line are those of the module itself, without the modules below it, so that columns add up.
 *
 * @property rows one for each call.
 * @property uncalled the names of parameters of the model that belong to no module which was called.
 * @property parameters how many numbers the model's parameters have; shared ones count once.
 * @property trainable how many of them learn.
 * @property parameterBytes the memory of the parameters.
 */
public class Summary internal constructor(
    public val rows: List<Row>,
    public val uncalled: List<String>,
    public val parameters: Long,
    public val trainable: Long,
    public val parameterBytes: Long,
) {
    /**
     * A call of a module.
     *
     * @property path its name in the model, `encoder.0`; empty for the model itself.
     * @property kind its class.
     * @property results the sizes of what it gave, with the names of the axes.
     * @property parameters how many numbers its own parameters have that no row before has shown.
     * @property frozen how many of these do not learn.
     * @property isRepeated whether a row before is a call of the same module.
     * @property multiplyAdds how many products it added up: those of matrices and convolutions.
     * @property activationBytes the memory of the results of its ops: what a backward pass keeps at most.
     */
    public class Row internal constructor(
        public val path: String,
        public val kind: String,
        public val results: List<Sizes>,
        public val parameters: Long,
        public val frozen: Long,
        public val isRepeated: Boolean,
        public val multiplyAdds: Long,
        public val activationBytes: Long,
    )

    /** How many products a call adds up; an addition goes with each. */
    public val multiplyAdds: Long get() = rows.sumOf { it.multiplyAdds }

    /** The floating-point operations of a call, FLOPs: two for each of the [multiplyAdds], none for work that is one step an element. */
    public val flops: Long get() = 2 * multiplyAdds

    /** The memory of the results of all ops of a call: what a backward pass keeps at most. */
    public val activationBytes: Long get() = rows.sumOf { it.activationBytes }

    override fun toString(): String {
        val table = listOf(TITLES) + rows.map(::cells)
        val widths = TITLES.indices.map { column -> table.maxOf { it[column].length } }
        val lines =
            table.map { line ->
                line.indices.joinToString("  ") { if (it < TEXTS) line[it].padEnd(widths[it]) else line[it].padStart(widths[it]) }.trimEnd()
            }
        val frozen = if (trainable == parameters) "" else ", of which ${grouped(parameters - trainable)} are frozen"
        val more =
            listOf(
                "parameters     ${grouped(parameters)} (${bytes(parameterBytes)})$frozen",
                "activations    ${bytes(activationBytes)}",
                "multiply-adds  ${grouped(multiplyAdds)}",
                "FLOPs          ${grouped(flops)} (two for each multiply-add)",
            ) + if (uncalled.isEmpty()) emptyList() else listOf("not called     ${uncalled.joinToString()}")
        return (lines + "" + more).joinToString("\n")
    }

    private fun cells(row: Row): List<String> =
        listOf(
            row.path.ifEmpty { "(model)" },
            row.kind,
            row.results.joinToString().ifEmpty { "?" },
            if (row.isRepeated) "as above" else grouped(row.parameters) + if (row.frozen > 0) " (${grouped(row.frozen)} frozen)" else "",
            grouped(row.multiplyAdds),
            bytes(row.activationBytes),
        )

    private companion object {
        val TITLES = listOf("layer", "kind", "output", "parameters", "multiply-adds", "activations")

        /** How many columns are texts, which begin at the left. */
        const val TEXTS = 3

        fun grouped(number: Long): String = "%,d".format(Locale.ROOT, number)

        fun bytes(number: Long): String =
            when {
                number < 1L shl 10 -> "$number B"
                number < 1L shl 20 -> "%.1f KiB".format(Locale.ROOT, number / 1024.0)
                number < 1L shl 30 -> "%.1f MiB".format(Locale.ROOT, number / 1048576.0)
                else -> "%.1f GiB".format(Locale.ROOT, number / 1073741824.0)
            }
    }
}
