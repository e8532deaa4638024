package dev.rankine.tensor.generate

/** Products of matrices: `matmul` with a shared matrix on the right, `bmm` with one matrix per batch element. */
internal fun productSources(): List<Source> =
    listOf(
        Source("Matmul", listOf("matmul"), RANKS.drop(1).map { matmul(it) }),
        Source("Bmm", listOf("matmul"), RANKS.drop(3).map { bmm(it) }),
    )

private fun matmul(rank: Int): Overload {
    val batch = letters(rank - 1)
    return product(
        name = "matmul",
        rank = rank,
        doc = if (rank == 1) "The vector times a matrix." else "The product with a matrix that all batch elements share.",
        batch = batch,
        left = batch + "Inner",
        right = listOf("Inner", "Column"),
        rule = rule(listOf(pattern(batch + "Inner"), "[inner, column]"), pattern(batch + "Column")),
    )
}

private fun bmm(rank: Int): Overload {
    val batch = letters(rank - 2)
    return product(
        name = "bmm",
        rank = rank,
        doc = "The products of matrices, batch element by batch element.",
        batch = batch + "Row",
        left = batch + "Row" + "Inner",
        right = batch + "Inner" + "Column",
        rule = "[*p, row, inner] [*q, inner, column] -> [*broadcast(p, q), row, column]",
    )
}

private fun product(
    name: String,
    rank: Int,
    doc: String,
    batch: List<String>,
    left: List<String>,
    right: List<String>,
    rule: String,
): Overload =
    Overload(
        doc = "$doc `${words(left)} ${words(right)} -> ${words(batch + "Column")}`",
        name = name,
        tag = "$rank",
        types = loose(batch + "Inner" + "Column"),
        receiver = tensor(left),
        parameters = listOf("other: ${tensor(right)}"),
        result = tensor(batch + "Column"),
        body = "Tensor(matmul(value, other.value))",
        modifiers = "infix ",
        rule = rule,
    )
