package dev.rankine.golden.lr

import dev.rankine.golden.absent
import dev.rankine.optim.Optimizer
import dev.rankine.optim.ReduceOnPlateau
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.double
import kotlinx.serialization.json.jsonPrimitive

/** PyTorch's ReduceLROnPlateau. */
internal fun plateauOf(settings: JsonObject, optimizer: Optimizer): ReduceOnPlateau {
    val config = ScheduleConfig("ReduceLROnPlateau", settings)
    val mode = config.text("mode", "min")
    val thresholdMode = config.text("threshold_mode", "rel")
    if (mode !in setOf("min", "max")) absent("ReduceLROnPlateau with mode $mode")
    if (thresholdMode !in setOf("rel", "abs")) absent("ReduceLROnPlateau with threshold_mode $thresholdMode")
    return ReduceOnPlateau(
        optimizer,
        config.double("factor", 0.1),
        config.int("patience", 10),
        config.double("threshold", 1e-4),
        isThresholdAbsolute = thresholdMode == "abs",
        config.int("cooldown", 0),
        if ("min_lr" in settings) config.list("min_lr").map { it.jsonPrimitive.double } else listOf(0.0),
        config.double("eps", 1e-8),
        isHighestBest = mode == "max",
    ).also { config.checkRead() }
}
