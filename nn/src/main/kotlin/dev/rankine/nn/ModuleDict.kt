package dev.rankine.nn

/**
 * Modules under names that are not known when the program is written, PyTorch's `nn.ModuleDict`: `val heads by ModuleDict(mapOf("age" to ...))`.
 * Children are called as their keys. What they compute is up to the module that holds them.
 *
 * @throws IllegalArgumentException if a key is empty or has a dot.
 */
public class ModuleDict<M : Module>(modules: Map<String, M>) :
    Module(),
    Map<String, M> by LinkedHashMap(modules) {
    /** `ModuleDict("age" to Linear(Hidden, Age), "name" to Linear(Hidden, Name))`. */
    public constructor(vararg modules: Pair<String, M>) : this(modules.toMap())

    init {
        modules.forEach { (name, module) -> add(name, module) }
    }
}
