package dev.rankine.golden.modules

import dev.rankine.golden.Given
import dev.rankine.golden.GivenReader
import dev.rankine.golden.GoldenFile
import dev.rankine.golden.absent
import dev.rankine.golden.difference
import dev.rankine.golden.ops.Arguments
import dev.rankine.golden.ops.pulledBack
import dev.rankine.golden.ops.zerosOf
import dev.rankine.nn.Module
import dev.rankine.ops.Value
import dev.rankine.ops.requireGradient
import dev.rankine.shapes.FormatException
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.booleanOrNull
import kotlinx.serialization.json.doubleOrNull

/** One call of a module that [build] makes of PyTorch's constructor arguments. */
internal class ModuleCase(
    private val file: GoldenFile,
    private val case: JsonObject,
    private val reader: GivenReader,
    private val build: Arguments.() -> Built,
) {
    private val state = objectAt("state").mapValues { it.value as? JsonObject ?: bad("state") }

    /** What is wrong, or null. */
    fun problem(): String? {
        val arguments = Arguments(objectAt("ctor").mapValues { reader.read(it.value) })
        val built = arguments.build()
        if (arguments.unread.isNotEmpty()) return "the builder does not read ${arguments.unread.joinToString()}"
        val module = built.module
        val names = module.stateDict().keys.toList()
        if (names != state.keys.toList()) return "state_dict is $names expected ${state.keys.toList()}"
        module.loadStateDict(state.mapValues { tensor(it.value, "t") })
        module.train((case["training"] as? JsonPrimitive)?.booleanOrNull ?: bad("training"))
        val inputs = list("args").flatMap { tensors(reader.read(it)) ?: absent("arguments that are not tensors") }
        val named = objectAt("kwargs").mapValues { reader.read(it.value) }
        val operands = inputs + named.values.filterIsInstance<Given.Tensor>()
        operands.filter { "grad" in it.fields }.forEach { it.value.requireGradient() }
        val expected = expected()
        val kwargs = Arguments(named)
        val results = built.call(inputs.map { it.value }, kwargs)
        if (kwargs.unread.isNotEmpty()) absent("arguments ${kwargs.unread.joinToString()}")
        return compare(results, expected) ?: gradients(results, expected, operands, module) ?: after(module)
    }

    private fun expected(): List<Given.Tensor> = tensors(reader.read(case["out"] ?: bad("out"))) ?: absent("results that are not tensors")

    /** The tensors of a value and of the lists in it, in order; null if there is anything else. */
    private fun tensors(given: Given): List<Given.Tensor>? =
        when (given) {
            is Given.Tensor -> listOf(given)
            is Given.Nothing -> emptyList()
            is Given.Items -> given.items.flatMap { tensors(it) ?: return null }
            else -> null
        }

    private fun compare(results: List<Value>, expected: List<Given.Tensor>): String? {
        if (results.size != expected.size) return "${results.size} results, expected ${expected.size}"
        return expected.indices.firstNotNullOfOrNull { i ->
            difference(results[i], expected[i].value, number(expected[i].fields, "e"), formOnly = false)?.let { "result $i $it" }
        }
    }

    private fun gradients(results: List<Value>, expected: List<Given.Tensor>, inputs: List<Given.Tensor>, module: Module): String? {
        val parameters = module.namedParameters().map { (name, parameter) -> Wanted(name, parameter.value, state.getValue(name)) }
        val wanted = inputs.mapIndexed { i, input -> Wanted("input ${i + 1}", input.value, input.fields) } + parameters
        val asked = wanted.filter { "grad" in it.fields }
        val upstream = results.indices.mapNotNull { i -> reader.tensor(expected[i].fields, "gout")?.let { results[i] to it } }
        if (upstream.isEmpty() || asked.isEmpty()) return null
        val found = pulledBack(upstream, asked.map { it.value })
        return asked.indices.firstNotNullOfOrNull { i ->
            val golden = reader.tensor(asked[i].fields, "grad") ?: zerosOf(asked[i].value)
            difference(found[i] ?: zerosOf(asked[i].value), golden, number(asked[i].fields, "grad_e"), formOnly = false)
                ?.let { "gradient of ${asked[i].name} $it" }
        }
    }

    /** What the call changed; all else in the state must be as it was. */
    private fun after(module: Module): String? {
        val actual = module.stateDict()
        return state.entries.firstNotNullOfOrNull { (name, fields) ->
            val golden = tensor(fields, if ("after" in fields) "after" else "t")
            difference(actual.getValue(name), golden, 0.0, formOnly = false)?.let { "$name after the call $it" }
        }
    }

    private fun tensor(fields: JsonObject, key: String): Value = reader.tensor(fields, key) ?: bad("state")

    private fun objectAt(field: String): JsonObject = case[field] as? JsonObject ?: bad(field)

    private fun list(field: String): List<JsonElement> = case[field] as? JsonArray ?: bad(field)

    private fun number(fields: JsonObject, key: String): Double = (fields[key] as? JsonPrimitive)?.doubleOrNull ?: 0.0

    private fun bad(field: String): Nothing = throw FormatException(file.tensors.name, "a case has no valid $field")
}

/** What may have a gradient, and what the case knows of it. */
private class Wanted(val name: String, val value: Value, val fields: JsonObject)
