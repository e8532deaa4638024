package dev.rankine.tensor.generate

/** What gives lines, planes and volumes other sizes, and what moves elements between planes and channels. */
internal fun resizeSources(): List<Source> =
    listOf(
        Source("Interpolate", listOf("InterpolateMode", "interpolate"), Field.entries.map(::interpolate)),
        Source("PixelShuffle", listOf("pixelShuffle"), pixels("pixelShuffle", "pixel_shuffle", "Makes planes larger from channels.")),
        Source("PixelUnshuffle", listOf("pixelUnshuffle"), pixels("pixelUnshuffle", "pixel_unshuffle", "Makes channels from parts of planes.")),
    )

private fun interpolate(field: Field): Overload {
    val input = listOf("N", "C") + field.axes
    val result = listOf("N", "C") + field.result
    val sizes = field.parameters.joinToString(", ", "listOf(", ")") { "$it.toAxis().size" }
    return Overload(
        doc = "Resizes every ${field.word} to the axes of the result. `${words(input)} -> ${words(result)}`",
        name = "interpolate",
        tag = "${input.size}",
        types = loose(input + field.result),
        receiver = tensor(input),
        parameters = field.named + listOf("mode: InterpolateMode = InterpolateMode.NEAREST", "alignCorners: Boolean = false"),
        result = tensor(result),
        body = field.withNames("interpolate", "interpolate(value, $sizes, mode = mode, alignCorners = alignCorners)"),
        rule = rule(listOf(pattern(input)) + numbers(field.result), pattern(result)),
    )
}

private fun pixels(name: String, op: String, doc: String): List<Overload> =
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
