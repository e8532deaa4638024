package dev.rankine.tensor.generate

/** Writing at the places that an index holds. */
internal fun scatterSources(): List<Source> =
    listOf("scatter" to "in their place", "scatterAdd" to "added").map { (name, doc) ->
        Source(name.replaceFirstChar { it.uppercase() }, listOf(name), places().map { (rank, axis) -> scatter(name, doc, rank, axis) })
    }

private fun scatter(name: String, doc: String, rank: Int, axis: Int): Overload {
    val axes = letters(rank)
    val picked = axes.with(axis, "Picked")
    val places = pattern(axes.map { "${it}i" }.with(axis, "Picked"))
    return Overload(
        doc = "A copy with the elements of [source] $doc at the numbers (int64) along [over] in [index]. `${words(
            axes,
        )} -> ${words(axes)}`",
        name = name,
        tag = "$rank${axes[axis]}",
        types = loose(axes + "Picked"),
        receiver = tensor(axes),
        parameters = listOf("over: ${axes[axis]}", "index: ${tensor(picked)}", "source: ${tensor(picked)}"),
        result = tensor(axes),
        body = "Tensor($name(value, $axis, index.value, source.value))",
        rule =
            rule(
                listOf(pattern(axes), places, "source:[*s]"),
                pattern(axes),
                axes.without(axis).map { "${word(it)}i <= ${word(it)} \"index is larger than the input\"" },
            ),
    )
}
