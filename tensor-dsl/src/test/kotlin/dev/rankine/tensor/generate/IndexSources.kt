package dev.rankine.tensor.generate

private const val OUTSIDE = "\"not all there\""

/** Parts of tensors, and tensors put together. */
internal fun indexSources(): List<Source> =
    listOf(
        Source(
            "Cat",
            emptyList(),
            RANKS.drop(1).flatMap { listOf(cat(it, "cat", it - 1, "last"), cat(it, "catFirst", 0, "first")) } +
                places().map { (rank, axis) -> catOver(rank, axis) },
        ),
        Source(
            "Stack",
            emptyList(),
            RANKS.toList().dropLast(1).map { stack(it) } +
                places().filter { it.first < RANKS.last }.map { (rank, axis) -> stackBefore(rank, axis) } +
                (1 until RANKS.last).map { stackLast(it) },
        ),
        Source("Select", listOf("select"), places().map { (rank, axis) -> select(rank, axis) }),
        Source("Narrow", emptyList(), places().map { (rank, axis) -> narrow(rank, axis) }),
        Source("Gather", listOf("gather"), places().map { (rank, axis) -> gather(rank, axis) }),
        Source("Embedding", listOf("embedding"), RANKS.toList().dropLast(1).map { embedding(it) }),
        Source("OneHot", emptyList(), RANKS.toList().dropLast(1).map { oneHot(it) }),
    )

private fun cat(rank: Int, name: String, axis: Int, which: String): Overload =
    joined(name, "$rank", "the $which axis", letters(rank), axis, emptyList())

private fun catOver(rank: Int, axis: Int): Overload {
    val axes = letters(rank)
    return joined("cat", "$rank${axes[axis]}", "[over]", axes, axis, listOf("over: ${axes[axis]}"))
}

private fun joined(name: String, tag: String, where: String, axes: List<String>, axis: Int, more: List<String>): Overload {
    val other = axes.with(axis, "Other")
    val both = axes.with(axis, "Plus<${axes[axis]}, Other>")
    return Overload(
        doc = "This followed by [other] along $where. `${words(axes)} ${words(other)} -> ${words(both)}`",
        name = name,
        tag = tag,
        types = loose(axes + "Other"),
        receiver = tensor(axes),
        parameters = listOf("other: ${tensor(other)}") + more,
        result = tensor(both),
        body = "Tensor(joined(value, other.value, $axis))",
        rule = rule(listOf(pattern(axes), pattern(other)), pattern(both)),
    )
}

private fun stack(rank: Int): Overload = stacked("stack", "$rank", "first axis", letters(rank), 0, "First")

private fun stackBefore(rank: Int, axis: Int): Overload {
    val axes = letters(rank)
    return stacked("stack", "$rank${axes[axis]}", "axis before [before]", axes, axis, "New", listOf("before: ${axes[axis]}"))
}

private fun stackLast(rank: Int): Overload = stacked("stackLast", "$rank", "last axis", letters(rank), rank, "Last")

private fun stacked(
    name: String,
    tag: String,
    where: String,
    axes: List<String>,
    axis: Int,
    added: String,
    more: List<String> = emptyList(),
): Overload {
    val number = added.lowercase()
    val all = axes.insert(axis, added)
    return Overload(
        doc = "The tensors along a new $where, as many as [$number] says. `${words(axes)} ... -> ${words(all)}`",
        name = name,
        tag = tag,
        types = loose(listOf(added) + axes),
        receiver = "List<${tensor(axes)}>",
        parameters = listOf("$number: Sized<$added>") + more,
        result = tensor(all),
        body = "Tensor(stacked(this, $axis, $number.toAxis()))",
        rule = "values* $number=? -> stack(values, $axis) where count(values) == $number \"number of tensors differs\"",
    )
}

