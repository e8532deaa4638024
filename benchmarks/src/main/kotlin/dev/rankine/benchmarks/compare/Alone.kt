package dev.rankine.benchmarks.compare

import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.double
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonPrimitive
import kotlinx.serialization.json.long

/**
 * What one side gave that took training steps alone in a fresh process.
 *
 * @property row the name of the row.
 * @property side `rankine`, or the name of a peer.
 * @property flags what Java was told about its heap; empty for nothing.
 * @property process bytes that the whole process had resident at most, without what only the comparison needs.
 * @property growth how many of these came after the parameters were there: gradients, activations, the optimizer's state, code, heap.
 * @property run which of the [Run.heads] of the run says what it stood on.
 * @property first and [last] seconds from the start of the process to the end of the first and of the last step.
 */
internal class Alone(
    val row: String,
    val side: String,
    val flags: String,
    val steps: Int,
    val process: Long,
    val growth: Long,
    val first: Double,
    val last: Double,
    val run: Int = 0,
) {
    /** The same figures, of that [run]. */
    fun of(run: Int): Alone = Alone(row, side, flags, steps, process, growth, first, last, run)

    fun toJson(): JsonObject =
        JsonObject(
            mapOf(
                "row" to JsonPrimitive(row),
                "side" to JsonPrimitive(side),
                "flags" to JsonPrimitive(flags),
                "steps" to JsonPrimitive(steps),
                "process" to JsonPrimitive(process),
                "growth" to JsonPrimitive(growth),
                "first" to JsonPrimitive(first),
                "last" to JsonPrimitive(last),
                "run" to JsonPrimitive(run),
            ),
        )

    companion object {
        /** Our own side. */
        const val OURS: String = "rankine"

        /** Reads what [toJson] made. */
        fun of(fields: JsonObject): Alone {
            fun field(name: String) = fields.getValue(name).jsonPrimitive
            return Alone(
                field("row").content,
                field("side").content,
                field("flags").content,
                field("steps").int,
                field("process").long,
                field("growth").long,
                field("first").double,
                field("last").double,
                fields["run"]?.jsonPrimitive?.int ?: 0,
            )
        }
    }
}
