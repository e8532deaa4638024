package dev.rankine.golden.optim

import dev.rankine.autodiff.backward
import dev.rankine.golden.GivenReader
import dev.rankine.golden.Tolerance
import dev.rankine.golden.difference
import dev.rankine.ops.Value
import dev.rankine.ops.copy
import dev.rankine.ops.invoke
import dev.rankine.ops.item
import dev.rankine.ops.matmul
import dev.rankine.ops.mseLoss
import dev.rankine.ops.plus
import dev.rankine.ops.select
import dev.rankine.ops.tanh
import dev.rankine.ops.times
import dev.rankine.ops.to
import dev.rankine.ops.toDoubleArray
import dev.rankine.ops.valueOf
import dev.rankine.shapes.DType
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import kotlin.math.abs
import kotlin.math.sin

/**
 * An optimizer that computes the loss itself: `mean((tanh(X W + b) V + c - Y)^2)`. Compared are parameters and losses of the steps, and how often it computes.
 *
 * Some of these paths are chaotic: a change of the last bit of the start moves the end by as much as its size. So each runs again from starts that are moved by
 * a rounding, and [SPREADS] times what that moves is allowed besides the usual tolerance: for parameters, not for losses, and only until it exceeds
 * [CAP] of the largest parameter; no later step is compared. With a line search in float64 nothing is allowed besides.
 * How many steps must agree with the usual tolerance, and how many must be compared at all, says [Compared.tooFew].
 */
internal class Minimisation(private val case: JsonObject, private val reader: GivenReader) {
    private val described = case.getValue("params").jsonObject.mapValues { it.value.jsonObject }
    private val positions = described.mapValues { reader.tensor(it.value, "traj")!! }
    private val hyper =
        case
            .getValue("groups")
            .jsonArray
            .single()
            .jsonObject
            .getValue("hyper")
            .jsonObject
    private val steps = case.getValue("steps").jsonPrimitive.int
    private val x = tensor("X")
    private val y = tensor("Y")
    private val usual = Tolerance.of(x.dtype, 0.0)

    /** How many steps [problem] compared. */
    var compared: Compared = Compared(0, 0, steps)
        private set

    /** What is wrong, or null. */
    fun problem(): String? {
        val run = Path(0)
        val others = if (mayWiden()) List(3) { Path(it + 1) } else emptyList()
        var widening = 0.0
        for (step in 0 until steps) {
            for (other in others) widening = maxOf(widening, SPREADS * run.distance(other, step))
            if (widening > CAP * largest(step)) break
            val strict = compared.strict == step && difference(run, step, usual) == null
            if (!strict) difference(run, step, usual.widened(widening))?.let { return it }
            compared = Compared(if (strict) step + 1 else compared.strict, step + 1, steps)
        }
        return losses(run) ?: calls(run, others) ?: compared.tooFew(case.getValue("id").jsonPrimitive.content)
    }

    private fun mayWiden(): Boolean = x.dtype != DType.F64 || (hyper["line_search_fn"] ?: JsonNull) == JsonNull

    private fun difference(run: Path, step: Int, tolerance: Tolerance): String? =
        run.positions[step].entries.firstNotNullOfOrNull { (key, position) ->
            val expected = select(positions.getValue(key), 0, step)
            difference(position, expected, tolerance)?.let { "$key after step ${step + 1} $it" }
        }

    private fun largest(step: Int): Double = positions.values.maxOf { all -> select(all, 0, step).toDoubleArray().maxOf { abs(it) } }

    private fun losses(run: Path): String? {
        val expected = to(tensor("loss"), DType.F64).toDoubleArray().copyOf(compared.steps)
        val own = run.losses.copyOf(compared.steps)
        return difference(valueOf(own, own.size), valueOf(expected, own.size), usual)?.let { "loss $it" }
    }

    /** The golden data know only the number of all steps; where not all are compared, it counts if no rounding moves it. */
    private fun calls(run: Path, others: List<Path>): String? {
        val expected = case.getValue("closure_calls").jsonPrimitive.int
        if (run.calls == expected || (compared.steps < steps && others.any { it.calls != run.calls })) return null
        return "closure was called ${run.calls} times expected $expected"
    }

    private fun tensor(key: String): Value = reader.tensor(case.getValue(key).jsonObject, "t")!!

    /** All steps; from a start moved by a rounding if [number] is not 0. */
    private inner class Path(number: Int) {
        private val model = Named(described.mapValues { moved(reader.tensor(it.value, "init")!!, number) })
        private val parameters = model.namedParameters()
        val positions = ArrayList<Map<String, Value>>()
        val losses = DoubleArray(steps)
        var calls = 0

        init {
            val name = case.getValue("optimizer").jsonPrimitive.content
            val optimizer = optimizerOf(name, listOf(DescribedGroup(parameters.values.toList(), Hyper(name, hyper))))
            for (step in 0 until steps) {
                losses[step] = optimizer.step { loss() }
                positions += model.stateDict().mapValues { copy(it.value) }
            }
        }

        fun distance(other: Path, step: Int): Double =
            positions[step].maxOf { (key, value) ->
                val theirs = other.positions[step].getValue(key).toDoubleArray()
                value.toDoubleArray().withIndex().maxOf { abs(it.value - theirs[it.index]) }
            }

        private fun loss(): Double {
            calls++
            model.zeroGradients()
            val hidden = tanh(matmul(x, value("W")) + value("b"))
            val loss = mseLoss(matmul(hidden, value("V")) + value("c"), y)
            loss.backward()
            return loss.item()
        }

        private fun value(name: String): Value = parameters.getValue(name).value

        private fun moved(start: Value, number: Int): Value {
            if (number == 0) return start
            val rounding = if (start.dtype == DType.F64) 3e-16 else 1.5e-7
            val factors = DoubleArray(start.elements) { 1 + rounding * sin(1.0 + it * 7 + number * 31) }
            return to(to(start, DType.F64) * valueOf(factors, DType.F64, start.sizes), start.dtype)
        }
    }

    private companion object {
        const val SPREADS = 8.0
        const val CAP = 1e-2
    }
}
