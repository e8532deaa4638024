package dev.rankine.shapes

import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonObject

/** A table computed by PyTorch, from this module's test resources. */
internal fun goldenFile(name: String): JsonObject {
    val stream = checkNotNull(DType::class.java.getResourceAsStream("/golden/$name")) { "golden/$name is missing from the test resources" }
    return Json.parseToJsonElement(stream.use { it.readBytes().decodeToString() }).jsonObject
}
