package dev.rankine.io

import dev.rankine.shapes.DType
import dev.rankine.shapes.FormatException
import dev.rankine.shapes.ShapeException
import dev.rankine.shapes.Sizes
import kotlinx.serialization.SerializationException
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive

/** The key of the texts that are no tensor. */
internal const val METADATA: String = "__metadata__"

/** The most axes that a tensor in a file may have: PyTorch's limit. */
internal const val MAX_AXES: Int = 64

/** Parses and checks the header of [file], behind which [dataBytes] bytes follow. */
internal class SafetensorsHeader(private val file: String, private val dataBytes: Long) {
    val metadata = LinkedHashMap<String, String>()
    val tensors = LinkedHashMap<String, SafetensorsEntry>()

    fun parse(text: String) {
        KeyScan(file, text).check()
        for ((name, element) in tree(text)) {
            if (name == METADATA) texts(element) else tensors[name] = entry(name, element)
        }
        checkCover()
    }

    private fun tree(text: String): JsonObject {
        val element =
            try {
                Json.parseToJsonElement(text)
            } catch (e: SerializationException) {
                throw FormatException(file, "header is not JSON: ${oneLine(e.message.orEmpty())}", NO_SAFETENSORS, e)
            }
        return element as? JsonObject ?: throw FormatException(file, "header is not a JSON object", NO_SAFETENSORS)
    }

    private fun texts(element: JsonElement) {
        val texts = element as? JsonObject ?: throw FormatException(file, "$METADATA is not an object of texts")
        for ((key, value) in texts) {
            if (value !is JsonPrimitive || !value.isString) throw FormatException(file, "$METADATA: ${quoted(key)} is not a text")
            metadata[key] = value.content
        }
    }

    private fun entry(name: String, element: JsonElement): SafetensorsEntry {
        val fields = element as? JsonObject ?: refuse(name, "is described by no object")
        (fields.keys - FIELDS).firstOrNull()?.let { refuse(name, "has an unknown field ${quoted(it)}") }
        val dtype = dtype(name, fields["dtype"])
        val sizes = sizes(name, numbers(name, "shape", fields))
        val offsets = numbers(name, "data_offsets", fields)
        if (offsets.size != 2) refuse(name, "needs 2 data_offsets: ${offsets.size} given")
        val (begin, end) = offsets
        if (begin > end || end > dataBytes) refuse(name, "data_offsets [$begin, $end] are not inside the $dataBytes bytes of data")
        val needed = sizes.elements.toLong() * dtype.bytes
        if (end - begin != needed) refuse(name, "$dtype $sizes needs $needed bytes: data_offsets [$begin, $end] give ${end - begin}")
        return SafetensorsEntry(dtype, sizes, begin, end)
    }

    private fun dtype(name: String, element: JsonElement?): DType {
        val word = (element as? JsonPrimitive)?.takeIf { it.isString } ?: refuse(name, "has no dtype")
        return DType.entries.firstOrNull { it.name == word.content }
            ?: refuse(name, "has an unknown dtype: ${quoted(word.content)}", "known are ${DType.entries.joinToString { it.name }}")
    }

    private fun sizes(name: String, shape: List<Long>): Sizes {
        shape.firstOrNull { it > Int.MAX_VALUE }?.let { refuse(name, "a size is too large: $it > ${Int.MAX_VALUE}") }
        try {
            return Sizes.of(shape.map { it.toInt() })
        } catch (e: ShapeException) {
            throw FormatException(file, "tensor ${quoted(name)} ${e.problem}", cause = e)
        }
    }

    private fun numbers(name: String, field: String, fields: JsonObject): List<Long> {
        val array = fields[field] as? JsonArray ?: refuse(name, "has no list $field")
        return array.map { element ->
            val number = (element as? JsonPrimitive)?.takeIf { !it.isString }?.content
            if (number == null || !number.matches(WHOLE)) refuse(name, "$field: not a whole number from 0: ${quoted(element.toString())}")
            number.toLongOrNull() ?: refuse(name, "$field: too large: ${quoted(number)}")
        }
    }

    /** Tensors may neither overlap nor leave holes: together they are exactly the data. */
    private fun checkCover() {
        var at = 0L
        for ((name, entry) in tensors.entries.sortedWith(compareBy({ it.value.begin }, { it.value.end }))) {
            if (entry.begin < at) refuse(name, "overlaps the tensor before it: starts at byte ${entry.begin}, that one ends at $at")
            if (entry.begin > at) refuse(name, "leaves a hole before it: bytes $at to ${entry.begin} belong to no tensor")
            at = entry.end
        }
        if (at != dataBytes) throw FormatException(file, "bytes $at to $dataBytes of the data belong to no tensor")
    }

    private fun refuse(name: String, problem: String, hint: String? = null): Nothing =
        throw FormatException(file, "tensor ${quoted(name)} $problem", hint)

    private companion object {
        val FIELDS = setOf("dtype", "shape", "data_offsets")
        val WHOLE = Regex("0|[1-9][0-9]*")
    }
}
