package dev.rankine.benchmarks.compare.rows

import dev.rankine.benchmarks.compare.Row

/** All rows, in the order of the table. */
internal object Rows {
    val all: List<Row> by lazy {
        listOf(
            training,
            inference,
            products,
            linearLayers,
            reductions,
            norms,
            losses,
            elementwise,
            layouts,
            moves,
            draws,
            convolutions,
            pools,
            optimizers,
            attention,
            recurrent,
            chains,
        ).flatten()
    }

    /** The names of the families. */
    val families: List<String> get() = all.map { it.family }.distinct()

    /** Rows whose `family: name` contains the regular [expression]. */
    fun matching(expression: String): List<Row> = Regex(expression).let { regex -> all.filter { regex.containsMatchIn("$it") } }
}
