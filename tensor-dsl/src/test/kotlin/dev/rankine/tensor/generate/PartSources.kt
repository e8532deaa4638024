package dev.rankine.tensor.generate

private const val SUMS = "Plus<A, B>"

/** Parts of an axis, and axes of parts. */
internal fun partSources(): List<Source> =
    listOf(
        Source(
            "SplitPlus",
            emptyList(),
            RANKS.drop(1).flatMap { listOf(splitLast(it), splitFirst(it)) } +
                places().filter { (rank, axis) -> axis in 1 until rank - 1 }.map { (rank, axis) -> splitMiddle(rank, axis) },
        ),
        Source("Halves", emptyList(), places().map { (rank, axis) -> halves(rank, axis) }),
        Source("IndexSelect", emptyList(), places().map { (rank, axis) -> indexSelect(rank, axis) }),
        Source("IndexAdd", emptyList(), places().map { (rank, axis) -> indexAdd(rank, axis) }),
        Source("Flip", listOf("flip", "named"), places().map { (rank, axis) -> turned("flip", rank, axis) }),
        Source("Roll", listOf("named", "roll"), places().map { (rank, axis) -> turned("roll", rank, axis) }),
        Source("Repeat", emptyList(), places().flatMap { (rank, axis) -> listOf(false, true).map { repeat(rank, axis, it) } }),
        Source("Pad", emptyList(), places().map { (rank, axis) -> pad(rank, axis) }),
        Source("Unbind", emptyList(), places().map { (rank, axis) -> unbind(rank, axis) }),
        Source("Get", listOf("select"), places().map { (rank, axis) -> get(rank, axis) }),
        Source("Diagonal", listOf("diagonal", "trace"), RANKS.drop(2).map { diagonal(it) } + trace()),
        Source("DiagEmbed", listOf("diagEmbed"), RANKS.drop(1).dropLast(1).map { diagEmbed(it) }),
        Source("UnsqueezeFirst", listOf("unsqueeze"), RANKS.toList().dropLast(1).map { unsqueezeFirst(it) }),
        extrema("cummax", "largest"),
        extrema("cummin", "smallest"),
    )

private fun splitLast(rank: Int): Overload {
    val before = letters(rank + 1).drop(2)
    return splitPlus("split", "$rank", "the last axis", before + SUMS, before + "A", before + "B", rank - 1)
}

private fun splitFirst(rank: Int): Overload {
    val after = letters(rank + 1).drop(2)
    return splitPlus("splitFirst", "$rank", "the first axis", listOf(SUMS) + after, listOf("A") + after, listOf("B") + after, 0)
}

private fun splitMiddle(rank: Int, axis: Int): Overload {
    val others = letters(rank + 1).drop(2)
    val (from, left, right) = listOf(SUMS, "A", "B").map { others.insert(axis, it) }
    return splitPlus("split", "$rank${'A' + axis}", "the axis `A+B`", from, left, right, axis)
}

private fun splitPlus(
    name: String,
    tag: String,
    where: String,
    from: List<String>,
    left: List<String>,
    right: List<String>,
    axis: Int,
): Overload =
    Overload(
        doc = "The parts that were joined along $where, without a copy. `${words(from)} -> ${words(left)} ${words(right)}`",
        name = name,
        tag = "Plus$tag",
        types = loose(listOf("A", "B") + (from - SUMS)),
        receiver = tensor(from),
        parameters = listOf("a: Sized<A>", "b: Sized<B>"),
        result = "Pair<${tensor(left)}, ${tensor(right)}>",
        body = "parted(value, $axis, a.toAxis(), b.toAxis()).tensors()",
    )

private fun halves(rank: Int, axis: Int): Overload {
    val axes = letters(rank)
    val half = tensor(axes.with(axis, "Half<${axes[axis]}>"))
    val words = words(axes.with(axis, "${axes[axis]}/2"))
    val doc = "Both halves along [over], without a copy. `${words(axes)} -> $words $words`"
    return Along(axes, axis, "halves", doc, emptyList(), "Pair<$half, $half>")
        .body("halved(value, $axis).tensors()", null)
}

