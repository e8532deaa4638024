package dev.rankine.tensor.generate

/**
 * What a pool or a resizing works over: lines, planes or volumes.
 *
 * @property word what documentation calls it.
 * @property axes its axes.
 * @property result the axes of a result that are named.
 * @property parameters the parameters that name them.
 */
internal enum class Field(val word: String, val axes: List<String>, val result: List<String>, val parameters: List<String>) {
    LINE("line", listOf("L"), listOf("Length"), listOf("length")),
    PLANE("plane", listOf("H", "W"), listOf("Rows", "Columns"), listOf("rows", "columns")),
    VOLUME("volume", listOf("D", "H", "W"), listOf("Depth", "Rows", "Columns"), listOf("depth", "rows", "columns")),
    ;

    val directions: Int = axes.size

    /** The parameters that name the axes of a result, with their types. */
    val named: List<String> = parameters.zip(result) { name, type -> "$name: Sized<$type>" }

    /** What gives [computed] the names. */
    fun withNames(op: String, computed: String): String = "Tensor(namedField(\"$op\", value, $computed, ${parameters.joinToString()}))"
}

/** Pools over lines and volumes, of norms, and adaptive ones. */
internal fun fieldSources(): List<Source> =
    listOf(Field.LINE, Field.VOLUME).flatMap { field ->
        val d = field.directions
        listOf(
            windows(field, "maxPool${d}d", "max_pool${d}d", "The largest element of every window.", MAX),
            windows(field, "avgPool${d}d", "avg_pool${d}d", "The mean of every window.", AVERAGE),
            adaptive(field, "adaptiveAvgPool${d}d", "adaptive_avg_pool${d}d", "The means"),
        )
    } +
        Field.entries.flatMap { field ->
            val d = field.directions
            listOf(
                windows(field, "lpPool${d}d", "lp_pool${d}d", "The norm of every window.", NORM),
                adaptive(field, "adaptiveMaxPool${d}d", "adaptive_max_pool${d}d", "The largest elements"),
            )
        }

/** The parameters of a pool before and after those that name axes, and the arguments of the untyped function. */
private class Arguments(val first: List<String>, val last: List<String>, val call: String)

private val MAX =
    Arguments(
        listOf("kernel: Int"),
        listOf("stride: Int = kernel", "padding: Int = 0", "dilation: Int = 1"),
        "kernel, stride, padding, dilation",
    )

private val AVERAGE =
    Arguments(
        listOf("kernel: Int"),
        listOf("stride: Int = kernel", "padding: Int = 0", "countIncludePad: Boolean = true"),
        "kernel, stride, padding, false, countIncludePad",
    )

private val NORM = Arguments(listOf("norm: Double", "kernel: Int"), listOf("stride: Int = kernel"), "norm, kernel, stride")

private fun windows(field: Field, name: String, op: String, doc: String, arguments: Arguments): Source {
    val d = field.directions
    val overloads =
        listOf(true, false).flatMap { named ->
            listOf(listOf("N", "C"), listOf("C")).map { lead ->
                val input = lead + field.axes
                val result = lead + if (named) field.result else field.axes
                val computed = "$name(value, ${arguments.call})"
                val kept = "Tensor(keptLast(\"$op\", value, $computed, $d))"
                val stays = if (named) "Names the axes of the result, or else throws." else "Keeps the sizes, or else throws."
                Overload(
                    doc = "$doc $stays `${words(input)} -> ${words(result)}`",
                    name = name,
                    tag = "${if (named) "Named" else ""}${input.size}",
                    types = loose(input + if (named) field.result else emptyList()),
                    receiver = tensor(input),
                    parameters = arguments.first + (if (named) field.named else emptyList()) + arguments.last,
                    result = tensor(result),
                    body = if (named) field.withNames(op, computed) else kept,
                    rule = "POOL${d}D_${if (named) "NAMED" else "KEEPING"}_RULE",
                )
            }
        }
    val rules = listOf("POOL${d}D_NAMED_RULE", "POOL${d}D_KEEPING_RULE")
    return Source(name.replaceFirstChar { it.uppercase() }, rules + name, overloads)
}

private fun adaptive(field: Field, name: String, op: String, doc: String): Source {
    val overloads =
        listOf(listOf("N", "C"), listOf("C")).map { lead ->
            val input = lead + field.axes
            val result = lead + field.result
            val sizes = field.parameters.joinToString { "$it.count" }
            Overload(
                doc = "$doc of windows that cut every ${field.word} into so many parts. `${words(input)} -> ${words(result)}`",
                name = name,
                tag = "${input.size}",
                types = loose(input + field.result),
                receiver = tensor(input),
                parameters = field.named,
                result = tensor(result),
                body = field.withNames(op, "$name(value, $sizes)"),
                rule = rule(listOf(pattern(input)) + numbers(field.result), pattern(result)),
            )
        }
    return Source(name.replaceFirstChar { it.uppercase() }, listOf(name), overloads)
}
