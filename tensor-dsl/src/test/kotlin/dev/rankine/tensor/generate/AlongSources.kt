package dev.rankine.tensor.generate

/** Functions along one axis that keep the shape; `...Last` serves where two axes have one name. */
internal fun alongSources(): List<Source> =
    listOf(
        "softmax" to "`exp(x) / sum(exp(x))`",
        "logSoftmax" to "`x - log(sum(exp(x)))`",
        "cumsum" to "The running sum",
        "cumprod" to "The running product",
        "cummax" to "The largest element so far",
        "cummin" to "The smallest element so far",
        "logcumsumexp" to "The running `log(sum(exp(x)))`",
    ).map { (name, doc) ->
        val word = name.replaceFirstChar { it.uppercase() }
        Source(word, listOf(name), places().map { (rank, axis) -> along(name, doc, rank, axis) } + alongLast(name, doc))
    }

private fun along(name: String, doc: String, rank: Int, axis: Int): Overload {
    val axes = letters(rank)
    return Overload(
        doc = "$doc along [over]. `${words(axes)} -> ${words(axes)}`",
        name = name,
        tag = "$rank${axes[axis]}",
        types = loose(axes),
        receiver = tensor(axes),
        parameters = listOf("over: ${axes[axis]}"),
        result = tensor(axes),
        body = "Tensor($name(value, $axis))",
        rule = same(axes),
    )
}

private fun alongLast(name: String, doc: String): Overload =
    Overload(
        doc = "$doc along the last axis.",
        name = "${name}Last",
        tag = "Any",
        types = listOf("S : Shape"),
        receiver = "Tensor<S>",
        parameters = emptyList(),
        result = "Tensor<S>",
        body = "Tensor($name(value, -1))",
        rule = "s -> s",
    )
