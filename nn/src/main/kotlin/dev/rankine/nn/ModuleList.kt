package dev.rankine.nn

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
}
