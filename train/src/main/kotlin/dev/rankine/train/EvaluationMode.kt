package dev.rankine.train

import dev.rankine.nn.Module

/** Runs [block] with [model] in evaluation mode, then gives every module below it the mode that it had. */
internal inline fun <T> inEvaluationMode(model: Module, block: () -> T): T {
    val modes = ArrayList<Pair<Module, Boolean>>()
    collectModes(model, modes)
    model.eval()
    try {
        return block()
    } finally {
        for ((module, mode) in modes) module.train(mode) // a module sets those below it, which come later in the list
    }
}

/** The modes of [module] and those below it, parents first. */
internal fun collectModes(module: Module, into: MutableList<Pair<Module, Boolean>>) {
    into.add(module to module.isTraining)
    for (child in module.children.values) collectModes(child, into)
}
