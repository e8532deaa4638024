package dev.rankine.tensor.generate

/**
 * A reduction by axis name.
 *
 * @property list whether the untyped function takes a list of axes, or one.
 * @property corrected whether it takes a correction.
 */
private class Reduction(val name: String, val doc: String, private val list: Boolean = true, private val corrected: Boolean = false) {
    /** What follows the axis among the parameters. */
    val extra: List<String> = if (corrected) listOf("correction: Int = 1") else emptyList()

    /** The untyped call; [axis] null reduces all. */
    fun call(axis: Int?, keep: Boolean = false): String {
        val place = axis?.let { if (list) "listOf($it)" else "$it" }
        val more = listOfNotNull("correction = correction".takeIf { corrected }, "keepDim = true".takeIf { keep })
        return (listOfNotNull("value", place) + more).joinToString(", ", "Tensor($name(", "))")
    }
}

private val reductions =
    listOf(
        Reduction("sum", "The sum"),
        Reduction("mean", "The mean"),
        Reduction("prod", "The product", list = false),
        Reduction("amax", "The largest element"),
        Reduction("amin", "The smallest element"),
        Reduction("variance", "The variance, divided by `n - correction`,", corrected = true),
        Reduction("std", "The standard deviation, divided by `n - correction`,", corrected = true),
        Reduction("logsumexp", "`log(sum(exp(x)))`"),
        Reduction("argmax", "The index (int64) of the largest element", list = false),
        Reduction("argmin", "The index (int64) of the smallest element", list = false),
        Reduction("all", "Whether every element is true, as bool,"),
        Reduction("countNonzero", "The number (int64) of elements that are not zero"),
        Reduction("any", "Whether an element is true, as bool,"),
    )

/**
 * Reductions: an overload per axis of each rank, without the axis and (`...Keep`) with the axis kept as size 1;
 * and `...Last`, one per rank, for shapes in which two axes have one name.
 */
internal fun reduceSources(): List<Source> =
    reductions.flatMap { op ->
        val word = op.name.replaceFirstChar { it.uppercase() }
        listOf(
            Source(word, listOf(op.name), listOf(whole(op)) + places().map { (rank, axis) -> single(op, rank, axis) }),
            Source(
                "${word}Keep",
                listOf(op.name),
                places().map { (rank, axis) -> kept(op, rank, axis) } + RANKS.drop(1).map { last(op, it) },
            ),
        )
    }

/** Every axis of every rank that has one. */
internal fun places(): List<Pair<Int, Int>> = RANKS.flatMap { rank -> (0 until rank).map { rank to it } }

private fun whole(op: Reduction): Overload =
    Overload(
        doc = "${op.doc} over all elements.",
        name = op.name,
        tag = "All",
        types = listOf("S : Shape"),
        receiver = "Tensor<S>",
        parameters = op.extra,
        result = "Tensor<Scalar>",
        body = op.call(null),
        rule = "s -> []",
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
        parameters = listOf("over: ${axes[axis]}") + op.extra,
        result = tensor(left),
        body = op.call(axis),
        rule = rule(listOf(pattern(axes)), pattern(left)),
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
        parameters = listOf("over: ${axes[axis]}") + op.extra,
        result = tensor(left),
        body = op.call(axis, keep = true),
        rule = rule(listOf(pattern(axes)), pattern(left)),
    )
}

private fun last(op: Reduction, rank: Int): Overload {
    val axes = letters(rank)
    val left = axes.dropLast(1)
    return Overload(
        doc = "${op.doc} along the last axis. `${words(axes)} -> ${words(left)}`",
        name = "${op.name}Last",
        tag = "$rank",
        types = loose(axes),
        receiver = tensor(axes),
        parameters = op.extra,
        result = tensor(left),
        body = op.call(rank - 1),
        rule = rule(listOf(pattern(axes)), pattern(left)),
    )
}
