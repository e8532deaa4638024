package dev.rankine.train

import dev.rankine.io.SafetensorsFile
import dev.rankine.nn.Parameter
import dev.rankine.ops.Value

/** What the names of the optimizer's tensors begin with in a checkpoint. A module's name cannot begin with a dot. */
internal const val OPTIMIZER: String = ".optimizer."

/** What the names of the model's numbers after the best epoch begin with, where early stopping keeps them. */
internal const val BEST: String = ".best."

/** Whether the tensor called [name] in a checkpoint is the model's. */
internal fun isModels(name: String): Boolean = !name.startsWith(".")

/** Whether the tensor called [name] in a checkpoint is the optimizer's. */
internal fun isOptimizers(name: String): Boolean = !isModels(name) && !name.startsWith(BEST) && !isAverages(name)

/**
 * The optimizer's parameters by the names that checkpoints use: the model's, and the optimizer's own where the model does not have it.
 * They do not depend on which parts of the model were asked for their parameters before.
 */
internal fun optimizedParameters(trainer: Trainer<*>): Map<String, Parameter<*>> {
    val ofModel =
        trainer.model
            .namedParameters()
            .entries
            .associate { (name, parameter) -> parameter to name }
    val names = trainer.optimizer.names
    return trainer.optimizer.parameters.associateBy { ofModel[it] ?: "beside the model ${names.getValue(it)}" }
}

/** The state of the optimizer's parameters by full name, `.optimizer.0.weight.exp_avg`. */
internal fun optimizerTensors(trainer: Trainer<*>): Map<String, Value> {
    val state = trainer.optimizer.stateDict()
    val tensors = LinkedHashMap<String, Value>()
    for ((name, parameter) in optimizedParameters(trainer)) {
        for ((key, value) in state[trainer.optimizer.names.getValue(parameter)].orEmpty()) tensors["$OPTIMIZER$name.$key"] = value
    }
    return tensors
}

/** The same from [file], as the optimizer's state_dict. */
internal fun optimizerState(file: SafetensorsFile, trainer: Trainer<*>): Map<String, Map<String, Value>> {
    val parameters = optimizedParameters(trainer)
    val state = LinkedHashMap<String, LinkedHashMap<String, Value>>()
    for (full in file.tensors.keys.filter(::isOptimizers)) {
        val parameter = parameters.getValue(parameterOf(full))
        state.getOrPut(trainer.optimizer.names.getValue(parameter)) { LinkedHashMap() }[keyOf(full)] =
            file.read(full, parameter.value.backend)
    }
    return state
}

/** The model's tensors after the best epoch from [file], by the names of its state_dict. */
internal fun bestTensors(file: SafetensorsFile, trainer: Trainer<*>): Map<String, Value> =
    trainer.model
        .stateDict()
        .filterKeys { BEST + it in file.tensors }
        .mapValues { (name, value) -> file.read(BEST + name, value.backend) }

/** The model's tensors from [file]. */
internal fun modelTensors(file: SafetensorsFile, trainer: Trainer<*>): Map<String, Value> =
    trainer.model.stateDict().mapValues { (name, value) -> file.read(name, value.backend) }

/** `0.weight` of `.optimizer.0.weight.exp_avg`. */
internal fun parameterOf(full: String): String = full.removePrefix(OPTIMIZER).substringBeforeLast('.')

/** `exp_avg` of `.optimizer.0.weight.exp_avg`. */
internal fun keyOf(full: String): String = full.substringAfterLast('.')
