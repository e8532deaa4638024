package dev.rankine.benchmarks.compare

import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.double
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import kotlinx.serialization.json.long

/**
 * What one row gave beside one peer.
 *
 * @property ours and [theirs] nanoseconds per call, one number a round; pairs of one round stood side by side.
 * @property allocated bytes of Java heap that one run of ours takes.
 * @property difference how far the results were apart before the clock started.
 * @property waiting what the peer's workers did while they had no work.
 * @property copy gigabytes in a second, read and written, of a plain copy of as many bytes in the same process; 0 where a row has no bytes.
 * @property run which of the [Run.heads] of the run says what it stood on.
 * @property apart nanoseconds of a message between two threads before and after, where the row has several; see [Distance].
 * @property tile billions of operations in a second of the bare micro-kernel on all threads in the same process; 0 where a row has no operations.
 */
internal class Measured(
    val family: String,
    val name: String,
    val peer: String,
    val threads: Int,
    val ours: List<Double>,
    val theirs: List<Double>,
    val allocated: Long,
    val difference: Double,
    val waiting: Waiting = Waiting.PASSIVE,
    val copy: Double = 0.0,
    val tile: Double = 0.0,
    val run: Int = 0,
    val apart: List<Double> = emptyList(),
) {
    /** The peer, and its setting where it is not the usual one. */
    val side: String get() = if (waiting == Waiting.PASSIVE) peer else "$peer $waiting"

    /** What the row is called among all rows of a run. */
    val key: String get() = "$family: $name, beside $peer, threads $threads"

    /** The peer's time over ours, round by round: above 1 we are faster. */
    val ratios: List<Double> get() = ours.indices.map { theirs[it] / ours[it] }

    /** The same figures, of that [run]. */
    fun of(run: Int): Measured = Measured(family, name, peer, threads, ours, theirs, allocated, difference, waiting, copy, tile, run, apart)

    /** One line of JSON. */
    fun toLine(): String = toJson().toString()

    /** As an object of JSON. */
    fun toJson(): JsonObject =
        JsonObject(
            mapOf(
                "family" to JsonPrimitive(family),
                "name" to JsonPrimitive(name),
                "peer" to JsonPrimitive(peer),
                "threads" to JsonPrimitive(threads),
                "ours" to JsonArray(ours.map { JsonPrimitive(it) }),
                "theirs" to JsonArray(theirs.map { JsonPrimitive(it) }),
                "allocated" to JsonPrimitive(allocated),
                "difference" to JsonPrimitive(difference),
                "waiting" to JsonPrimitive("$waiting"),
                "copy" to JsonPrimitive(copy),
                "tile" to JsonPrimitive(tile),
                "run" to JsonPrimitive(run),
                "apart" to JsonArray(apart.map { JsonPrimitive(it) }),
            ),
        )

    companion object {
        /** Reads what [toLine] wrote. */
        fun of(line: String): Measured = of(Json.parseToJsonElement(line).jsonObject)

        /** Reads what [toJson] made. */
        fun of(fields: JsonObject): Measured {
            fun text(name: String) = fields.getValue(name).jsonPrimitive.content

            fun numbers(name: String) = fields.getValue(name).jsonArray.map { it.jsonPrimitive.double }
            return Measured(
                text("family"),
                text("name"),
                text("peer"),
                fields.getValue("threads").jsonPrimitive.int,
                numbers("ours"),
                numbers("theirs"),
                fields.getValue("allocated").jsonPrimitive.long,
                fields.getValue("difference").jsonPrimitive.double,
                Waiting.entries.first { "$it" == text("waiting") },
                fields.getValue("copy").jsonPrimitive.double,
                fields.getValue("tile").jsonPrimitive.double,
                fields["run"]?.jsonPrimitive?.int ?: 0,
                if ("apart" in fields) numbers("apart") else emptyList(),
            )
        }
    }
}

/** The number that so large a [share] of these is below. */
internal fun List<Double>.quantile(share: Double): Double {
    val sorted = sorted()
    val place = share * (size - 1)
    val below = place.toInt()
    val above = minOf(below + 1, size - 1)
    return sorted[below] + (place - below) * (sorted[above] - sorted[below])
}

/** The middle one. */
internal fun List<Double>.median(): Double = quantile(0.5)
