package dev.rankine.tensor.generate

/** Random numbers whose bounds stand before the axes. */
internal fun drawSources(): List<Source> =
    listOf(
        Source("Randint", listOf("randint"), RANKS.map { randint(it) }),
        Source("Bernoulli", listOf("bernoulli"), RANKS.map { bernoulli(it) }),
    )

private fun sized(axes: List<String>): List<String> = axes.map { "${it.lowercase()}: Sized<$it>" }

private fun sizes(axes: List<String>): String =
    if (axes.isEmpty()) "Sizes.SCALAR" else axes.joinToString(", ", "Sizes.named(", ")") { "${it.lowercase()}.toAxis()" }

private fun randint(rank: Int): Overload {
    val axes = letters(rank)
    return Overload(
        doc = "Random whole numbers from [low] up to but not including [high], from the thread's generator. `-> ${words(axes)}`",
        name = "randint",
        tag = "$rank",
        types = loose(axes),
        receiver = null,
        parameters = listOf("low: Long", "high: Long") + sized(axes) + "dtype: DType = DType.I64",
        result = tensor(axes),
        body = "Tensor(randint(low, high, ${sizes(axes)}, dtype))",
        rule = created(axes),
    )
}

private fun bernoulli(rank: Int): Overload {
    val axes = letters(rank)
    return Overload(
        doc = "1 with [probability], else 0, from the thread's generator. `-> ${words(axes)}`",
        name = "bernoulli",
        tag = "$rank",
        types = loose(axes),
        receiver = null,
        parameters = listOf("probability: Double") + sized(axes) + "dtype: DType = DType.DEFAULT",
        result = tensor(axes),
        body = "Tensor(bernoulli(${sizes(axes)}, probability, dtype))",
        rule = created(axes),
    )
}
