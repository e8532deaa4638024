package dev.rankine.conformance

import dev.rankine.autodiff.gradientsOrNull
import dev.rankine.ops.Backend
import dev.rankine.ops.Evaluator
import dev.rankine.ops.Op
import dev.rankine.ops.Value
import dev.rankine.ops.noGrad
import dev.rankine.ops.requireGradient
import dev.rankine.shapes.DType
import java.util.SplittableRandom

/** One call whose gradients are checked: `sum of weight * result` as a function of the inputs [wanted], with fixed random weights. */
internal class GradientCase<A : Any>(
    val op: Op<A>,
    val attributes: A,
    val data: List<HostData>,
    val wanted: List<Int>,
    results: Array<Value>,
    private val dtype: DType,
    private val backend: Backend,
) {
    /** The results of the type of the operands, by number. */
    private val floating = results.indices.filter { results[it].dtype == dtype }

    /** The weights of the floating results, which are their upstream gradients. */
    val upstream: List<HostData> = floating.mapIndexed { n, i -> weights(results[i], UPSTREAM + n) }

    private val second: List<HostData> = wanted.map { weights(Form.DENSE.place(data[it], backend), SECOND + it) }

    private val everything get() = data + upstream

    /** The weighed sum of the results. [inputs] are the operands and the weights. */
    fun weighed(inputs: List<HostData>): DoubleArray {
        val results = noGrad { Evaluator.apply(op, attributes, values(inputs.take(data.size), Form.DENSE), backend) }
        val sums = floating.mapIndexed { n, i -> dot(HostData.of(results[i]), inputs[data.size + n]) }
        return doubleArrayOf(sums.sum())
    }

    /** For every wanted input the weighed sum of its gradient. [inputs] are the operands and the weights of the results. */
    fun weighedGradients(inputs: List<HostData>): List<DoubleArray> {
        val leaves = leaves(inputs.take(data.size), wanted, Form.DENSE)
        val gradients = gradients(leaves, wanted, values(inputs.drop(data.size), Form.DENSE).asList(), createGraph = false) { apply(it) }
        return gradients.mapIndexed { n, gradient -> doubleArrayOf(if (gradient == null) 0.0 else dot(HostData.of(gradient), second[n])) }
    }

    /** The gradients of all wanted inputs as they are. */
    fun rawGradients(): List<Value?> =
        gradients(leaves(data, wanted, Form.DENSE), wanted, values(upstream, Form.DENSE).asList(), createGraph = false, ::apply)

    /** The gradients of the wanted inputs [chosen]; operands lie in [form], [forward] is the call. */
    fun gradients(chosen: List<Int>, form: Form, forward: (Array<Value>) -> Array<Value> = ::apply): Map<Int, DoubleArray> {
        val leaves = leaves(data, chosen, form)
        val found = gradients(leaves, chosen, values(upstream, Form.DENSE).asList(), createGraph = false, forward)
        return chosen.indices.associate { chosen[it] to numbers(found[it], data[chosen[it]]) }
    }

    /** The gradients of the weighed sums of the gradients, by operand and, after them, by upstream gradient. */
    fun secondGradients(): Map<Int, DoubleArray> {
        val leaves = leaves(data, wanted, Form.DENSE)
        val seeds = values(upstream, Form.DENSE).onEach { it.requireGradient() }.asList()
        val first = gradients(leaves, wanted, seeds, createGraph = true) { apply(it) }
        val weights = values(second, Form.DENSE)
        val recorded = first.indices.filter { first[it]?.requiresGradient == true }
        val variables = wanted.map { leaves[it] } + seeds
        val found =
            if (recorded.isEmpty()) {
                List(variables.size) { null }
            } else {
                gradientsOrNull(recorded.map { first[it]!! }, variables, recorded.map { weights[it] })
            }
        val places = wanted + List(upstream.size) { data.size + it }
        return places.indices.associate { places[it] to numbers(found[it], everything[places[it]]) }
    }

    /** For each number that [function] gives its central difference quotients by the elements of input [place]. */
    fun differences(place: Int, function: (List<HostData>) -> List<DoubleArray>): List<DoubleArray> {
        val inputs = everything.toMutableList()
        val original = inputs[place]
        val quotients = ArrayList<DoubleArray>()
        for (element in 0 until original.sizes.elements) {
            val number = original.double(element)
            val step = STEP * maxOf(1.0, Math.abs(number))
            val up = number + step
            val down = number - step
            inputs[place] = original.copy().also { it.set(element, up) }
            val above = function(inputs)
            inputs[place] = original.copy().also { it.set(element, down) }
            val below = function(inputs)
            while (quotients.size < above.size) quotients.add(DoubleArray(original.sizes.elements))
            for (n in above.indices) quotients[n][element] = (above[n][0] - below[n][0]) / (up - down)
        }
        return quotients.ifEmpty { listOf(DoubleArray(0)) }
    }

    private fun apply(inputs: Array<Value>): Array<Value> = Evaluator.apply(op, attributes, inputs, backend)

    private fun gradients(
        leaves: Array<Value>,
        chosen: List<Int>,
        seeds: List<Value>,
        createGraph: Boolean,
        forward: (Array<Value>) -> Array<Value>,
    ): List<Value?> {
        val results = forward(leaves)
        val reached = floating.indices.filter { results[floating[it]].requiresGradient }
        if (reached.isEmpty()) {
            // a result that does not depend smoothly on some inputs, a comparison for instance: their gradient is zero
            if (chosen != wanted) return chosen.map { null }
            throw SilentGradientException("${op.name}: no gradient flows although the row says that it is differentiable")
        }
        return gradientsOrNull(
            reached.map {
                results[floating[it]]
            },
            chosen.map { leaves[it] },
            reached.map { seeds[it] },
            createGraph = createGraph,
        )
    }

    private fun leaves(inputs: List<HostData>, chosen: List<Int>, form: Form): Array<Value> =
        values(inputs, form).also { values -> chosen.forEach { values[it].requireGradient("input ${it + 1}") } }

    private fun values(inputs: List<HostData>, form: Form): Array<Value> = Array(inputs.size) { form.place(inputs[it], backend) }

    private fun numbers(gradient: Value?, like: HostData): DoubleArray =
        if (gradient ==
            null
        ) {
            DoubleArray(like.sizes.elements)
        } else {
            HostData.of(gradient).also { check(it.sizes == like.sizes) { "gradient of sizes ${it.sizes}" } }.toDoubleArray()
        }

    private fun weights(like: Value, seed: Long): HostData {
        val random = SplittableRandom(seed)
        return HostData.of(dtype, like.sizes).also { for (i in 0 until like.elements) it.set(i, 0.5 + random.nextDouble()) }
    }

    private fun dot(a: HostData, b: HostData): Double = (0 until a.sizes.elements).sumOf { a.double(it) * b.double(it) }

    private companion object {
        /** The cube root of the precision of float64: balances truncation against rounding. */
        const val STEP = 6e-6
        const val UPSTREAM = 7L
        const val SECOND = 1007L
    }
}

/** A row says that it is differentiable, but no gradient flows. */
internal class SilentGradientException(message: String) : RuntimeException(message)