private fun select(rank: Int, axis: Int): Overload {
    val axes = letters(rank)
    val left = axes.without(axis)
    return Overload(
        doc = "Element [index] along [over], without a copy; a negative index counts from the end. `${words(axes)} -> ${words(left)}`",
        name = "select",
        tag = "$rank${axes[axis]}",
        types = loose(axes),
        receiver = tensor(axes),
        parameters = listOf("over: ${axes[axis]}", "index: Int"),
        result = tensor(left),
        body = "Tensor(select(value, $axis, index))",
        rule =
            rule(
                listOf(pattern(axes), "index=?"),
                pattern(left),
                word(axes[axis]).let { listOf("index >= 0 - $it $OUTSIDE", "index < $it $OUTSIDE") },
            ),
    )
}

private fun narrow(rank: Int, axis: Int): Overload {
    val axes = letters(rank)
    val part = axes.with(axis, "Part")
    return Overload(
        doc = "The elements from [start] on along [over], as many as [part] says, without a copy. `${words(axes)} -> ${words(part)}`",
        name = "narrow",
        tag = "$rank${axes[axis]}",
        types = loose(axes + "Part"),
        receiver = tensor(axes),
        parameters = listOf("over: ${axes[axis]}", "start: Int", "part: Sized<Part>"),
        result = tensor(part),
        body = "Tensor(narrowed(value, $axis, start, part.toAxis()))",
        rule =
            rule(
                listOf(pattern(axes), "start=?", "part=?"),
                pattern(part),
                word(axes[axis]).let { listOf("place(start, $it) >= 0 $OUTSIDE", "place(start, $it) + part <= $it $OUTSIDE") },
            ),
    )
}

private fun gather(rank: Int, axis: Int): Overload {
    val axes = letters(rank)
    val picked = axes.with(axis, "Picked")
    return Overload(
        doc = "Along [over], the elements whose numbers (int64) [index] holds. `${words(axes)} ${words(picked)} -> ${words(picked)}`",
        name = "gather",
        tag = "$rank${axes[axis]}",
        types = loose(axes + "Picked"),
        receiver = tensor(axes),
        parameters = listOf("over: ${axes[axis]}", "index: ${tensor(picked)}"),
        result = tensor(picked),
        body = "Tensor(gather(value, $axis, index.value))",
        rule =
            rule(
                listOf(pattern(axes), pattern(axes.map { "${it}i" }.with(axis, "Picked"))),
                pattern(axes.map { "${it}i" }.with(axis, "Picked")),
                axes.without(axis).map { "${word(it)}i <= ${word(it)} \"index is larger than the input\"" },
            ),
    )
}

private fun embedding(rank: Int): Overload {
    val axes = letters(rank)
    return Overload(
        doc = "The rows of [table] whose numbers (int64) this holds. `${words(axes)} [Rows, Features] -> ${words(axes + "Features")}`",
        name = "embedding",
        tag = "$rank",
        types = loose(axes + "Rows" + "Features"),
        receiver = tensor(axes),
        parameters = listOf("table: Tensor<Mat<Rows, Features>>"),
        result = tensor(axes + "Features"),
        body = "Tensor(embedding(table.value, value))",
        rule = rule(listOf(pattern(axes), pattern(listOf("Rows", "Features"))), pattern(axes + "Features")),
    )
}

private fun oneHot(rank: Int): Overload {
    val axes = letters(rank)
    return Overload(
        doc = "1 at the class (int64) that this holds, else 0, as int64. `${words(axes)} -> ${words(axes + "Classes")}`",
        name = "oneHot",
        tag = "$rank",
        types = loose(axes + "Classes"),
        receiver = tensor(axes),
        parameters = listOf("classes: Sized<Classes>"),
        result = tensor(axes + "Classes"),
        body = "Tensor(oneHotOf(value, classes.toAxis()))",
        rule = rule(listOf(pattern(axes), "classes=?"), pattern(axes + "Classes"), listOf("classes >= 1 \"needs at least one class\"")),
    )
}
