package dev.rankine.tensor.generate

private const val REFUSAL = "@Deprecated(PAIRS, level = DeprecationLevel.ERROR)"

/**
 * What the compiler chooses for `[A]` and `[A, 1]`, or the other way round: broadcasting would make `[A, A]`, every element with every other,
 * which nobody means who has two tensors of one axis. Their message is the error message; they give the type that two vectors would have
 * given, so that one mistake is one error.
 */
internal fun pairSources(): List<Source> =
    listOf(source("VectorWithColumn", listOf("A"), listOf("A", "One")), source("ColumnWithVector", listOf("A", "One"), listOf("A")))

private fun source(name: String, left: List<String>, right: List<String>): Source =
    Source(
        name,
        binaries.flatMap { it.ops }.distinct().sorted(),
        binaries.map { op ->
            Overload(
                doc = "Refused at compile time: it would be `[A, A]`.",
                name = op.name,
                tag = name,
                types = strict(listOf("A")),
                receiver = tensor(left),
                parameters = listOf("other: ${tensor(right)}"),
                result = tensor(listOf("A")),
                body = "Tensor(${op.call})",
                modifiers = op.modifiers,
                refusal = REFUSAL,
            )
        },
    )
