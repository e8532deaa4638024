package dev.rankine.golden

import dev.rankine.io.SafetensorsFile
import dev.rankine.shapes.FormatException
import kotlinx.serialization.SerializationException
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonObject

/** What a golden file tests. The word [key] in its metadata tells the kind and names what is tested. */
internal enum class Suite(val key: String) {
    OPS("op"),
    MODULES("module"),
    OPTIM("optimizer"),
    LR("scheduler"),
    TRAIN("run"),
}

/**
 * One file of golden data: cases, and the tensors that they name.
 *
 * @property subject the op, module, optimizer, schedule or run that it tests.
 */
internal class GoldenFile private constructor(
    val tensors: SafetensorsFile,
    val suite: Suite,
    val subject: String,
    val cases: List<JsonObject>,
) {
    companion object {
        private const val FORMAT = "golden-1"

        /** @throws FormatException if [file] is no golden file. */
        fun of(file: SafetensorsFile): GoldenFile {
            val format = file.metadata["format"]
            if (format != FORMAT) {
                throw FormatException(file.name, "is no golden file: its metadata say format ${format ?: "nothing"}, not $FORMAT")
            }
            val suite =
                Suite.entries.firstOrNull { it.key in file.metadata }
                    ?: throw FormatException(file.name, "names none of ${Suite.entries.joinToString { it.key }} in its metadata")
            return GoldenFile(file, suite, file.metadata.getValue(suite.key), cases(file))
        }

        private fun cases(file: SafetensorsFile): List<JsonObject> {
            val text = file.metadata["cases"] ?: throw FormatException(file.name, "has no cases in its metadata")
            val list =
                try {
                    Json.parseToJsonElement(text)
                } catch (e: SerializationException) {
                    throw FormatException(file.name, "its cases are not JSON: ${e.message?.lineSequence()?.first()?.take(160)}", cause = e)
                }
            if (list !is JsonArray) throw FormatException(file.name, "its cases are not a list")
            return list.map { it as? JsonObject ?: throw FormatException(file.name, "one of its cases is not an object") }
        }
    }
}
