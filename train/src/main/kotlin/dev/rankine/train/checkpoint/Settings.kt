package dev.rankine.train

import dev.rankine.optim.MomentumGroup

/** The seed of what a dataset draws for its batches; checkpoints did not always say it. */
internal const val EXAMPLES_SEED: String = "seed of the examples"

/**
 * What two trainings must have in common for one to go on where the other stood, as texts by name. A momentum that the schedule moves is
 * not a setting; with a schedule or plateau the learning rate that counts is the initial one.
 *
 * @param schedule what [trainer]'s schedule gives at the steps in question.
 */
internal fun settingsOf(trainer: Trainer<*>, schedule: ScheduleRecord?): Map<String, String> {
    val settings = LinkedHashMap<String, Any>()
    settings["optimizer"] = trainer.optimizer.rule
    val initialRates = trainer.scheduler?.initialLearningRates ?: trainer.plateau?.initialLearningRates
    for ((i, group) in trainer.optimizer.groups.withIndex()) {
        settings["group $i learningRate"] = initialRates?.get(i) ?: group.learningRate
        if (group is MomentumGroup && schedule?.movesMomentum(i) != true) settings["group $i momentum"] = group.momentum
        for ((name, value) in group.settings) settings["group $i $name"] = value
    }
    settings["schedule"] = if (trainer.scheduler == null) "none" else "given"
    trainer.plateau?.settings?.forEach { (name, value) -> settings["plateau $name"] = value }
    trainer.average?.let {
        settings["average decay"] = it.decay ?: "none"
        settings["average start"] = it.start
        settings["average every"] = it.every
    }
    val loader = trainer.examples
    settings["examples"] = loader.dataset.size
    settings += loader.batchSampler.settings
    settings[EXAMPLES_SEED] = loader.seed
    settings["accumulate"] = trainer.accumulate
    settings["clipNorm"] = trainer.clipNorm ?: "none"
    trainer.stopping?.let { settings["early stopping"] = it }
    return settings.mapValues { it.value.toString() }
}

/** Every parameter of the model or the optimizer: its group and whether it learns, `group 0, frozen`. */
internal fun parametersOf(trainer: Trainer<*>): Map<String, String> {
    val optimized = optimizedParameters(trainer)
    val groups = HashMap<Any, String>()
    trainer.optimizer.groups.forEachIndexed { i, group -> group.parameters.forEach { groups[it] = "group $i" } }
    return (trainer.model.namedParameters() + optimized).mapValues { (_, parameter) ->
        (groups[parameter] ?: "in no group") + if (parameter.isTrainable) "" else ", frozen"
    }
}
