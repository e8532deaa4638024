package dev.rankine.tensor.generate

/**
 * What a kernel slides over: a line, a plane or a volume.
 *
 * @property letters the axes of the input, [kernel] those of the kernel.
 * @property names the parameters that name the axes of the result.
 * @property words what the axes are called in sentences.
 */
private enum class Space(
    val letters: List<String>,
    val kernel: List<String>,
    val names: List<String>,
    val words: String,
    val over: String,
) {
    LINE(listOf("L"), listOf("K"), listOf("length"), "the length", "lines"),
    PLANE(listOf("H", "W"), listOf("KH", "KW"), listOf("rows", "columns"), "rows and columns", "planes"),
    VOLUME(
        listOf("D", "H", "W"),
        listOf("KD", "KH", "KW"),
        listOf("depth", "rows", "columns"),
        "planes, rows and columns",
        "volumes",
    ),
    ;

    val count: Int get() = letters.size

    /** The type parameters that name the axes of the result. */
    val result: List<String> get() = names.map { name -> name.replaceFirstChar { it.uppercase() } }

    val parameters: List<String> get() = names.zip(result) { name, type -> "$name: Sized<$type>" }

    /** The arguments that name them. */
    val arguments: String get() = names.joinToString("") { ", $it" }
}

/** What becomes of the axes of a line, a plane or a volume. */
private enum class Change(val suffix: String, val verb: String, val stride: Int) {
    NAMED("", "named", 1),
    KEEPING("", "kept", 1),
    HALVING("Halving", "halved", 2),
    DOUBLING("Doubling", "doubled", 2),
    ;

    fun doc(space: Space): String {
        val words = space.words.replaceFirstChar { it.uppercase() }
        return when (this) {
            NAMED -> "The result's axes are ${space.names.joinToString(" and ") { "[$it]" }}, or else it throws."
            KEEPING -> "$words ${if (space.count == 1) "stays" else "stay"}, or else it throws."
            HALVING -> "Halves ${space.words}, or else it throws."
            DOUBLING -> "Doubles ${space.words}, or else it throws."
        }
    }

    fun from(space: Space): List<String> = if (this == DOUBLING) space.letters.map { "Half<$it>" } else space.letters

    fun to(space: Space): List<String> =
        when (this) {
            NAMED -> space.result
            HALVING -> space.letters.map { "Half<$it>" }
            else -> space.letters
        }
}

/** Convolutions of lines and volumes, and transposed ones. */
internal fun spaceSources(): List<Source> =
    listOf(
        Source("Conv1d", emptyList(), convolutions(Space.LINE)),
        Source("Conv1dSame", emptyList(), same(Space.LINE)),
        Source("Conv3d", emptyList(), convolutions(Space.VOLUME)),
        Source("Conv3dSame", emptyList(), same(Space.VOLUME)),
        Source("ConvTranspose1d", emptyList(), transposed(Space.LINE)),
        Source("ConvTranspose2d", emptyList(), transposed(Space.PLANE)),
        Source("ConvTranspose3d", emptyList(), transposed(Space.VOLUME)),
    )

private fun batches(): List<List<String>> = listOf(listOf("N"), emptyList())

private fun halves(text: String): String = text.replace(Regex("Half<(\\w)>"), "$1/2")

private fun convolutions(space: Space): List<Overload> =
    listOf(Change.NAMED, Change.KEEPING, Change.HALVING).flatMap { change ->
        batches().flatMap { batch -> listOf(false, true).map { convolution(space, change, batch, it) } }
    }

private fun operands(space: Space, grouped: Boolean): List<String> {
    val weight = listOf("Out", if (grouped) "Share" else "In") + space.kernel
    return listOf("weight: ${tensor(weight)}", "bias: Tensor<Vec<Out>>? = null") + listOf("groups: Int").filter { grouped }
}

