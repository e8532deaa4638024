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

/** All that one run of the yardstick gave; [head] says what it stood on. */
internal class Run(
    val head: Map<String, String>,
    val rows: List<Measured>,
    val alone: List<Alone> = emptyList(),
    val grain: List<GrainPoint> = emptyList(),
) {
    /** Writes it as JSON, a line for each figure, so that a difference of two files can be read. */
    fun write(file: File) {
        val parts =
            listOf(
                "\"head\": ${JsonObject(head.mapValues { JsonPrimitive(it.value) })}",
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
            return Run(
                all.getValue("head").jsonObject.mapValues { it.value.jsonPrimitive.content },
                items("rows").map { Measured.of(it) },
                items("alone").map { Alone.of(it) },
                items("grain").map { GrainPoint.of(it) },
            )
        }
    }
}
