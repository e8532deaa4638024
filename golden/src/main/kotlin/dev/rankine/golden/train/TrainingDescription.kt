package dev.rankine.golden.train

import dev.rankine.golden.absent
import dev.rankine.nn.Parameter
import dev.rankine.ops.Value
import dev.rankine.ops.binaryCrossEntropyWithLogits
import dev.rankine.ops.crossEntropy
import dev.rankine.ops.mseLoss
import dev.rankine.ops.reshape
import dev.rankine.ops.smoothL1Loss
import dev.rankine.optim.Adam
import dev.rankine.optim.AdamW
import dev.rankine.optim.Optimizer
import dev.rankine.optim.Sgd
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.double
import kotlinx.serialization.json.jsonArray
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
    val given = Hyper(name, description.getValue("hyper").jsonObject)
    val optimizer =
        when (name) {
            "SGD" -> sgd(parameters, given)
            "Adam" -> adam(parameters, given)
            "AdamW" -> adamW(parameters, given)
            else -> absent("optimizer $name")
        }
    given.checkRead()
    return optimizer
}

private fun sgd(parameters: List<Parameter<*>>, given: Hyper): Optimizer =
    Sgd(
        parameters,
        given.double("lr", 1e-3),
        given.double("momentum", 0.0),
        given.double("dampening", 0.0),
        given.double("weight_decay", 0.0),
        given.flag("nesterov"),
        given.flag("maximize"),
    )

private fun adam(parameters: List<Parameter<*>>, given: Hyper): Optimizer =
    Adam(
        parameters,
        given.double("lr", 1e-3),
        given.betas().first,
        given.betas().second,
        given.double("eps", 1e-8),
        given.double("weight_decay", 0.0),
        given.flag("amsgrad"),
        given.flag("maximize"),
    )

private fun adamW(parameters: List<Parameter<*>>, given: Hyper): Optimizer =
    AdamW(
        parameters,
        given.double("lr", 1e-3),
        given.betas().first,
        given.betas().second,
        given.double("eps", 1e-8),
        given.double("weight_decay", 1e-2),
        given.flag("amsgrad"),
        given.flag("maximize"),
    )

/** Hyper-parameters of [optimizer] under PyTorch's names; what is not given has PyTorch's default. */
private class Hyper(private val optimizer: String, private val given: Map<String, JsonElement>) {
    private val read = HashSet<String>()

    fun double(name: String, default: Double): Double = find(name)?.jsonPrimitive?.double ?: default

    fun flag(name: String): Boolean = find(name)?.jsonPrimitive?.boolean ?: false

    fun betas(): Pair<Double, Double> {
        val given = find("betas")?.jsonArray ?: return 0.9 to 0.999
        return given[0].jsonPrimitive.double to given[1].jsonPrimitive.double
    }

    fun checkRead() {
        val unread = given.keys - read
        if (unread.isNotEmpty()) absent("$optimizer with ${unread.joinToString()}")
    }

    private fun find(name: String): JsonElement? {
        read += name
        return given[name]
    }
}
