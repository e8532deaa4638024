@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.ops.Value

private const val HOLDER = "parametrizations"

/** The module `parametrizations`: a list for each parametrised parameter. */
private class Parametrizations : Module() {
    override val isHolder: Boolean get() = true

    fun <M : Module> hold(name: String, list: M): M = add(name, list)
}

/**
 * Lets [parametrization] compute the parameter [name] of this module, and returns the module: `val fc by Linear(A, B).parametrize("weight", Symmetric())`.
 * In the state_dict the parameter is replaced by `parametrizations.weight.original`, as PyTorch's `torch.nn.utils.parametrize` does. A second one
 * computes on what the first gives.
 *
 * Make the optimizer afterwards: what it learns are other parameters.
 *
 * @throws IllegalArgumentException if the module itself has no parameter [name].
 * @throws dev.rankine.shapes.ShapeException if the result has other sizes than the parameter; the module is then unchanged.
 */
public fun <M : Module> M.parametrize(name: String, parametrization: Parametrization): M {
    val there = list(name)
    if (there != null) {
        there.append(parametrization)
        return this
    }
    val parameter = own(name)
    val list = ParametrizationList(parameter, parametrization)
    val holder = children[HOLDER] as Parametrizations? ?: Parametrizations()
    holder.hold(name, list)
    letGo(name, HOLDER, holder)
    list.begin()
    return this
}

/** As the other form, by a function: `Linear(A, B).parametrize("weight") { triu(it) }`. */
public fun <M : Module> M.parametrize(name: String, function: (Value) -> Value): M = parametrize(name, ComputedBy(function))

/** Whether the parameter [name] of this module is computed by a [Parametrization]. */
public fun Module.isParametrized(name: String): Boolean = list(name) != null

/**
 * Makes the parameter [name] one that is learnt again, with the numbers that it has now, and returns the module.
 *
 * @throws IllegalArgumentException if it is not parametrised.
 */
public fun <M : Module> M.removeParametrizations(name: String): M {
    val list = requireNotNull(list(name)) { "parametrize: the parameter $name of $word is not parametrised" }
    list.end()
    val holder = children.getValue(HOLDER)
    holder.letGo(name)
    if (holder.children.isEmpty()) letGo(HOLDER)
    takeBack(name, list.parameter)
    return this
}

/** The parameter that the module itself calls [name]; of one that is parametrised, the one that is computed. */
internal fun Module.own(name: String): Parameter<*> =
    requireNotNull(list(name)?.parameter ?: made("").heldParameters[name]) {
        "parametrize: $word has no parameter $name of its own: it has ${heldParameters.keys.joinToString().ifEmpty { "none" }}"
    }

private fun Module.list(name: String): ParametrizationList? = children[HOLDER]?.children?.get(name) as ParametrizationList?
