package dev.rankine.benchmarks.compare

import dev.rankine.ops.Value
import dev.rankine.ops.add
import dev.rankine.ops.exp
import dev.rankine.ops.matmul
import dev.rankine.ops.sum
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.double
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonPrimitive

/** One op on [size] elements, or rows and columns, with so many [threads]: [nanoseconds] a call; [run] is which of the [Run.heads] it stands on. */
internal class GrainPoint(val op: String, val size: Int, val threads: Int, val nanoseconds: Double, val run: Int = 0) {
    /** The same figure, of that [run]. */
    fun of(run: Int): GrainPoint = GrainPoint(op, size, threads, nanoseconds, run)

    fun toJson(): JsonObject =
        JsonObject(
            mapOf(
                "op" to JsonPrimitive(op),
                "size" to JsonPrimitive(size),
                "threads" to JsonPrimitive(threads),
                "nanoseconds" to JsonPrimitive(nanoseconds),
                "run" to JsonPrimitive(run),
            ),
        )

    companion object {
        /** Reads what [toJson] made. */
        fun of(fields: JsonObject): GrainPoint {
            fun field(name: String) = fields.getValue(name).jsonPrimitive
            return GrainPoint(
                field("op").content,
                field("size").int,
                field("threads").int,
                field("nanoseconds").double,
                fields["run"]?.jsonPrimitive?.int ?: 0,
            )
        }
    }
}

/** Sizes around those from which work is cut into parts for several threads: one thread against more. */
internal object Grain {
    private const val POINT = "point "
    private val ELEMENTS = (12..21).map { 1 shl it }
    private val ROWS = listOf(32, 48, 64, 96, 128, 192, 256)

    /** All points with each number of [threads], each number in a fresh process. */
    fun measure(threads: List<Int>, says: (String) -> Unit): List<GrainPoint> {
        val found = ArrayList<GrainPoint>()
        for (count in threads) {
            FreshJava("dev.rankine.benchmarks.compare.GrainKt", count, Waiting.PASSIVE).run(listOf("$count")) { line ->
                if (!line.startsWith(POINT)) return@run says(line)
                val (op, size, nanoseconds) = line.removePrefix(POINT).split(" ")
                found += GrainPoint(op, size.toInt(), count, nanoseconds.toDouble())
            }
        }
        return found
    }

    /** Measures in this process. */
    fun print() {
        val inputs = Inputs()
        for (size in ELEMENTS) {
            val (x, y) = List(2) { inputs.uniform(size) }
            time("add", size) { add(x, y) }
            time("exp", size) { exp(x) }
            time("sum", size) { sum(x) }
        }
        for (size in ROWS) {
            val (x, y) = List(2) { inputs.uniform(size, size) }
            time("matmul", size) { matmul(x, y) }
        }
    }

    private fun time(op: String, size: Int, work: () -> Value) {
        val side = OurSide(Ours(emptyList()) { listOf(work()) })
        println("$POINT$op $size ${Turns(PACE).alone(side::run)}")
    }

    private val PACE = Pace(warmUp = 1.0, rounds = 15, slice = 0.005)
}

/** The process of [Grain]. */
fun main(): Unit = Grain.print()
