package dev.rankine.golden.optim

import dev.rankine.autodiff.backward
import dev.rankine.golden.GivenReader
import dev.rankine.golden.Tolerance
import dev.rankine.golden.difference
import dev.rankine.ops.item
import dev.rankine.ops.matmul
import dev.rankine.ops.mseLoss
import dev.rankine.ops.plus
import dev.rankine.ops.select
import dev.rankine.ops.tanh
import dev.rankine.ops.to
import dev.rankine.ops.valueOf
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** An optimizer that computes the loss itself: `mean((tanh(X W + b) V + c - Y)^2)`. Compared are parameters and losses of all steps, and how often it computes. */
internal class Minimisation(private val case: JsonObject, private val reader: GivenReader) {
    private val described = case.getValue("params").jsonObject.mapValues { it.value.jsonObject }
    private val model = Named(described.mapValues { reader.tensor(it.value, "init")!! })
    private val parameters = model.namedParameters()
    private val x = reader.tensor(case.getValue("X").jsonObject, "t")!!
    private val y = reader.tensor(case.getValue("Y").jsonObject, "t")!!
    private var calls = 0

    /** What is wrong, or null. */
    fun problem(): String? {
        val name = case.getValue("optimizer").jsonPrimitive.content
        val hyper = case.getValue("groups").jsonArray.single().jsonObject.getValue("hyper").jsonObject
        val optimizer = optimizerOf(name, listOf(DescribedGroup(parameters.values.toList(), Hyper(name, hyper))))
        val positions = described.mapValues { reader.tensor(it.value, "traj")!! }
        val steps = case.getValue("steps").jsonPrimitive.int
        val losses = DoubleArray(steps)
        for (step in 0 until steps) {
            losses[step] = optimizer.step { loss() }
            for ((key, parameter) in parameters) {
                val expected = select(positions.getValue(key), 0, step)
                difference(parameter.value, expected, 0.0, formOnly = false)?.let { return "$key after step ${step + 1} $it" }
            }
        }
        val expected = reader.tensor(case.getValue("loss").jsonObject, "t")!!
        val tolerance = Tolerance.of(x.dtype, 0.0)
        difference(to(valueOf(losses, steps), expected.dtype), expected, tolerance)?.let { return "loss $it" }
        val expectedCalls = case.getValue("closure_calls").jsonPrimitive.int
        return if (calls == expectedCalls) null else "closure was called $calls times expected $expectedCalls"
    }

    private fun loss(): Double {
        calls++
        model.zeroGradients()
        fun value(name: String) = parameters.getValue(name).value
        val hidden = tanh(matmul(x, value("W")) + value("b"))
        val loss = mseLoss(matmul(hidden, value("V")) + value("c"), y)
        loss.backward()
        return loss.item()
    }
}
