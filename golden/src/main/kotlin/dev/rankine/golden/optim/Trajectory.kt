package dev.rankine.golden.optim

import dev.rankine.golden.GivenReader
import dev.rankine.golden.difference
import dev.rankine.nn.Module
import dev.rankine.nn.Parameter
import dev.rankine.ops.Evaluator
import dev.rankine.ops.Value
import dev.rankine.ops.broadcastTo
import dev.rankine.ops.gradient
import dev.rankine.ops.scatterAdd
import dev.rankine.ops.unsqueeze
import dev.rankine.ops.valueOf
import dev.rankine.ops.zeros
import dev.rankine.optim.Optimizer
import dev.rankine.shapes.DType
import dev.rankine.shapes.Layout
import dev.rankine.shapes.Sizes
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** One trajectory: the recorded gradients go to Rankine's optimizer, the parameters are compared after each step, its state at the end. */
internal class Trajectory(private val case: JsonObject, private val reader: GivenReader) {
    private val described = case.getValue("params").jsonObject.mapValues { it.value.jsonObject }
    private val model = Named(described.mapValues { tensor(it.value, "init") })
    private val parameters = model.namedParameters()

    /** What is wrong, or null. */
    fun problem(): String? {
        val name = case.getValue("optimizer").jsonPrimitive.content
        val optimizer = optimizerOf(name, groups(name))
        val gradients = described.mapValues { gradients(it.value) }
        val positions = described.mapValues { tensor(it.value, "traj") }
        for (step in 0 until case.getValue("steps").jsonPrimitive.int) {
            parameters.forEach { (key, parameter) -> parameter.value.gradient = element(gradients.getValue(key), step) }
            optimizer.step()
            for ((key, parameter) in parameters) {
                val expected = element(positions.getValue(key), step)
                difference(parameter.value, expected, 0.0, formOnly = false)?.let { return "$key after step ${step + 1} $it" }
            }
        }
        return state(optimizer)
    }

    private fun state(optimizer: Optimizer): String? {
        val actual = optimizer.stateDict()
        for ((key, fields) in described) {
            val expected =
                fields
                    .getValue("state")
                    .jsonObject
                    .filterValues { it !is JsonNull }
                    .mapValues { entry(it.value) }
            val own = actual[key].orEmpty()
            if (own.keys != expected.keys) return "state of $key is ${own.keys} expected ${expected.keys}"
            for ((word, value) in expected) {
                difference(own.getValue(word), value, 0.0, formOnly = false)?.let { return "state $word of $key $it" }
            }
        }
        return null
    }

    /** A tensor, or a count that PyTorch keeps as a number of Python. */
    private fun entry(json: JsonElement): Value =
        if (json is JsonPrimitive) {
            valueOf(floatArrayOf(json.int.toFloat()), DType.F32, Sizes.SCALAR)
        } else {
            reader.tensor(json.jsonObject, "t")!!
        }

    private fun groups(name: String): List<DescribedGroup> =
        case["groups"]?.jsonArray?.map { groupOf(name, it.jsonObject) }
            ?: listOf(DescribedGroup(parameters.values.toList(), Hyper(name, case.getValue("hyper").jsonObject)))

    /** `[steps, ...]`; sparse ones are made dense. */
    private fun gradients(fields: JsonObject): Value {
        if ("grads" in fields) return tensor(fields, "grads")
        val rows = tensor(fields, "grad_indices")
        val values = tensor(fields, "grad_values")
        val sizes = tensor(fields, "init").sizes
        val (steps, width) = rows.sizes[0] to sizes[1]
        val places = broadcastTo(unsqueeze(rows, 2), values.sizes)
        return scatterAdd(zeros(Sizes.of(steps, sizes[0], width), values.dtype, values.backend), 1, places, values)
    }

    private fun groupOf(name: String, group: JsonObject): DescribedGroup =
        DescribedGroup(
            group.getValue("params").jsonArray.map { parameters.getValue(it.jsonPrimitive.content) },
            Hyper(name, group.getValue("hyper").jsonObject),
        )

    private fun tensor(fields: JsonObject, key: String): Value = reader.tensor(fields, key)!!

    /** Element [step] along the first axis of [all], which was just read from the file and lies in row-major order. */
    private fun element(all: Value, step: Int): Value {
        val sizes = all.sizes.filterAxes { it > 0 }
        return Value(all.dtype, Layout.of(sizes, step * sizes.elements), all.backend, Evaluator.store(all))
    }
}

/** A module that has parameters and computes nothing. */
internal class Named(initial: Map<String, Value>) : Module() {
    init {
        initial.forEach { (name, value) -> addParameter(name, value) }
    }
}
