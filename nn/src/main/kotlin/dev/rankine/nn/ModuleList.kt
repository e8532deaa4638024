package dev.rankine.nn

import dev.rankine.ops.Value
import dev.rankine.ops.scope

/**
 * Modules whose number is not known when the program is written, PyTorch's `nn.ModuleList`: `val layers by ModuleList(List(depth) { ... })`.
 * Children are called `0`, `1`, ... What they compute is up to the module that holds the list.
 */
public class ModuleList<M : Module>(modules: List<M>) :
    Module(),
    List<M> by modules {
    init {
        modules.forEachIndexed { i, module -> add("$i", module) }
    }

    /** The first [count] modules in turn, each in a scope with those before it: what goes into one is returned when it is done. */
    internal fun inTurn(x: Value, count: Int = size, call: (M, Value) -> Value): Value =
        if (count == 0) x else scope("$word.${count - 1}") { call(this[count - 1], inTurn(x, count - 1, call)) }
}
