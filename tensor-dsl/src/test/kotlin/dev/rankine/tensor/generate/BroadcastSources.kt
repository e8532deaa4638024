package dev.rankine.tensor.generate

/** A binary operator: [call] computes it untyped from `value` and `other.value`. */
internal class Binary(val name: String, val modifiers: String, val call: String, val ops: List<String>, val doc: String)

internal val binaries: List<Binary> =
    listOf(
        Binary("plus", "operator ", "value + other.value", listOf("plus"), "`this + other`"),
        Binary("minus", "operator ", "value - other.value", listOf("minus"), "`this - other`"),
        Binary("times", "operator ", "value * other.value", listOf("times"), "`this * other`"),
        Binary("div", "operator ", "value / other.value", listOf("div"), "`this / other`"),
        Binary("rem", "operator ", "value % other.value", listOf("rem"), "`this % other`"),
    ) +
        listOf("and", "or", "xor").map { Binary(it, "infix ", "value $it other.value", listOf(it), "[Tensor.$it]") } +
        listOf("bitwiseAnd", "bitwiseOr", "bitwiseXor").map { named(it, "infix ") } +
        listOf("atan2", "hypot", "xlogy", "logaddexp", "floorDivide", "truncDivide", "fmod").map { named(it, "") } +
        listOf("eq", "ne", "lt", "le", "gt", "ge", "logicalAnd", "logicalOr", "logicalXor").map { named(it, "infix ") } +
        listOf("maximum", "minimum", "pow", "remainder").map { named(it, "") }

private fun named(name: String, modifiers: String): Binary =
    Binary(name, modifiers, "$name(value, other.value)", listOf(name, "invoke"), "[Tensor.$name]")

/**
 * Two-sided broadcasting: one overload per rank of the result. Where `other` broadcasts to `this`, rank 0 among it, the member of
 * `Tensor` serves; these overloads serve where `this` has to stretch too.
 */
internal fun broadcastSources(): List<Source> =
    binaries.map { op ->
        Source(
            op.name.replaceFirstChar { it.uppercase() },
            op.ops,
            RANKS.drop(1).map { rank ->
                val axes = letters(rank)
                Overload(
                    doc = "${op.doc}, both broadcast to `${words(axes)}`.",
                    name = op.name,
                    tag = "$rank",
                    types = strict(axes),
                    receiver = broadcast(axes),
                    parameters = listOf("other: ${broadcast(axes)}"),
                    result = tensor(axes),
                    body = "Tensor(${op.call})",
                    modifiers = op.modifiers,
                    rule = "a b -> broadcast(a, b)",
                )
            },
        )
    }
