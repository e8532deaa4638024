package dev.rankine.tensor.generate

/** Functions that take one axis per rank: creation, and the way from untyped to typed. */
internal fun axesSources(): List<Source> =
    listOf(
        creation("zeros", "Zeros"),
        creation("ones", "Ones"),
        Source("Full", listOf("full"), RANKS.map { full(it) }),
        Source("Normal", listOf("normal"), RANKS.map { random(it, "normal", "Normal", "mean: Double = 0.0", "deviation: Double = 1.0") }),
        Source("Uniform", listOf("uniform"), RANKS.map { random(it, "uniform", "Uniform", "low: Double = 0.0", "high: Double = 1.0") }),
        Source("Typed", emptyList(), RANKS.flatMap { listOf(typed(it, "Value", "this"), typed(it, "Tensor<*>", "value")) }),
        Source("Reshape", emptyList(), RANKS.drop(1).map { reshape(it) }),
        Source("BroadcastTo", emptyList(), RANKS.drop(1).map { broadcastTo(it) }),
    )

private fun parameters(axes: List<String>): List<String> = axes.map { "${it.lowercase()}: Sized<$it>" }

private fun sizes(axes: List<String>): String =
    if (axes.isEmpty()) "Sizes.SCALAR" else axes.joinToString(", ", "Sizes.named(", ")") { "${it.lowercase()}.toAxis()" }

private fun creation(name: String, doc: String): Source =
    Source(
        name.replaceFirstChar { it.uppercase() },
        listOf(name),
        RANKS.map { rank ->
            val axes = letters(rank)
            Overload(
                doc = "$doc. `-> ${words(axes)}`",
                name = name,
                tag = "$rank",
                types = loose(axes),
                receiver = null,
                parameters = parameters(axes) + "dtype: DType = DType.DEFAULT",
                result = tensor(axes),
                body = "Tensor($name(${sizes(axes)}, dtype))",
                rule = created(axes),
            )
        },
    )

private fun full(rank: Int): Overload {
    val axes = letters(rank)
    return Overload(
        doc = "Every element [number]. `-> ${words(axes)}`",
        name = "full",
        tag = "$rank",
        types = loose(axes),
        receiver = null,
        parameters = parameters(axes) + "number: Number" + "dtype: DType = DType.DEFAULT",
        result = tensor(axes),
        body = "Tensor(full(${sizes(axes)}, number, dtype))",
        rule = created(axes),
    )
}

private fun random(rank: Int, name: String, doc: String, first: String, second: String): Overload {
    val axes = letters(rank)
    val numbers = listOf(first, second).map { it.substringBefore(':') }
    return Overload(
        doc = "$doc random numbers with [${numbers[0]}] and [${numbers[1]}], from the thread's generator. `-> ${words(axes)}`",
        name = name,
        tag = "$rank",
        types = loose(axes),
        receiver = null,
        parameters = parameters(axes) + first + second + "dtype: DType = DType.DEFAULT",
        result = tensor(axes),
        body = "Tensor($name(${sizes(axes)}, ${numbers.joinToString(", ")}, dtype))",
        rule = created(axes),
    )
}

private fun typed(rank: Int, receiver: String, value: String): Overload {
    val axes = letters(rank)
    return Overload(
        doc = "This under the shape `${words(axes)}`; throws a `ShapeException` if rank or a size differ.",
        name = "typed",
        tag = if (receiver == "Value") "Value$rank" else "$rank",
        types = loose(axes),
        receiver = receiver,
        parameters = parameters(axes),
        result = tensor(axes),
        body = "Tensor(withShape($value, ${sizes(axes)}))",
        rule =
            rule(
                listOf(pattern(axes.indices.map { "x$it" })) + numbers(axes),
                pattern(axes),
                axes.mapIndexed { i, axis -> "x$i == ${word(axis)} \"size of axis $i differs\"" },
            ),
    )
}

private fun reshape(rank: Int): Overload {
    val axes = letters(rank)
    return Overload(
        doc = "The same elements in row-major order as `${words(axes)}`; throws a `ShapeException` if their number differs.",
        name = "reshape",
        tag = "$rank",
        types = loose(axes),
        receiver = "Tensor<*>",
        parameters = parameters(axes),
        result = tensor(axes),
        body = "Tensor(reshaped(value, ${sizes(axes)}))",
        rule =
            rule(
                listOf("s") + numbers(axes),
                pattern(axes),
                listOf("prod(s) == ${axes.joinToString("*") { word(it) }} \"number of elements differs\""),
            ),
    )
}

private fun broadcastTo(rank: Int): Overload {
    val axes = letters(rank)
    return Overload(
        doc = "This repeated to `${words(axes)}`, without a copy.",
        name = "broadcastTo",
        tag = "$rank",
        types = strict(axes),
        receiver = broadcast(axes),
        parameters = parameters(axes),
        result = tensor(axes),
        body = "Tensor(stretched(value, ${sizes(axes)}))",
        rule = rule(listOf("s") + numbers(axes), "expand(s, ${pattern(axes)})"),
    )
}
