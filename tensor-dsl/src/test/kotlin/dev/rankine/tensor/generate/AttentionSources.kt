package dev.rankine.tensor.generate

/** Attention, with any axes before the places; and affine maps and products of vectors. */
internal fun attentionSources(): List<Source> =
    listOf(
        Source("ScaledDotProductAttention", listOf("scaledDotProductAttention"), RANKS.drop(2).map { attention(it) }),
        Source("Linear", listOf("linear"), RANKS.drop(1).map { linear(it) }),
        Source("Mv", listOf("dot", "matmul", "outer", "squeeze", "unsqueeze"), RANKS.drop(1).map { mv(it) } + outer()),
        Source("LayerNorm", listOf("layerNorm"), RANKS.drop(1).map { layerNorm(it) }),
    )

private fun attention(rank: Int): Overload {
    val before = letters(rank - 2)
    val query = before + "T" + "K"
    val key = before + "S" + "K"
    val value = before + "S" + "V"
    val result = before + "T" + "V"
    return Overload(
        doc = "`softmax(this key^T * scale + mask) values`. `${words(query)} ${words(key)} ${words(value)} -> ${words(result)}`",
        name = "scaledDotProductAttention",
        tag = "$rank",
        types = loose(before + "T" + "S" + "K" + "V"),
        receiver = tensor(query),
        parameters =
            listOf(
                "key: ${tensor(key)}",
                "values: ${tensor(value)}",
                "mask: ${broadcast(before + "T" + "S")}? = null",
                "isCausal: Boolean = false",
                "dropoutP: Double = 0.0",
                "scale: Double? = null",
            ),
        result = tensor(result),
        body = "Tensor(scaledDotProductAttention(value, key.value, values.value, mask?.value, isCausal, dropoutP, scale))",
        rule = rule(listOf(pattern(query), pattern(key), pattern(value), "mask:[*m]?"), pattern(result)),
    )
}

private fun linear(rank: Int): Overload {
    val before = letters(rank - 1)
    return Overload(
        doc = "An affine map of the last axis: the product with [weight] transposed. `${words(before + "In")} -> ${words(before + "Out")}`",
        name = "linear",
        tag = "$rank",
        types = loose(before + "In" + "Out"),
        receiver = tensor(before + "In"),
        parameters = listOf("weight: Tensor<Mat<Out, In>>", "bias: Tensor<Vec<Out>>? = null"),
        result = tensor(before + "Out"),
        body = "Tensor(linear(value, weight.value, bias?.value))",
        rule = rule(listOf(pattern(before + "In"), pattern(listOf("Out", "In")), "bias:[out]?"), pattern(before + "Out")),
    )
}

private fun mv(rank: Int): Overload {
    val before = letters(rank - 1)
    return Overload(
        doc = "The products of the last axis with a vector. `${words(before + "Inner")} [Inner] -> ${words(before)}`",
        name = if (rank == 1) "dot" else "mv",
        tag = "$rank",
        types = loose(before + "Inner"),
        receiver = tensor(before + "Inner"),
        parameters = listOf("other: Tensor<Vec<Inner>>"),
        result = tensor(before),
        body = if (rank == 1) "Tensor(dot(value, other.value))" else "Tensor(squeeze(matmul(value, unsqueeze(other.value, 1)), -1))",
        modifiers = "infix ",
        rule = rule(listOf(pattern(before + "Inner"), "[inner]"), pattern(before)),
    )
}

private fun outer(): Overload =
    Overload(
        doc = "The products of all elements of one vector with all of the other. `[A] [B] -> [A, B]`",
        name = "outer",
        tag = "1",
        types = loose(listOf("A", "B")),
        receiver = "Tensor<Vec<A>>",
        parameters = listOf("other: Tensor<Vec<B>>"),
        result = "Tensor<Mat<A, B>>",
        body = "Tensor(outer(value, other.value))",
        modifiers = "infix ",
        rule = "[a] [b] -> [a, b]",
    )

private fun layerNorm(rank: Int): Overload {
    val axes = letters(rank)
    val last = axes.last()
    return Overload(
        doc = "Each run of the last axis with mean 0 and variance 1, times [weight] plus [bias]. `${words(axes)} -> ${words(axes)}`",
        name = "layerNorm",
        tag = "$rank",
        types = loose(axes),
        receiver = tensor(axes),
        parameters = listOf("weight: Tensor<Vec<$last>>? = null", "bias: Tensor<Vec<$last>>? = null", "eps: Double = 1e-5"),
        result = tensor(axes),
        body = "Tensor(layerNorm(value, listOf(value.sizes[-1]), weight?.value, bias?.value, eps))",
        rule = same(axes).replace("] ->", "] weight:[*weights]? bias:[*biases]? ->"),
    )
}
