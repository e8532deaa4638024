package dev.rankine.nn

/** What a stack of recurrences is told, but for its sizes. */
internal class RecurrentSettings(
    op: String,
    val layers: Int,
    val bias: Boolean,
    val batchFirst: Boolean,
    val dropout: Double,
    val isBidirectional: Boolean,
) {
    init {
        require(layers >= 1) { "$op: needs at least one layer: $layers given" }
        require(dropout in 0.0..1.0) { "$op: the probability of dropout must be in [0, 1]: $dropout" }
    }

    /** How many states there are: one for each layer and direction. */
    val states: Int get() = if (isBidirectional) 2 * layers else layers

    override fun toString(): String =
        listOfNotNull(
            "layers = $layers".takeIf { layers != 1 },
            "no bias".takeIf { !bias },
            "batch first".takeIf { batchFirst },
            "dropout = $dropout".takeIf { dropout != 0.0 },
            "bidirectional".takeIf { isBidirectional },
        ).joinToString("") { ", $it" }
}
