package dev.rankine.optim

/** Refuses a setting of [schedule] that makes no sense, unless it [holds]. */
internal fun requireSetting(schedule: String, holds: Boolean, what: String, value: Any) {
    if (!holds) throw OptimizerException("$schedule: impossible $what: $value")
}

/** Refuses a number of steps below 1. */
internal fun requireSteps(schedule: String, what: String, steps: Int): Unit = requireSetting(schedule, steps >= 1, what, steps)

/** Refuses a number that is negative, infinite or NaN. */
internal fun requireNotNegative(schedule: String, what: String, value: Double): Unit =
    requireSetting(schedule, value >= 0 && value.isFinite(), what, value)

/** Refuses a number that is not between 0 and 1. */
internal fun requirePart(schedule: String, what: String, value: Double): Unit = requireSetting(schedule, value in 0.0..1.0, what, value)