private fun typesOf(space: Space, batch: List<String>, change: Change, grouped: Boolean): List<String> {
    val named = space.result.filter { change == Change.NAMED }
    return loose(batch + "In" + space.letters + "Out" + listOf("Share").filter { grouped } + space.kernel + named)
}

private fun placed(space: Space, change: Change, slide: String, computed: String): String =
    "Tensor(Slide.$slide.${change.verb}(value, $computed, weight${if (change == Change.NAMED) space.arguments else ""}))"

private fun kernels(grouped: Boolean): String = if (grouped) "[weight], one group of them per group of channels," else "[weight]"

private fun convolution(space: Space, change: Change, batch: List<String>, grouped: Boolean): Overload {
    val name = "conv${space.count}d"
    val input = batch + "In" + space.letters
    val result = batch + "Out" + change.to(space)
    val groups = if (grouped) ", groups" else ""
    return Overload(
        doc = "Slides ${kernels(grouped)} over ${space.over}. ${change.doc(space)} `${words(input)} -> ${halves(words(result))}`",
        name = name + change.suffix,
        tag = "${if (grouped) "Groups" else ""}${if (change == Change.NAMED) "Named" else ""}${input.size}",
        types = typesOf(space, batch, change, grouped),
        receiver = tensor(input),
        parameters =
            operands(space, grouped) + space.parameters.filter { change == Change.NAMED } +
                listOf("stride: Int = ${change.stride}", "padding: Int = 0", "dilation: Int = 1"),
        result = tensor(result),
        body = placed(space, change, "OVER", "slid(value, weight, bias, stride, padding, dilation$groups)"),
        rule = "CONV${space.count}D_${if (grouped) "GROUPS_" else ""}$change",
    )
}

private fun same(space: Space): List<Overload> =
    batches().flatMap { batch ->
        listOf(false, true).map { grouped ->
            val name = "conv${space.count}d"
            val input = batch + "In" + space.letters
            val result = batch + "Out" + space.letters
            val zeros = "among as many zeros as keep ${space.words}"
            val groups = if (grouped) ", groups" else ""
            Overload(
                doc = "Slides ${kernels(grouped)} over ${space.over} $zeros. `${words(input)} -> ${words(result)}`",
                name = "${name}Same",
                tag = (if (grouped) "Groups" else "") + input.size,
                types = typesOf(space, batch, Change.KEEPING, grouped),
                receiver = tensor(input),
                parameters = operands(space, grouped) + "dilation: Int = 1",
                result = tensor(result),
                body = placed(space, Change.KEEPING, "OVER", "slidSame(value, weight, bias, dilation$groups)"),
                rule = "CONV${space.count}D_${if (grouped) "GROUPS_" else ""}SAME",
            )
        }
    }

private fun transposed(space: Space): List<Overload> =
    listOf(Change.NAMED, Change.KEEPING, Change.DOUBLING).flatMap { change -> batches().map { transposed(space, change, it) } }

private fun transposed(space: Space, change: Change, batch: List<String>): Overload {
    val name = "convTranspose${space.count}d"
    val input = batch + "In" + change.from(space)
    val result = batch + "Out" + change.to(space)
    return Overload(
        doc = "Spreads ${space.over} with [weight]. ${change.doc(space)} `${halves(words(input))} -> ${words(result)}`",
        name = name + change.suffix,
        tag = (if (change == Change.NAMED) "Named" else "") + input.size,
        types = typesOf(space, batch, change, grouped = false),
        receiver = tensor(input),
        parameters =
            listOf("weight: ${tensor(listOf("In", "Out") + space.kernel)}", "bias: Tensor<Vec<Out>>? = null") +
                space.parameters.filter { change == Change.NAMED } +
                listOf("stride: Int = ${change.stride}", "padding: Int = 0", "outputPadding: Int = 0", "dilation: Int = 1"),
        result = tensor(result),
        body = placed(space, change, "SPREAD", "spread(value, weight, bias, stride, padding, outputPadding, dilation)"),
        rule = "CONV_TRANSPOSE${space.count}D_$change",
    )
}
