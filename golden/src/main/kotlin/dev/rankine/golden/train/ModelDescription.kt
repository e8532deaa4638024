package dev.rankine.golden.train

import dev.rankine.golden.absent
import dev.rankine.nn.Activation
import dev.rankine.nn.Layer
import dev.rankine.nn.Linear
import dev.rankine.nn.then
import dev.rankine.ops.Value
import dev.rankine.ops.gelu
import dev.rankine.ops.invoke
import dev.rankine.ops.relu
import dev.rankine.ops.sigmoid
import dev.rankine.ops.silu
import dev.rankine.ops.tanh
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.of
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive

/** Rankine's layers for a described model. */
internal fun layerOf(description: JsonObject): Layer<Dyn, Dyn> {
    val module = description.getValue("module").jsonPrimitive.content
    val arguments = description["ctor"]?.jsonObject ?: JsonObject(emptyMap())
    return when (module) {
        "Sequential" -> description.getValue("children").jsonObject.values.map { layerOf(it.jsonObject) }.reduce { left, right -> left then right }
        "Linear" -> linearOf(arguments)
        else -> Activation(module, ACTIVATIONS[module]?.takeIf { arguments.isEmpty() } ?: absent("layer $module"))
    }
}

private fun linearOf(arguments: JsonObject): Layer<Dyn, Dyn> {
    val input = arguments.getValue("in_features").jsonPrimitive.int
    val output = arguments.getValue("out_features").jsonPrimitive.int
    return Linear(Dyn of input, Dyn of output, arguments.getValue("bias").jsonPrimitive.boolean)
}

private val ACTIVATIONS: Map<String, (Value) -> Value> =
    mapOf(
        "ReLU" to { relu(it) },
        "Tanh" to { tanh(it) },
        "Sigmoid" to { sigmoid(it) },
        "SiLU" to { silu(it) },
        "GELU" to { gelu(it) },
    )
