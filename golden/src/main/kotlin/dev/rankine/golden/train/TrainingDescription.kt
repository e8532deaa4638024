package dev.rankine.golden.train

import dev.rankine.golden.absent
import dev.rankine.golden.lr.scheduleOf
import dev.rankine.golden.optim.DescribedGroup
import dev.rankine.golden.optim.Hyper
import dev.rankine.golden.optim.optimizerOf
import dev.rankine.nn.Parameter
import dev.rankine.ops.Value
import dev.rankine.ops.binaryCrossEntropyWithLogits
import dev.rankine.ops.crossEntropy
import dev.rankine.ops.mseLoss
import dev.rankine.ops.reshape
import dev.rankine.ops.smoothL1Loss
import dev.rankine.optim.Optimizer
import dev.rankine.optim.Schedule
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** Rankine's loss under the name that the run gives. */
internal fun lossOf(name: String): (output: Value, target: Value) -> Value =
    when (name) {
        "cross_entropy(flattened)" -> { output, target -> crossEntropy(reshape(output, -1, output.sizes[-1]), reshape(target, -1)) }
        "mse" -> { output, target -> mseLoss(output, target) }
        "smooth_l1" -> { output, target -> smoothL1Loss(output, target) }
        "bce_with_logits" -> { output, target -> binaryCrossEntropyWithLogits(output, target) }
        else -> absent("loss $name")
    }

/** Rankine's optimizer for a described one. */
internal fun optimizerOf(description: JsonObject, parameters: List<Parameter<*>>): Optimizer {
    val name = description.getValue("name").jsonPrimitive.content
    return optimizerOf(name, listOf(DescribedGroup(parameters, Hyper(name, description.getValue("hyper").jsonObject))))
}

/** Rankine's schedule for a described one. */
internal fun scheduleOf(description: JsonObject): Schedule =
    scheduleOf(description.getValue("name").jsonPrimitive.content, description.getValue("config").jsonObject)
