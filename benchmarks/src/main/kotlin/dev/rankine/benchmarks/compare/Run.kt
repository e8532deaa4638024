package dev.rankine.benchmarks.compare

import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import java.io.File

/**
 * All that runs of the yardstick gave.
 *
 * @property heads what they stood on, the last run last; figures say which of them is theirs.
 */
internal class Run(
    val heads: List<Map<String, String>>,
    val rows: List<Measured>,
    val alone: List<Alone> = emptyList(),
    val grain: List<GrainPoint> = emptyList(),
) {
    /** What one run gave, which stood on [head]. */
    constructor(
        head: Map<String, String>,
        rows: List<Measured>,
        alone: List<Alone> = emptyList(),
        grain: List<GrainPoint> = emptyList(),
    ) : this(listOf(head), rows, alone, grain)

    /** What the last run stood on, and what the peers were that it did without. */
    val head: Map<String, String> get() {
        val peers = rows.map { it.peer }.toSet()
        return heads.reduce { old, new -> new + (old.filterKeys { it in peers } - new.keys) }
    }

    /** Writes it as JSON, a line for each figure, so that a difference of two files can be read. */
    fun write(file: File) {
        val parts =
            listOf(
                part("heads", heads.map { head -> JsonObject(head.mapValues { JsonPrimitive(it.value) }) }),
                part("rows", rows.map { it.toJson() }),
                part("alone", alone.map { it.toJson() }),
                part("grain", grain.map { it.toJson() }),
            )
        file.writeText(parts.joinToString(",\n", "{\n", "\n}\n"))
    }

    private fun part(name: String, items: List<JsonElement>) =
        if (items.isEmpty()) "\"$name\": []" else items.joinToString(",\n", "\"$name\": [\n", "\n]")

    companion object {
        /** Reads what [write] wrote. */
        fun read(file: File): Run {
            val all = Json.parseToJsonElement(file.readText()).jsonObject

            fun items(name: String) = (all[name] ?: JsonArray(emptyList())).jsonArray.map { it.jsonObject }

            // a file of the time when there was one head
            val heads = all["head"]?.let { listOf(it.jsonObject) } ?: items("heads")
            return Run(
                heads.map { head -> head.mapValues { it.value.jsonPrimitive.content } - "threads" },
                items("rows").map { Measured.of(it) },
                items("alone").map { Alone.of(it) },
                items("grain").map { GrainPoint.of(it) },
            )
        }
    }
}
