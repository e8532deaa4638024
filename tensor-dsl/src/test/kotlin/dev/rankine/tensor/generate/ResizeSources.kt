package dev.rankine.tensor.generate

/** What gives lines, planes and volumes other sizes, and what moves elements between planes and channels. */
internal fun resizeSources(): List<Source> =
    listOf(
        Source("Interpolate", listOf("InterpolateMode"), Field.entries.map(::interpolate)),
        pixels("pixelShuffle", "pixel_shuffle", "Makes planes larger from channels."),
        pixels("pixelUnshuffle", "pixel_unshuffle", "Makes channels from parts of planes."),
    )

private fun interpolate(field: Field): Overload {
    val input = listOf("N", "C") + field.axes
    val result = listOf("N", "C") + field.result
    return Overload(
        doc = "Resizes every ${field.word} to the axes of the result. `${words(input)} -> ${words(result)}`",
        name = "interpolate",
        tag = "${input.size}",
        types = loose(input + field.result),
        receiver = tensor(input),
        parameters = field.named + listOf("mode: InterpolateMode = InterpolateMode.NEAREST", "alignCorners: Boolean = false"),
        result = tensor(result),
        body = "Tensor(resizedTo(value, mode, alignCorners, ${field.parameters.joinToString()}))",
        rule = rule(listOf(pattern(input)) + numbers(field.result), pattern(result)),
    )
}

private fun pixels(name: String, op: String, doc: String): Source {
    val overloads =
        listOf(listOf("N"), emptyList()).map { lead ->
            val input = lead + listOf("C", "H", "W")
            val result = lead + listOf("Channels", "Rows", "Columns")
            val axes = "\"channels\" to channels, \"rows\" to rows, \"columns\" to columns"
            Overload(
                doc = "$doc `${words(input)} -> ${words(result)}`",
                name = name,
                tag = "${input.size}",
                types = loose(input + listOf("Channels", "Rows", "Columns")),
                receiver = tensor(input),
                parameters = listOf("factor: Int", "channels: Sized<Channels>", "rows: Sized<Rows>", "columns: Sized<Columns>"),
                result = tensor(result),
                body = "Tensor(namedLast(\"$op\", value, $name(value, factor), $axes))",
                rule = rule(listOf(pattern(input)) + numbers(listOf("Channels", "Rows", "Columns")), pattern(result)),
            )
        }
    return Source(name.replaceFirstChar { it.uppercase() }, listOf(name), overloads)
}
