package dev.rankine.golden.lr

import dev.rankine.golden.absent
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.double
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonPrimitive

/** Settings of [schedule] under PyTorch's names; what is not given has PyTorch's default. */
internal class ScheduleConfig(private val schedule: String, private val given: JsonObject) {
    private val read = HashSet<String>()

    fun double(name: String, default: Double? = null): Double = find(name)?.jsonPrimitive?.double ?: default ?: missing(name)

    fun int(name: String, default: Int? = null): Int = find(name)?.jsonPrimitive?.int ?: default ?: missing(name)

    fun text(name: String, default: String): String = find(name)?.jsonPrimitive?.content ?: default

    fun flag(name: String, default: Boolean): Boolean = find(name)?.jsonPrimitive?.boolean ?: default

    /** The items of a list, or what stands there as the only one. */
    fun list(name: String): List<JsonElement> = find(name).let { it as? JsonArray ?: listOf(it ?: missing(name)) }

    /** The name and the settings of each of the parts of a composed schedule. */
    fun parts(): List<Pair<String, JsonObject>> =
        list("schedulers").map { it as JsonObject }.map { part ->
            part.getValue("scheduler").jsonPrimitive.content to part.getValue("config") as JsonObject
        }

    fun checkRead() {
        val unread = given.keys - read
        if (unread.isNotEmpty()) absent("$schedule with ${unread.joinToString()}")
    }

    private fun find(name: String): JsonElement? {
        read += name
        return given[name]?.takeIf { it !is JsonNull }
    }

    private fun missing(name: String): Nothing = absent("$schedule without $name")
}
