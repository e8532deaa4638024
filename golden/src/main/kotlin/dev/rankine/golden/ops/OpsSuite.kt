package dev.rankine.golden.ops

import dev.rankine.golden.absent
import dev.rankine.golden.CaseRunner
import dev.rankine.golden.Given
import dev.rankine.golden.GivenReader
import dev.rankine.golden.GoldenFile
import dev.rankine.golden.Outcome
import dev.rankine.golden.difference
import dev.rankine.golden.guarded
import dev.rankine.ops.Backend
import dev.rankine.ops.Value
import dev.rankine.ops.requireGradient
import dev.rankine.ops.scope
import dev.rankine.shapes.FormatException
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.booleanOrNull
import kotlinx.serialization.json.doubleOrNull

/** Calls an op with the arguments of a case, and compares results and gradients. */
internal object OpsSuite : CaseRunner {
    override fun run(file: GoldenFile, case: JsonObject, backend: Backend): Outcome {
        val adapter = opAdapters[file.subject] ?: return Outcome.Absent("no op ${file.subject}")
        return guarded { scope("golden") { OpCase(file, case, GivenReader(file.tensors, backend), adapter).problem() } }
    }
}

private class OpCase(private val file: GoldenFile, private val case: JsonObject, private val reader: GivenReader, private val adapter: Adapter) {
    private val formOnly = case.isTrue("ill")

    /** What is wrong, or null. */
    fun problem(): String? {
        val positional = (case["args"] as? JsonArray ?: bad("args")).map(reader::read)
        val named = (case["kwargs"] as? JsonObject ?: bad("kwargs")).mapValues { reader.read(it.value) }
        val operands = tensors(positional) + tensors(named.values)
        val wanted = operands.filter { "grad" in it.fields }
        wanted.forEach { it.value.requireGradient() }
        val expected = expected()
        if (expected.any { it.fields.isTrue("complex") }) absent("complex results")
        val arguments = Arguments.bind(adapter.parameters, positional, named)
        val results = adapter.call(arguments)
        if (arguments.unread.isNotEmpty()) return "the adapter does not read ${arguments.unread.joinToString()}"
        return compare(results, expected) ?: gradients(results, expected, wanted) ?: after(operands)
    }

    private fun expected(): List<Given.Tensor> {
        val out = reader.read(case["out"] ?: bad("out"))
        val leaves = if (out is Given.Items) out.items else listOf(out)
        return leaves.map { it as? Given.Tensor ?: absent("results that are not tensors") }
    }

    private fun compare(results: List<Value>, expected: List<Given.Tensor>): String? {
        if (results.size != expected.size) return "${results.size} results, expected ${expected.size}"
        if (case.isTrue("gauge")) return compareInvariants(results, expected)
        return expected.indices.firstNotNullOfOrNull { i ->
            difference(results[i], expected[i].value, expected[i].fields.number("e"), formOnly)
                ?.let { if (expected.size == 1) it else "result $i $it" }
        }
    }

    private fun compareInvariants(results: List<Value>, expected: List<Given.Tensor>): String? {
        val invariant = adapter.invariant ?: return "no invariant is known for this decomposition"
        val error = expected.maxOf { it.fields.number("e") }
        return invariant(results).zip(invariant(expected.map { it.value })).firstNotNullOfOrNull { (a, b) -> difference(a, b, error, formOnly) }
    }

    private fun gradients(results: List<Value>, expected: List<Given.Tensor>, wanted: List<Given.Tensor>): String? {
        val upstream = results.indices.mapNotNull { i -> reader.tensor(expected[i].fields, "gout")?.let { results[i] to it } }
        if (upstream.isEmpty() || wanted.isEmpty()) return null
        val found = pulledBack(upstream, wanted.map { it.value })
        return wanted.indices.firstNotNullOfOrNull { i ->
            val golden = reader.tensor(wanted[i].fields, "grad")
            gradientDifference(wanted[i], found[i], golden)?.let { "gradient of input ${i + 1}${reason(results)} $it" }
        }
    }

    private fun gradientDifference(input: Given.Tensor, found: Value?, golden: Value?): String? {
        val actual = found ?: zerosOf(input.value)
        return difference(actual, golden ?: zerosOf(input.value), input.fields.number("grad_e"), formOnly)
    }

    private fun after(operands: List<Given.Tensor>): String? =
        operands.firstNotNullOfOrNull { operand ->
            reader.tensor(operand.fields, "after")?.let { difference(operand.value, it, 0.0, formOnly)?.let { text -> "after the call: $text" } }
        }

    private fun tensors(values: Collection<Given>): List<Given.Tensor> =
        values.flatMap { value ->
            when (value) {
                is Given.Tensor -> listOf(value)
                is Given.Items -> tensors(value.items)
                else -> emptyList()
            }
        }

    private fun bad(field: String): Nothing = throw FormatException(file.tensors.name, "a case has no valid $field")
}

private fun JsonObject.isTrue(key: String): Boolean = (this[key] as? JsonPrimitive)?.booleanOrNull == true

private fun JsonObject.number(key: String): Double = (this[key] as? JsonPrimitive)?.doubleOrNull ?: 0.0
