package dev.rankine.tensor.generate

/** A shape rule: `[a] b=? -> [b] where a == b`. */
internal fun rule(arguments: List<String>, result: String, conditions: List<String> = emptyList()): String {
    val head = (arguments + "->" + result).joinToString(" ")
    return if (conditions.isEmpty()) head else "$head where ${conditions.joinToString(", ")}"
}

/** The axes as a rule writes them: `[a, 1, b*c]`. */
internal fun pattern(axes: List<String>): String = axes.joinToString(", ", "[", "]") { word(it) }

/** An axis as a rule writes it. */
internal fun word(axis: String): String =
    if (axis == "One") {
        "1"
    } else {
        axis
            .replace(Regex("Times<(\\w+), (\\w+)>"), "$1*$2")
            .replace(Regex("Plus<(\\w+), (\\w+)>"), "$1 + $2")
            .lowercase()
    }

/** The parameters that say the sizes of [axes]: `a=?`. */
internal fun numbers(axes: List<String>): List<String> = axes.map { "${word(it)}=?" }

/** The rule of what keeps its [axes]. */
internal fun same(axes: List<String>): String = rule(listOf(pattern(axes)), pattern(axes))

/** The rule of what makes [axes] from their sizes. */
internal fun created(axes: List<String>): String = rule(numbers(axes), pattern(axes))
