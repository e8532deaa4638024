package dev.rankine.conformance

import dev.rankine.ops.Backend
import dev.rankine.ops.Definition
import dev.rankine.ops.Gradients
import dev.rankine.ops.Needs
import dev.rankine.ops.Op
import dev.rankine.ops.Value
import dev.rankine.ops.enableGrad
import dev.rankine.ops.plain.PlainBackend
import dev.rankine.shapes.DType

/**
 * Checks gradients in float64 against central differences of the forward pass, for random upstream gradients. The numbers of a check come
 * from arithmetic on host arrays only: no row takes part but the one that is checked.
 */
public class GradCheck(private val backend: Backend = PlainBackend(kernels = false)) {
    /** What is wrong with the first-order gradients of the row of [sample], one sentence each. */
    public fun <A : Any> firstOrder(sample: Sample<A>): List<String> {
        val call = call(sample) ?: return emptyList()
        val numeric = call.wanted.associateWith { call.differences(it) { inputs -> listOf(call.weighed(inputs)) }.single() }
        val found = ArrayList<String>()
        for (form in Form.entries.filter { it != Form.BROADCAST }) {
            val analytic = call.gradients(call.wanted, form)
            numeric.filterValues { quotients -> quotients.any { it.isNaN() } }.keys.forEach {
                found +=
                    "$sample input ${it + 1}: the sample has no number"
            }
            for (i in call.wanted) {
                found +=
                    compare("$sample input ${i + 1} ${form.name.lowercase()}", analytic.getValue(i), numeric.getValue(i))
            }
        }
        if (found.isEmpty()) found += subsets(sample, call) + broadcast(sample) + override(sample, call) + narrow(sample, call)
        return found
    }

    /** What is wrong with the second-order gradients of the row of [sample], one sentence each. */
    public fun <A : Any> secondOrder(sample: Sample<A>): List<String> {
        val call = call(sample) ?: return emptyList()
        val second = call.secondGradients()
        // the upstream gradients are inputs of the gradient too: they come after the operands
        val places = call.wanted + List(call.upstream.size) { call.data.size + it }
        return places.flatMap { place ->
            val numeric =
                call.differences(place) { inputs -> call.weighedGradients(inputs) }.reduce { a, b ->
                    DoubleArray(a.size) {
                        a[it] +
                            b[it]
                    }
                }
            val name = if (place < call.data.size) "input ${place + 1}" else "upstream gradient ${place - call.data.size + 1}"
            compare("$sample second order by $name", second.getValue(place), numeric)
        }
    }

    /** The inputs of [sample], numbered from 0, whose gradients are checked: none if the row promises none or gives no float64. */
    public fun <A : Any> differentiable(sample: Sample<A>): List<Int> = call(sample)?.wanted ?: emptyList()

    /** The inputs of [sample] that can be floating and for which the row itself brings a gradient along. */
    public fun promised(sample: Sample<*>): List<Int> =
        sample.first.operands.indices
            .filter { sample.first.operands[it].dtype == null && Needs.rule(sample.op, it) != null }

    /** Every combination of which inputs require a gradient gives the same gradients. */
    private fun <A : Any> subsets(sample: Sample<A>, call: GradientCase<A>): List<String> {
        val all = call.gradients(call.wanted, Form.DENSE)
        val limit = minOf(call.wanted.size, MOST_INPUTS)
        return (1 until (1 shl limit) - 1).flatMap { bits ->
            val chosen = call.wanted.filterIndexed { n, _ -> n < limit && bits shr n and 1 == 1 }
            val part = call.gradients(chosen, Form.DENSE)
            chosen.flatMap { i ->
                compare("$sample input ${i + 1} when only ${chosen.map { it + 1 }} want one", part.getValue(i), all.getValue(i))
            }
        }
    }

