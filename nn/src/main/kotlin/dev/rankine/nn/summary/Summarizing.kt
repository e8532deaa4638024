@file:JvmName("Layers")
@file:JvmMultifileClass

package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.noGrad
import dev.rankine.ops.observing
import dev.rankine.ops.scope

/**
 * A table of what this model consists of and what a call costs: for each layer its name, what it gives with the names of the axes, parameters,
 * products and memory. [run] calls the model once, in evaluation mode and without gradients; no module is changed.
 *
 * ```
 * println(model.summary { model(images) })
 * ```
 *
 * @throws IllegalArgumentException if [run] calls no module.
 */
public fun Module.summary(run: () -> Any?): Summary {
    val calls = ModuleCalls()
    ModuleCalls.watching(calls) { evaluating { noGrad { scope("summary") { observing(calls) { run() } } } } }
    require(calls.entries.isNotEmpty()) { "summary: no module was called\n  hint: model.summary { model(x) }" }
    val paths = HashMap<Module, String>().also { name(this, "", it) }
    val shown = HashSet<Any>()
    val rows =
        calls.entries.map { entry ->
            val module = entry.module
            val isRepeated = !shown.add(module)
            val own = held(module).filter(shown::add)
            Summary.Row(
                paths[module] ?: "(outside)",
                module.shown.word,
                entry.results.map { it.sizes },
                own.sumOf { it.value.elements.toLong() },
                own.filter { !it.isTrainable }.sumOf { it.value.elements.toLong() },
                isRepeated,
                entry.multiplyAdds,
                entry.activationBytes,
            )
        }
    val all = namedParameters()
    return Summary(
        rows,
        all.filterValues { it !in shown }.keys.toList(),
        parameterCount(),
        parameterCount(trainableOnly = true),
        all.values.sumOf { it.value.elements.toLong() * it.value.dtype.bytes },
    )
}

/** [summary] of a call with [x]. */
public fun Mapping.summary(x: Value): Summary = summary { call(x) }

/** The parameters of [module] itself and of what it holds that is never called. */
private fun held(module: Module): List<Parameter<*>> =
    module.heldParameters.values +
        module.children.values
            .filter { it.isHolder }
            .flatMap(::held)

/** The first name of each module below [module]. */
private fun name(module: Module, path: String, into: MutableMap<Module, String>) {
    if (into.putIfAbsent(module, path) != null) return
    for ((name, child) in module.children) name(child, if (path.isEmpty()) name else "$path.$name", into)
}
