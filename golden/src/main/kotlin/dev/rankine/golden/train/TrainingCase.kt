package dev.rankine.golden.train

import dev.rankine.autodiff.backward
import dev.rankine.golden.GivenReader
import dev.rankine.golden.Tolerance
import dev.rankine.golden.difference
import dev.rankine.nn.Mapping
import dev.rankine.ops.Evaluator
import dev.rankine.ops.Value
import dev.rankine.ops.gradient
import dev.rankine.ops.item
import dev.rankine.ops.scope
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.optim.Optimizer
import dev.rankine.optim.Scheduler
import dev.rankine.optim.clipGradientNorm
import dev.rankine.shapes.DType
import dev.rankine.shapes.Layout
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.doubleOrNull
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import kotlin.math.sqrt

/** One run: [steps] steps of [model] from the given numbers. */
internal class TrainingCase(
    private val case: JsonObject,
    private val reader: GivenReader,
    private val model: Mapping,
    private val dtype: DType,
) {
    private val steps = case.getValue("steps").jsonPrimitive.int
    private val state = case.getValue("state").jsonObject.mapValues { it.value.jsonObject }
    private val losses = DoubleArray(steps)
    private val norms = DoubleArray(steps)
    private val rates = DoubleArray(steps)

    /** What is wrong, or null. */
    fun problem(): String? {
        model.loadStateDict(numbers("init"))
        val optimizer = optimizerOf(case.getValue("optimizer").jsonObject, model.parameters())
        model.train()
        val first = train(optimizer)
        return curve("loss_values", losses) ?: curve("grad_norms", norms) ?: curve("lr", rates) ?: first ?: final()
    }

    /** Runs all steps; what is wrong with the gradients of the first one, or null. */
    private fun train(optimizer: Optimizer): String? {
        val loss = lossOf(case.getValue("loss").jsonPrimitive.content)
        val x = reader.tensor(case.getValue("x").jsonObject, "t")!!
        val y = reader.tensor(case.getValue("y").jsonObject, "t")!!
        val scheduler = (case["scheduler"] as? JsonObject)?.let { Scheduler(optimizer, scheduleOf(it)) }
        val maxNorm = (case["clip_grad_norm"] as? JsonPrimitive)?.doubleOrNull
        var problem: String? = null
        for (step in 0 until steps) {
            scope("step") {
                optimizer.zeroGradients()
                val value = loss(model.call(batch(x, step)), batch(y, step))
                value.backward()
                losses[step] = value.item()
                norms[step] = gradientNorm()
                rates[step] = optimizer.learningRate
                if (step == 0) problem = firstGradients()
                if (maxNorm != null) norms[step] = clipGradientNorm(model.parameters(), maxNorm)
                optimizer.step()
                scheduler?.step()
            }
        }
        return problem
    }

    /** Element [step] along the first axis of [all], which was just read from the file and lies in row-major order. */
    private fun batch(all: Value, step: Int): Value {
        val sizes = all.sizes.filterAxes { it > 0 }
        return Value(all.dtype, Layout.of(sizes, step * sizes.elements), all.backend, Evaluator.store(all))
    }

    private fun gradientNorm(): Double =
        sqrt(model.parameters().sumOf { parameter -> parameter.gradient!!.toDoubleArray().sumOf { it * it } })

    private fun firstGradients(): String? {
        val expected = numbers("first_grad")
        return model.namedParameters().entries.firstNotNullOfOrNull { (name, parameter) ->
            difference(parameter.value.gradient!!, expected.getValue(name), 0.0, formOnly = false)?.let { "first gradient of $name $it" }
        }
    }

    private fun final(): String? {
        val actual = model.stateDict()
        return numbers("final").entries.firstNotNullOfOrNull { (name, expected) ->
            difference(
                actual.getValue(name),
                expected,
                number(state.getValue(name), "final_e"),
                formOnly = false,
            )?.let { "final $name $it" }
        }
    }

    /** Per step; stored as float64 whatever the run computes in. */
    private fun curve(name: String, actual: DoubleArray): String? {
        val fields = case.getValue(name).jsonObject
        val tolerance = Tolerance.of(dtype, number(fields, "e"))
        return difference(valueOf(actual, actual.size), reader.tensor(fields, "t")!!, tolerance)?.let { "$name $it" }
    }

    private fun numbers(key: String): Map<String, Value> = state.filter { key in it.value }.mapValues { reader.tensor(it.value, key)!! }

    private fun number(fields: JsonObject, key: String): Double = (fields[key] as? JsonPrimitive)?.doubleOrNull ?: 0.0
}