private fun indexSelect(rank: Int, axis: Int): Overload {
    val axes = letters(rank)
    val part = axes.with(axis, "Part")
    return Along(
        axes,
        axis,
        "indexSelect",
        "The slices along [over] that [index] (int64) names, in its order. `${words(axes)} [Part] -> ${words(part)}`",
        listOf("index: Tensor<Vec<Part>>"),
        tensor(part),
        listOf("Part"),
    ).body("Tensor(selected(value, $axis, index.value))", rule(listOf(pattern(axes), "[part]"), pattern(part)))
}

private fun indexAdd(rank: Int, axis: Int): Overload {
    val axes = letters(rank)
    val part = axes.with(axis, "Part")
    return Along(
        axes,
        axis,
        "indexAdd",
        "A copy with the slices of [source] added along [over] at the numbers (int64) in [index]. `${words(axes)} -> ${words(axes)}`",
        listOf("index: Tensor<Vec<Part>>", "source: ${tensor(part)}"),
        tensor(axes),
        listOf("Part"),
    ).body("Tensor(added(value, $axis, index.value, source.value))", rule(listOf(pattern(axes), "[part]", pattern(part)), pattern(axes)))
}

private fun turned(name: String, rank: Int, axis: Int): Overload {
    val axes = letters(rank)
    val doc =
        if (name == "flip") {
            "The slices along [over] from the last to the first."
        } else {
            "The slices along [over] moved by [shift] places, those that leave the end to the start."
        }
    val shift = if (name == "roll") "shift, " else ""
    return Along(axes, axis, name, "$doc `${words(axes)} -> ${words(axes)}`", listOf("shift: Int").filter { name == "roll" }, tensor(axes))
        .body("Tensor($name(value, $shift$axis).named(value.sizes))", same(axes))
}

private fun repeat(rank: Int, axis: Int, interleave: Boolean): Overload {
    val axes = letters(rank)
    val old = axes[axis]
    val repeated = axes.with(axis, if (interleave) "Times<$old, Count>" else "Times<Count, $old>")
    val (name, call) = if (interleave) "repeatInterleave" to "interleaved" else "repeat" to "repeated"
    val doc = if (interleave) "Every slice along [over] as often in place" else "The slices along [over] end to end, as often"
    val shown = words(repeated).replace(Regex("Times<(\\w+), (\\w+)>"), "$1*$2")
    val sentence = "$doc as [count] says. `${words(axes)} -> $shown`"
    return Along(axes, axis, name, sentence, listOf("count: Sized<Count>"), tensor(repeated), listOf("Count"))
        .body("Tensor($call(value, $axis, count.toAxis()))", rule(listOf(pattern(axes), "count=?"), pattern(repeated)))
}

private fun pad(rank: Int, axis: Int): Overload {
    val axes = letters(rank)
    val padded = axes.with(axis, "Padded")
    val old = word(axes[axis])
    return Along(
        axes,
        axis,
        "pad",
        "Numbers around [over], [before] of them in front, so that it becomes [padded]. `${words(axes)} -> ${words(padded)}`",
        listOf("padded: Sized<Padded>", "before: Int = 0", "number: Number = 0"),
        tensor(padded),
        listOf("Padded"),
    ).body(
        "Tensor(paddedTo(value, $axis, before, padded.toAxis(), number))",
        rule(listOf(pattern(axes), "padded=?", "before=0"), pattern(padded), listOf("before + $old <= padded \"does not fit\"")),
    )
}

private fun unbind(rank: Int, axis: Int): Overload {
    val axes = letters(rank)
    val left = axes.without(axis)
    val doc = "The slices along [over], one by one, without a copy. `${words(axes)} -> ${words(left)} ...`"
    return Along(axes, axis, "unbind", doc, emptyList(), "List<${tensor(left)}>")
        .body("unbound(value, $axis)", null)
}

