package dev.rankine.optim

/** The setting of [group]: the only one is for all groups, otherwise each has its own. */
internal fun <T> ofGroup(schedule: String, settings: List<T>, group: Int): T {
    if (settings.size == 1) return settings[0]
    if (group >= settings.size) throw OptimizerException("$schedule: settings for ${settings.size} groups, none for group $group")
    return settings[group]
}
