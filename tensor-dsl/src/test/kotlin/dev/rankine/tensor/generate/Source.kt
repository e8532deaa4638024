package dev.rankine.tensor.generate

private const val WIDTH = 140

/**
 * One overload of a typed function.
 *
 * @property types the type parameters with their bounds.
 * @property refusal the annotation that makes choosing it an error.
 * @property tag what is added to the name on the JVM, where all overloads look alike.
 * @property rule what the annotation `@ShapeRule` says: a rule, or the name of a constant.
 */
internal class Overload(
    val doc: String,
    val name: String,
    val tag: String,
    val types: List<String>,
    val receiver: String?,
    val parameters: List<String>,
    val result: String,
    val body: String,
    val modifiers: String = "",
    val rule: String? = null,
    val refusal: String? = null,
) {
    fun render(): String {
        val generics = if (types.isEmpty()) "" else types.joinToString(", ", "<", "> ")
        val broken = types.joinToString("", "<\n", "> ") { "    $it,\n" }
        val head = "public ${modifiers}fun $generics${receiver?.let { "$it." } ?: ""}$name("
        val line = "$head${parameters.joinToString(", ")}): $result"
        val code =
            when {
                line.length + 3 + body.length <= WIDTH -> "$line = $body"
                line.length + 2 <= WIDTH -> "$line =\n    $body"
                parameters.isEmpty() -> "${line.replace(generics, broken)} =\n    $body"
                head.length > WIDTH -> "${head.replace(generics, broken)}\n${indented(parameters)}${last("): $result =", body)}"
                else -> "$head\n${indented(parameters)}${last("): $result =", body)}"
            }
        return "${comment()}\n${refusal?.let { "$it\n" }.orEmpty()}${annotation()}@JvmName(\"$name$tag\")\n$code\n"
    }

    /** The rule on one line if it fits, else broken before its conditions. */
    private fun annotation(): String {
        if (rule == null) return ""
        val line = "@ShapeRule(${quoted(rule)})\n"
        if (line.length <= WIDTH) return line
        val parts = rule.split(Regex("(?<= where )|(?<=\", )"))
        return parts
            .mapIndexed {
                i,
                part,
                ->
                "${if (i == 0) "    " else "        "}${quoted(part)}"
            }.joinToString(" +\n", "@ShapeRule(\n", ",\n)\n")
    }

    private fun comment(): String = "/** $doc */".takeIf { it.length <= WIDTH } ?: "/**\n * ${doc.replaceFirst(" `[", "\n * `[")}\n */"
}

private val CONSTANT = Regex("[A-Z0-9_]+")

private fun quoted(text: String): String = if (text.matches(CONSTANT)) text else "\"${text.replace("\"", "\\\"")}\""

private fun indented(parameters: List<String>): String = parameters.joinToString("") { "    $it,\n" }

private fun last(head: String, body: String): String = if (head.length + 1 + body.length <= WIDTH) "$head $body" else "$head\n    $body"

/**
 * A file of overloads that the generator writes.
 *
 * @property ops the untyped functions that the bodies call.
 */
internal class Source(val name: String, private val ops: List<String>, private val overloads: List<Overload>) {
    fun render(): String {
        val code = overloads.joinToString("\n") { it.render() }
        val own = Regex("""\b[A-Z]\w+\b""").findAll(code.replace(Regex("""/\*\*.*\*/|"(\\.|[^"\\])*""""), "")).map { it.value }.toSet()
        val imports = (own.mapNotNull { HOMES[it] } + ops.map { "dev.rankine.ops.$it" }).sorted()
        return "package dev.rankine.tensor\n\n" + imports.joinToString("") { "import $it\n" } + "\n" + code
    }

    private companion object {
        val HOMES =
            listOf(
                "Dim",
                "Scalar",
                "Vec",
                "Mat",
                "Cube",
                "Rank4",
                "Rank5",
                "Sized",
                "Sizes",
                "DType",
                "One",
                "Times",
                "Plus",
                "Half",
                "Shape",
                "ShapeRule",
                "Axis",
            ).associateWith { "dev.rankine.shapes.$it" } + ("Value" to "dev.rankine.ops.Value")
    }
}

/** `A : Dim<*>`: enough where an axis is named exactly. */
internal fun loose(letters: List<String>): List<String> = letters.map { "$it : Dim<*>" }

/** `A : Dim<A>`: needed where shapes broadcast, or else the compiler would widen two axes that clash to `Dim<*>`. */
internal fun strict(letters: List<String>): List<String> = letters.map { "$it : Dim<$it>" }
