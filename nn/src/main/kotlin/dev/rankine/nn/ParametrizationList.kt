package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.named
import dev.rankine.ops.noGrad
import dev.rankine.ops.scope
import dev.rankine.shapes.ShapeException

/**
 * What computes a parameter, one [Parametrization] after the other, `parametrizations.weight` in the state_dict. Learnt are the [originals]
 * of the first: `original`, or `original0`, `original1` where there are more.
 */
internal class ParametrizationList(val parameter: Parameter<*>, first: Parametrization) : Module() {
    override val isHolder: Boolean get() = true

    private val sizes = parameter.value.sizes
    private val chain = arrayListOf<Parametrization>()

    /** What is learnt. */
    val originals: List<Parameter<*>>

    init {
        val numbers = noGrad { first.originals(parameter.value) }
        originals = numbers.mapIndexed { i, value -> addParameter(if (numbers.size == 1) "original" else "original$i", value) }
        append(first)
    }

    /** The parameter is computed from now on. */
    fun begin(): Unit = parameter.isComputedBy(this)

    /** The parameter has numbers of its own again. */
    fun end(): Unit = parameter.isComputedBy(null)

    /** Lets [next] compute on what comes out. */
    fun append(next: Parametrization) {
        val before = if (chain.isEmpty()) originals.map { it.value } else listOf(result())
        val found = noGrad { next.forward(before) }
        if (found.sizes.toList() != sizes.toList()) {
            throw ShapeException(
                "parametrize: ${parameter.name} gets other sizes: ${found.sizes} != $sizes",
                hint = "forward of ${next.word} must give the sizes of the parameter",
            )
        }
        ComputedOnce.current?.forget(this)
        chain += add("${chain.size}", next)
    }

    /** The parameter's numbers; a gradient flows to the originals. */
    fun result(): Value = ComputedOnce.current?.result(this) ?: computed()

    /** [result], computed anew. */
    fun computed(): Value =
        scope("parametrization") {
            val made = chain.first().forward(originals.map { it.value })
            chain.drop(1).fold(made) { value, next -> next.forward(listOf(value)) }.named(sizes)
        }

    /** Sets the originals so that the parameter is [value], as far as the parametrizations can say which. */
    fun assign(value: Value) {
        ComputedOnce.current?.forget(this)
        noGrad {
            val first = chain.drop(1).foldRight(value) { next, wanted -> next.originals(wanted).single() }
            chain.first().originals(first).forEachIndexed { i, numbers -> originals[i].assign(numbers) }
        }
    }
}
