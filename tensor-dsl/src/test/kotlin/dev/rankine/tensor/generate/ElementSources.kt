package dev.rankine.tensor.generate

/** Array types, and what becomes of their elements. */
private val arrays =
    listOf(
        Triple("FloatArray", "F32", "elements"),
        Triple("DoubleArray", "F64", "elements"),
        Triple("LongArray", "I64", "elements"),
        Triple("IntArray", "I32", "elements"),
        Triple("BooleanArray", "BOOL", "bytes(elements)"),
    )

/** Tensors from numbers of the host. */
internal fun elementSources(): List<Source> =
    listOf(
        Source(
            "TensorOf",
            listOf("valueOf"),
            arrays.flatMap { (array, dtype, elements) ->
                RANKS.drop(1).map { tensorOf(it, array, dtype, elements) }
            },
        ),
        Source("TensorBuilder", emptyList(), RANKS.drop(1).map { builder(it) }),
    )

private fun sized(axes: List<String>): List<String> = axes.map { "${it.lowercase()}: Sized<$it>" }

private fun named(axes: List<String>): String = axes.joinToString(", ", "Sizes.named(", ")") { "${it.lowercase()}.toAxis()" }

private fun tensorOf(rank: Int, array: String, dtype: String, elements: String): Overload {
    val axes = letters(rank)
    return Overload(
        doc = "A copy of [elements], in row-major order, as `DType.$dtype`. `-> ${words(axes)}`",
        name = "tensorOf",
        tag = "$dtype$rank",
        types = loose(axes),
        receiver = null,
        parameters = listOf("elements: $array") + sized(axes),
        result = tensor(axes),
        body = "Tensor(valueOf($elements, DType.$dtype, ${named(axes)}))",
        rule =
            rule(
                numbers(axes) + "elements...",
                pattern(axes),
                listOf("rank(elements) == ${axes.joinToString("*") { word(it) }} \"number of elements differs\""),
            ),
    )
}

private fun builder(rank: Int): Overload {
    val axes = letters(rank)
    val places = List(rank) { "it[$it]" }.joinToString(", ")
    return Overload(
        doc = "Every element what [element] gives for its place. `-> ${words(axes)}`",
        name = "tensor",
        tag = "$rank",
        types = loose(axes),
        receiver = null,
        parameters = sized(axes) + "dtype: DType = DType.DEFAULT" + "element: (${List(rank) { "Int" }.joinToString(", ")}) -> Number",
        result = tensor(axes),
        body = "Tensor(filled(dtype, ${axes.joinToString(", ") { it.lowercase() }}) { element($places) })",
        rule = created(axes),
    )
}
