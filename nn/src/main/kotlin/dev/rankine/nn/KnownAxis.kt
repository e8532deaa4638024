package dev.rankine.nn

import dev.rankine.shapes.Axis
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes

/** Which axis of a value is meant. */
internal enum class AxisPlace(val words: String) {
    LAST("last axis"),

    /** The axis before those of lines, planes or volumes. */
    CHANNELS("channels"),
}

/** What is known of a value between two parts of a chain: the size of one of its axes. */
internal class KnownAxis(val place: AxisPlace, val axis: Axis<*>) {
    fun toSizes(): Sizes = if (axis.dim === Dyn) Sizes.of(axis.size) else Sizes.named(axis)
}

/** What the last of [parts] gives behind [before]. */
internal fun flow(parts: List<Mapping>, before: KnownAxis?): KnownAxis? = parts.fold(before) { known, part -> part.gives(known) }

/**
 * Compares what each of [parts] gives with what the next one takes, where both are known.
 *
 * @throws ShapeException with the place in the chain and both parts.
 */
internal fun checkNeighbours(parts: List<Mapping>) {
    var known: KnownAxis? = null
    var giver = 0
    parts.forEachIndexed { i, part ->
        val given = known
        val taken = part.takes
        if (given != null && taken != null && given.place == taken.place && given.axis.size != taken.axis.size) {
            throw ShapeException(
                "sequential: part $i does not take the ${given.place.words} that part $giver gives: ${taken.axis.size} != ${given.axis.size}",
                listOf("$giver: ${line(parts[giver])} gives" to given.toSizes(), "$i: ${line(part)} takes" to taken.toSizes()),
            )
        }
        val next = part.gives(given)
        if (next !== given) giver = i
        known = next
    }
}

/** How a part is printed, or its name where that is several lines. */
private fun line(part: Mapping): String = part.toString().lineSequence().singleOrNull() ?: part.word
