package dev.rankine.train

import dev.rankine.shapes.FormatException
import kotlinx.serialization.SerializationException
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive

/** The fields of a JSON object of a checkpoint. What is missing or of another kind is a sentence that says where: `position.batches`. */
internal class Fields private constructor(private val file: String, private val path: String, private val tree: JsonObject) {
    /** A whole number from 0 to the largest Int. */
    fun count(name: String): Int =
        long(name).let { if (it in 0..Int.MAX_VALUE) it.toInt() else refuse(name, "is not from 0 to ${Int.MAX_VALUE}: $it") }

    fun long(name: String): Long = literal(name)?.toLongOrNull() ?: refuse(name, "is no whole number: ${shown(name)}")

    fun has(name: String): Boolean = name in tree

    /** A number, NaN and infinities included. */
    fun number(name: String): Double = element(name).let { number(name, it) }

    /** A number that is finite and not negative. */
    fun measure(name: String): Double =
        number(name).let { if (it.isFinite() && it >= 0) it else refuse(name, "is negative or not finite: $it") }

    fun text(name: String): String =
        (element(name) as? JsonPrimitive)?.takeIf { it.isString }?.content ?: refuse(name, "is no text: ${shown(name)}")

    /** All fields, which are texts. */
    fun texts(name: String): Map<String, String> = fields(name).let { inner -> inner.tree.mapValues { inner.text(it.key) } }

    fun numbers(name: String): List<Double> = list(name).map { number(name, it) }

    fun numbersOrNulls(name: String): List<Double?> = list(name).map { if (it is JsonNull) null else number(name, it) }

    fun fields(name: String): Fields = nested(name, element(name))

    fun fieldsOrNull(name: String): Fields? = if (tree[name] == null || tree[name] is JsonNull) null else fields(name)

    fun fieldsList(name: String): List<Fields> = list(name).mapIndexed { i, element -> nested("$name[$i]", element) }

    /** Every field, which is an object, by name. */
    fun <T> objects(read: (Fields) -> T): Map<String, T> = tree.mapValues { read(fields(it.key)) }

    fun refuse(name: String, problem: String): Nothing = throw FormatException(file, "checkpoint is damaged: $path$name $problem")

    private fun nested(name: String, element: JsonElement): Fields =
        Fields(file, "$path$name.", element as? JsonObject ?: refuse(name, "is no object: ${short(element)}"))

    private fun list(name: String): List<JsonElement> = element(name) as? JsonArray ?: refuse(name, "is no list: ${shown(name)}")

    /** NaN and infinities are texts, for JSON has no such numbers. */
    private fun number(name: String, element: JsonElement): Double {
        val primitive = (element as? JsonPrimitive)?.takeIf { it !is JsonNull }
        val number = primitive?.content?.toDoubleOrNull()?.takeIf { it.isFinite() != primitive.isString }
        return number ?: refuse(name, "is no number: ${short(element)}")
    }

    private fun literal(name: String): String? = (element(name) as? JsonPrimitive)?.takeIf { !it.isString }?.content

    private fun element(name: String): JsonElement = tree[name] ?: refuse(name, "is missing")

    private fun shown(name: String): String = short(element(name))

    private fun short(element: JsonElement): String = element.toString().let { if (it.length <= SHOWN) it else it.take(SHOWN) + "..." }

    companion object {
        private const val SHOWN = 60

        /** The parser calls itself for every level; what is written here has five. */
        private const val MAX_DEPTH = 16

        /** How deep [text] is nested; brackets in its strings, of which there are few, count too. */
        private fun depth(text: String): Int {
            var deep = 0
            var deepest = 0
            for (c in text) {
                if (c == '[' || c == '{') deepest = maxOf(deepest, ++deep)
                if (c == ']' || c == '}') deep--
            }
            return deepest
        }

        /** The object that [text], out of [file], describes. */
        fun parse(file: String, text: String): Fields {
            if (depth(text) > MAX_DEPTH) throw FormatException(file, "checkpoint is damaged: nested more than $MAX_DEPTH deep")
            val element =
                try {
                    Json.parseToJsonElement(text)
                } catch (e: SerializationException) {
                    throw FormatException(
                        file,
                        "checkpoint is damaged: not JSON: ${e.message?.lineSequence()?.first()?.take(160)}",
                        cause = e,
                    )
                }
            return Fields(file, "", element as? JsonObject ?: throw FormatException(file, "checkpoint is damaged: not a JSON object"))
        }
    }
}

/** [number] in JSON, so that [Fields] reads the same bits. */
internal fun jsonNumber(number: Double): JsonPrimitive = if (number.isFinite()) JsonPrimitive(number) else JsonPrimitive(number.toString())