    /** An operand that repeats elements without a copy has the gradients of the same numbers laid out in full. */
    private fun <A : Any> broadcast(sample: Sample<A>): List<String> {
        val call = call(sample, Form.BROADCAST) ?: return emptyList()
        val dense = call.gradients(call.wanted, Form.DENSE)
        val repeated = call.gradients(call.wanted, Form.BROADCAST)
        return call.wanted.flatMap { compare("$sample input ${it + 1} broadcast", repeated.getValue(it), dense.getValue(it)) }
    }

    /** A gradient that a composite brings along equals the one that follows from its definition. */
    private fun <A : Any> override(sample: Sample<A>, call: GradientCase<A>): List<String> {
        val body = sample.op.body as? Definition<A> ?: return emptyList()
        if (sample.op.gradients === Gradients.Derived) return emptyList()
        val own = call.gradients(call.wanted, Form.DENSE)
        val derived = call.gradients(call.wanted, Form.DENSE) { inputs -> enableGrad { body.define(call.attributes, inputs) } }
        return call.wanted.flatMap { compare("$sample input ${it + 1} by its definition", own.getValue(it), derived.getValue(it)) }
    }

    /** Narrower types: gradients have the type and sizes of their inputs, and in float32 about the numbers of float64. */
    private fun <A : Any> narrow(sample: Sample<A>, wide: GradientCase<A>): List<String> =
        listOf(DType.F32, DType.F16, DType.BF16).flatMap { dtype ->
            val call = call(sample, dtype = dtype) ?: return@flatMap emptyList()
            val gradients = call.rawGradients()
            val expected = if (dtype == DType.F32) wide.gradients(call.wanted, Form.DENSE) else emptyMap()
            call.wanted.indices.flatMap { n ->
                val i = call.wanted[n]
                val gradient = gradients[n]
                val input = call.data[i]
                when {
                    gradient == null -> {
                        emptyList()
                    }

                    gradient.dtype != dtype || gradient.sizes != input.sizes -> {
                        listOf("$sample input ${i + 1} is $dtype ${input.sizes}, its gradient $gradient")
                    }

                    dtype != DType.F32 -> {
                        emptyList()
                    }

                    else -> {
                        compare("$sample input ${i + 1} $dtype", HostData.of(gradient).toDoubleArray(), expected.getValue(i), COARSE)
                    }
                }
            }
        }

    /** The call of the first length, or null if it has no gradient in [dtype]: results of another type cannot be compared with differences. */
    private fun <A : Any> call(sample: Sample<A>, form: Form = Form.DENSE, dtype: DType = DType.F64): GradientCase<A>? {
        val case = sample.first
        val data = drawn(case, dtype).map { form.fitting(it) }
        val outcome = run(sample.op, case.attributes, place(data, Form.DENSE).asList(), backend)
        val results = (outcome as? Outcome.Results)?.values?.toTypedArray() ?: return null
        if (results.none { it.dtype == dtype }) return null
        val wanted = data.indices.filter { data[it].dtype.isFloating && promises(sample.op, it) }
        return if (wanted.isEmpty()) null else GradientCase(sample.op, case.attributes, data, wanted, results, dtype, backend)
    }

    private fun promises(op: Op<*>, i: Int): Boolean = op.gradients === Gradients.Derived || Needs.rule(op, i) != null

    private fun place(data: List<HostData>, form: Form): Array<Value> = Array(data.size) { form.place(data[it], backend) }

    private fun compare(what: String, found: DoubleArray, expected: DoubleArray, tolerance: Double = TOLERANCE): List<String> {
        val scale = maxOf(1.0, expected.filter { !it.isNaN() }.maxOfOrNull { Math.abs(it) } ?: 0.0)
        val i =
            expected.indices.firstOrNull {
                found[it].compareTo(expected[it]) != 0 &&
                    !(Math.abs(found[it] - expected[it]) <= tolerance * scale)
            }
                ?: return emptyList()
        return listOf("$what: element $i of the gradient is ${found[i]} instead of ${expected[i]}")
    }

    private companion object {
        const val TOLERANCE = 1e-6
        const val COARSE = 1e-3
        const val MOST_INPUTS = 4
    }
}