private fun get(rank: Int, axis: Int): Overload {
    val axes = letters(rank)
    val left = axes.without(axis)
    val size = word(axes[axis])
    return Along(
        axes,
        axis,
        "get",
        "`x[Batch, 0]`: as [select], element [index] along [over]. `${words(axes)} -> ${words(left)}`",
        listOf("index: Int"),
        tensor(left),
        modifiers = "operator ",
    ).body(
        "Tensor(select(value, $axis, index))",
        rule(
            listOf(pattern(axes), "index=?"),
            pattern(left),
            listOf("index >= 0 - $size \"not all there\"", "index < $size \"not all there\""),
        ),
    )
}

private fun extrema(name: String, word: String): Source =
    Source(
        "${name.replaceFirstChar { it.uppercase() }}WithIndices",
        listOf("${name}WithIndices"),
        places().map { (rank, axis) -> extremum(name, word, rank, axis) },
    )

private fun extremum(name: String, word: String, rank: Int, axis: Int): Overload {
    val axes = letters(rank)
    return Along(
        axes,
        axis,
        "${name}WithIndices",
        "The $word element so far along [over], and (int64) where it is. `${words(axes)} -> ${words(axes)} ${words(axes)}`",
        emptyList(),
        "Pair<${tensor(axes)}, ${tensor(axes)}>",
    ).body("${name}WithIndices(value, $axis).tensors()", null)
}

private fun diagonal(rank: Int): Overload {
    val before = letters(rank - 2)
    val from = before + "Last" + "Last"
    return Overload(
        doc = "The diagonals of square matrices, without a copy. `${words(from)} -> ${words(before + "Last")}`",
        name = "diagonal",
        tag = "$rank",
        types = loose(before + "Last"),
        receiver = tensor(from),
        parameters = emptyList(),
        result = tensor(before + "Last"),
        body = "Tensor(diagonal(value, 0, -2, -1))",
        // the two axes have one name, but where types say no more than Dim<*> a run may bring different sizes
        rule = rule(listOf(pattern(before + "Rows" + "Columns")), pattern(before + "min(rows, columns)")),
    )
}

private fun trace(): Overload =
    Overload(
        doc = "The sum of the diagonal. `[A, A] -> []`",
        name = "trace",
        tag = "2",
        types = loose(listOf("A")),
        receiver = "Tensor<Mat<A, A>>",
        parameters = emptyList(),
        result = "Tensor<Scalar>",
        body = "Tensor(trace(value))",
        rule = "[rows, columns] -> []",
    )

private fun diagEmbed(rank: Int): Overload {
    val before = letters(rank - 1)
    val to = before + "Last" + "Last"
    return Overload(
        doc = "Square matrices with this on their diagonals, zeros elsewhere. `${words(before + "Last")} -> ${words(to)}`",
        name = "diagEmbed",
        tag = "$rank",
        types = loose(before + "Last"),
        receiver = tensor(before + "Last"),
        parameters = emptyList(),
        result = tensor(to),
        body = "Tensor(diagEmbed(value))",
        rule = rule(listOf(pattern(before + "Last")), pattern(to)),
    )
}

private fun unsqueezeFirst(rank: Int): Overload {
    val axes = letters(rank)
    return Overload(
        doc = "With a first axis of size 1. `${words(axes)} -> ${words(listOf("One") + axes)}`",
        name = "unsqueezeFirst",
        tag = "$rank",
        types = loose(axes),
        receiver = tensor(axes),
        parameters = emptyList(),
        result = tensor(listOf("One") + axes),
        body = "Tensor(unsqueeze(value, 0))",
        rule = rule(listOf(pattern(axes)), pattern(listOf("One") + axes)),
    )
}

/** A function of [axes] along the axis called `over`, but for its body. */
private class Along(
    val axes: List<String>,
    val axis: Int,
    val name: String,
    val doc: String,
    val parameters: List<String>,
    val result: String,
    val types: List<String> = emptyList(),
    val modifiers: String = "",
) {
    fun body(body: String, rule: String?): Overload =
        Overload(
            doc = doc,
            name = name,
            tag = "${axes.size}${axes[axis]}",
            types = loose(axes + types),
            receiver = tensor(axes),
            parameters = listOf("over: ${axes[axis]}") + parameters,
            result = result,
            body = body,
            modifiers = modifiers,
            rule = rule,
        )
}
