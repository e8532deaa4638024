package dev.rankine.tensor.generate

/**
 * A reduction by axis name.
 *
 * @property list whether the untyped function takes a list of axes, or one.
 */
private class Reduction(val name: String, val doc: String, val list: Boolean = true)

private val reductions =
    listOf(
        Reduction("sum", "The sum"),
    )

/** Reductions: an overload per axis of each rank, without the axis and (`...Keep`) with the axis kept as size 1. */
internal fun reduceSources(): List<Source> =
    reductions.map { op ->
        Source(
            op.name.replaceFirstChar { it.uppercase() },
            listOf(op.name),
            listOf(whole(op)) + places().map { (rank, axis) -> single(op, rank, axis) } +
                places().map { (rank, axis) -> kept(op, rank, axis) },
        )
    }

/** Every axis of every rank that has one. */
internal fun places(): List<Pair<Int, Int>> = RANKS.flatMap { rank -> (0 until rank).map { rank to it } }

private fun whole(op: Reduction): Overload =
    Overload(
        "${op.doc} of all elements.",
        op.name,
        "All",
        listOf("S : Shape"),
        "Tensor<S>",
        emptyList(),
        "Tensor<Scalar>",
        "Tensor(${op.name}(value))",
    )

private fun single(op: Reduction, rank: Int, axis: Int): Overload {
    val axes = letters(rank)
    val left = axes.without(axis)
    return Overload(
        doc = "${op.doc} along [over]. `${words(axes)} -> ${words(left)}`",
        name = op.name,
        tag = "$rank${axes[axis]}",
        types = loose(axes),
        receiver = tensor(axes),
        parameters = listOf("over: ${axes[axis]}"),
        result = tensor(left),
        body = "Tensor(${op.name}(value, ${place(op, axis)}))",
    )
}

private fun kept(op: Reduction, rank: Int, axis: Int): Overload {
    val axes = letters(rank)
    val left = axes.with(axis, "One")
    return Overload(
        doc = "${op.doc} along [over], whose axis stays with size 1. `${words(axes)} -> ${words(left)}`",
        name = "${op.name}Keep",
        tag = "$rank${axes[axis]}",
        types = loose(axes),
        receiver = tensor(axes),
        parameters = listOf("over: ${axes[axis]}"),
        result = tensor(left),
        body = "Tensor(${op.name}(value, ${place(op, axis)}, keepDim = true))",
    )
}

private fun place(op: Reduction, axis: Int): String = if (op.list) "listOf($axis)" else "$axis"
