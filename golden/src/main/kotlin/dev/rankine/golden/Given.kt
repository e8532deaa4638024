package dev.rankine.golden

import dev.rankine.io.SafetensorsFile
import dev.rankine.ops.Backend
import dev.rankine.ops.Value
import dev.rankine.shapes.DType
import dev.rankine.shapes.DTypeException
import dev.rankine.shapes.FormatException
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.booleanOrNull
import kotlinx.serialization.json.doubleOrNull
import kotlinx.serialization.json.longOrNull

/** A value inside a case. */
internal sealed interface Given {
    /** A tensor of the file; [fields] say what is known of its gradient, its error, its state after the call. */
    class Tensor(val value: Value, val fields: JsonObject) : Given

    class Number(val number: kotlin.Number) : Given

    class Text(val text: String) : Given

    class Flag(val flag: Boolean) : Given

    class Items(val items: List<Given>) : Given

    class ElementType(val dtype: DType) : Given

    /** PyTorch's name of a module and the arguments of its constructor. */
    class Module(val name: String, val arguments: Map<String, Given>) : Given

    data object Nothing : Given

    /** What only PyTorch has: devices, memory formats; and slices, whose meaning the op knows. */
    class Other(val json: JsonObject) : Given
}

/** Reads the values inside the cases of [file]; tensors go to [backend]. */
internal class GivenReader(private val file: SafetensorsFile, private val backend: Backend) {
    fun read(json: JsonElement): Given =
        when (json) {
            is JsonNull -> Given.Nothing
            is JsonPrimitive -> primitive(json)
            is JsonArray -> Given.Items(json.map(::read))
            is JsonObject -> described(json)
        }

    /** The tensor that [fields] name under [key]; null where they say null or nothing. */
    fun tensor(fields: JsonObject, key: String): Value? {
        val name = fields[key] ?: return null
        if (name is JsonNull) return null
        return file.read((name as? JsonPrimitive)?.content ?: bad(fields), backend)
    }

    private fun primitive(json: JsonPrimitive): Given {
        if (json.isString) return Given.Text(json.content)
        json.booleanOrNull?.let { return Given.Flag(it) }
        if ('.' !in json.content && 'e' !in json.content) json.longOrNull?.let { return Given.Number(it) }
        return Given.Number(json.doubleOrNull ?: bad(json))
    }

    private fun described(json: JsonObject): Given =
        when {
            "t" in json -> Given.Tensor(tensor(json, "t")!!, json)
            "float" in json -> Given.Number(float(json))
            "dtype" in json -> dtype(json)
            "function" in json -> read(json.getValue("function"))
            "module" in json -> module(json)
            else -> Given.Other(json)
        }

    private fun module(json: JsonObject): Given {
        val name = (json["module"] as? JsonPrimitive)?.content ?: bad(json)
        return Given.Module(name, (json["ctor"] as? JsonObject ?: bad(json)).mapValues { read(it.value) })
    }

    private fun float(json: JsonObject): Double =
        when ((json["float"] as? JsonPrimitive)?.content) {
            "inf" -> Double.POSITIVE_INFINITY
            "-inf" -> Double.NEGATIVE_INFINITY
            "nan" -> Double.NaN
            else -> bad(json)
        }

    private fun dtype(json: JsonObject): Given =
        try {
            Given.ElementType(DType.of((json["dtype"] as? JsonPrimitive)?.content ?: bad(json)))
        } catch (_: DTypeException) {
            Given.Other(json) // complex types: known to PyTorch only
        }

    private fun bad(json: JsonElement): kotlin.Nothing = throw FormatException(file.name, "a case has a value of no known form: $json")
}
