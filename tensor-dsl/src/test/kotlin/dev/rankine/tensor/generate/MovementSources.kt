package dev.rankine.tensor.generate

/** Movements by axis name. */
internal fun movementSources(): List<Source> =
    listOf(
        Source("Transpose", listOf("transpose"), RANKS.drop(2).map { t(it) } + swaps()),
        Source(
            "Squeeze",
            listOf("squeeze", "unsqueeze"),
            RANKS.drop(1).flatMap { listOf(squeezeFirst(it), squeezeLast(it)) } +
                RANKS.toList().dropLast(1).map { unsqueezeLast(it) } +
                places().filter { it.first < RANKS.last }.map { (rank, axis) -> unsqueeze(rank, axis) },
        ),
        Source(
            "Merge",
            emptyList(),
            (2..RANKS.last).flatMap { listOf(merge(it), mergeFirst(it)) } +
                (1 until RANKS.last).flatMap { listOf(split(it), splitFirst(it)) },
        ),
        Source(
            "Unflatten",
            emptyList(),
            (1 until RANKS.last).flatMap { rank -> (rank + 1..RANKS.last).map { unflatten(rank, it) } },
        ),
    )

private fun movement(
    name: String,
    tag: String,
    doc: String,
    from: List<String>,
    to: List<String>,
    body: String,
    parameters: List<String> = emptyList(),
    rule: String = rule(listOf(pattern(from)), pattern(to)),
): Overload {
    val types = (from + to).flatMap { axis -> Regex("""\b[A-E]\b""").findAll(axis).map { it.value } }.distinct().sorted()
    return Overload(
        doc = "$doc `${words(from)} -> ${words(to)}`",
        name = name,
        tag = tag,
        types = loose(types),
        receiver = tensor(from),
        parameters = parameters,
        result = tensor(to),
        body = "Tensor($body)",
        rule = rule,
    )
}

private fun t(rank: Int): Overload {
    val axes = letters(rank)
    val swapped = axes.dropLast(2) + axes[rank - 1] + axes[rank - 2]
    return movement("t", "$rank", "The last two axes swapped, without a copy.", axes, swapped, "transpose(value, -2, -1)")
}

private fun swaps(): List<Overload> =
    RANKS.flatMap { rank -> (0 until rank).flatMap { i -> (i + 1 until rank).map { j -> swap(rank, i, j) } } }

private fun swap(rank: Int, i: Int, j: Int): Overload {
    val axes = letters(rank)
    return movement(
        name = "transpose",
        tag = "$rank${axes[i]}${axes[j]}",
        doc = "[first] and [second], named in their order, swapped without a copy.",
        from = axes,
        to = axes.with(i, axes[j]).with(j, axes[i]),
        body = "transpose(value, $i, $j)",
        parameters = listOf("first: ${axes[i]}", "second: ${axes[j]}"),
    )
}

private fun squeezeFirst(rank: Int): Overload {
    val rest = letters(rank - 1)
    return movement("squeezeFirst", "$rank", "Without the first axis.", listOf("One") + rest, rest, "squeeze(value, 0)")
}

private fun squeezeLast(rank: Int): Overload {
    val rest = letters(rank - 1)
    return movement("squeezeLast", "$rank", "Without the last axis.", rest + "One", rest, "squeeze(value, -1)")
}

private fun unsqueezeLast(rank: Int): Overload {
    val axes = letters(rank)
    return movement("unsqueezeLast", "$rank", "With a last axis of size 1.", axes, axes + "One", "unsqueeze(value, -1)")
}

private fun unsqueeze(rank: Int, axis: Int): Overload {
    val axes = letters(rank)
    return movement(
        name = "unsqueeze",
        tag = "$rank${axes[axis]}",
        doc = "With an axis of size 1 before [before].",
        from = axes,
        to = axes.insert(axis, "One"),
        body = "unsqueeze(value, $axis)",
        parameters = listOf("before: ${axes[axis]}"),
    )
}

private fun merge(rank: Int): Overload {
    val axes = letters(rank)
    val (a, b) = axes.takeLast(2)
    return movement("merge", "$rank", "The last two axes as one.", axes, axes.dropLast(2) + "Times<$a, $b>", "merged(value, ${rank - 2})")
}

private fun mergeFirst(rank: Int): Overload {
    val axes = letters(rank)
    return movement("mergeFirst", "$rank", "The first two axes as one.", axes, listOf("Times<A, B>") + axes.drop(2), "merged(value, 0)")
}

private fun split(rank: Int): Overload {
    val axes = letters(rank + 1)
    val (a, b) = axes.takeLast(2)
    return movement(
        name = "split",
        tag = "$rank",
        doc = "The last axis as two.",
        from = axes.dropLast(2) + "Times<$a, $b>",
        to = axes,
        body = "split(value, ${rank - 1}, ${a.lowercase()}.toAxis(), ${b.lowercase()}.toAxis())",
        parameters = listOf(a, b).map { "${it.lowercase()}: Sized<$it>" },
        rule = cut(axes.dropLast(2) + "Whole", listOf(a, b), axes),
    )
}

private fun splitFirst(rank: Int): Overload {
    val axes = letters(rank + 1)
    return movement(
        name = "splitFirst",
        tag = "$rank",
        doc = "The first axis as two.",
        from = listOf("Times<A, B>") + axes.drop(2),
        to = axes,
        body = "split(value, 0, a.toAxis(), b.toAxis())",
        parameters = listOf("a: Sized<A>", "b: Sized<B>"),
        rule = cut(listOf("Whole") + axes.drop(2), listOf("A", "B"), axes),
    )
}

private fun unflatten(rank: Int, result: Int): Overload {
    val axes = letters(result)
    val parts = axes.drop(rank - 1)
    val from = axes.take(rank - 1) + "Last"
    return Overload(
        doc = "The last axis cut into several; throws a `ShapeException` if they do not make it. `${words(from)} -> ${words(axes)}`",
        name = "unflatten",
        tag = "${rank}To$result",
        types = loose(axes + "Last"),
        receiver = tensor(from),
        parameters = parts.map { "${it.lowercase()}: Sized<$it>" },
        result = tensor(axes),
        body = "Tensor(unflattened(value, ${parts.joinToString { "${it.lowercase()}.toAxis()" }}))",
        rule = cut(axes.take(rank - 1) + "Whole", parts, axes),
    )
}

/** The rule by which the axis `Whole` of [from] becomes [parts]. */
private fun cut(from: List<String>, parts: List<String>, to: List<String>): String =
    rule(
        listOf(pattern(from)) + numbers(parts),
        pattern(to),
        listOf("whole == ${parts.joinToString("*") { word(it) }} \"the parts do not make the axis\""),
    )
