package dev.rankine.nn

import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

/**
 * What keeps the tensors [given] from being loaded into a model whose own are [own]: nothing, or a list for a person.
 *
 * @param exact whether types must be equal; else it is enough that one converts to the other.
 */
internal class StateDifference(
    private val own: Map<String, Pair<Sizes, DType>>,
    private val given: Map<String, Pair<Sizes, DType>>,
    private val exact: Boolean = false,
) {
    private val missing = (own.keys - given.keys).toList()
    private val unexpected = (given.keys - own.keys).toList()
    private val mismatched = own.keys.filter { it in given && !fits(given.getValue(it), own.getValue(it)) }
    private val width = (shown(missing) + shown(unexpected) + shown(mismatched)).maxOfOrNull { minOf(it.length, WIDEST) } ?: 0

    /** A line for each difference, at most [SHOWN] of a kind. */
    val lines: List<String> =
        lines("missing", missing) { "${cell(it)} ${own.getValue(it).first}" } +
            lines("unexpected", unexpected) { "${cell(it)} ${given.getValue(it).first}" } +
            lines("mismatched", mismatched) { "${cell(it)} ${both(given.getValue(it), own.getValue(it))}" }

    /** @throws StateException with everything that differs, if anything does. */
    fun check() {
        if (lines.isEmpty()) return
        val counts = "${missing.size} missing, ${unexpected.size} unexpected, ${mismatched.size} mismatched"
        throw StateException(
            "loadStateDict: the state is of another model: $counts; nothing was changed\n" +
                lines.joinToString("\n") + "\n  hint: ${hint()}",
        )
    }

    private fun lines(kind: String, names: List<String>, line: (String) -> String): List<String> {
        val more = names.size - SHOWN
        val lines = shown(names).map { "  ${kind.padEnd(KINDS)}  ${line(it)}" }
        return if (more > 0) lines + "  ${kind.padEnd(KINDS)}  and $more more" else lines
    }

    /** A name comes from a file: what would break the line or colour the terminal is a question mark. */
    private fun cell(name: String): String = name.replace(UNSEEN, "?").padEnd(width)

    private fun shown(names: List<String>): List<String> = names.take(SHOWN)

    private fun both(given: Pair<Sizes, DType>, own: Pair<Sizes, DType>): String =
        if (typesFit(given.second, own.second)) {
            "${given.first}, the model has ${own.first}"
        } else {
            "${given.second} ${given.first}, the model has ${own.second} ${own.first}"
        }

    private fun fits(given: Pair<Sizes, DType>, own: Pair<Sizes, DType>): Boolean =
        given.first == own.first && typesFit(given.second, own.second)

    private fun typesFit(given: DType, own: DType): Boolean = if (exact) given == own else converts(given, own)

    private fun hint(): String {
        prefix(missing, unexpected)?.let { return "take $it off the names: loadStateDict(state.mapKeys { it.key.removePrefix(\"$it\") })" }
        prefix(unexpected, missing)?.let { return "the state is that of a part: call loadStateDict on ${it.dropLast(1)}" }
        return when {
            mismatched.isNotEmpty() -> "build the model with the sizes and types that the state has"
            unexpected.isEmpty() -> "to keep the model's own numbers where some are missing: loadStateDict(model.stateDict() + state)"
            missing.isEmpty() -> "to leave out the others: loadStateDict(state.filterKeys { it in model.stateDict() })"
            else -> "build the model that was saved, or rename: loadStateDict(state.mapKeys { ... })"
        }
    }

    /** What stands before all [short] names in the [long] ones, `module.` say, if that is all that differs. */
    private fun prefix(short: List<String>, long: List<String>): String? {
        if (short.isEmpty() || short.size != long.size) return null
        val first = short.first()
        val candidates = long.filter { it.endsWith(".$first") }.map { it.removeSuffix(first) }
        val all = long.toSet()
        return candidates.firstOrNull { before -> short.all { before + it in all } }
    }

    private companion object {
        const val KINDS = 10

        /** Lines of a kind; a model of another family differs in thousands of names, and the first say which. */
        const val SHOWN = 50

        /** Names are padded up to this width. */
        const val WIDEST = 48

        val UNSEEN = Regex("\\p{C}")

        /** Only what keeps its meaning: a fraction does not become an integer, and truth values are no numbers. */
        fun converts(from: DType, to: DType): Boolean =
            when (from) {
                to -> true
                DType.BOOL -> false
                else -> to.isFloating || (to.isInteger && from.isInteger)
            }
    }
}
