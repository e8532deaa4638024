package dev.rankine.golden.modules

import dev.rankine.golden.Given
import dev.rankine.golden.absent
import dev.rankine.golden.ops.Arguments
import dev.rankine.nn.TransformerEncoder
import dev.rankine.nn.TransformerEncoderLayer
import dev.rankine.ops.Value
import dev.rankine.ops.gelu
import dev.rankine.ops.invoke
import dev.rankine.ops.relu
import dev.rankine.shapes.Dyn

internal fun Arguments.encoderLayer(): TransformerEncoderLayer<Dyn> {
    val activation: (Value) -> Value =
        when (val name = text("activation", "relu")) {
            "relu" -> { x -> relu(x) }
            "gelu" -> { x -> gelu(x) }
            else -> absent("activation $name")
        }
    return TransformerEncoderLayer(
        axis("d_model"),
        int("nhead"),
        axis("dim_feedforward"),
        double("dropout", 0.1),
        double("layer_norm_eps", 1e-5),
        flag("batch_first", false),
        flag("norm_first", false),
        activation,
    )
}

internal fun Arguments.encoder(): TransformerEncoder<Dyn> {
    ignore("enable_nested_tensor", "mask_check") // how, not what
    val norm = moduleOrNull("norm")?.let { part("LayerNorm", it) { layerNorm() } }
    val layer = moduleOrNull("encoder_layer") ?: absent("an encoder without layers")
    return TransformerEncoder(int("num_layers"), norm) { part("TransformerEncoderLayer", layer) { encoderLayer() } }
}

internal fun builtEncoder(layer: TransformerEncoderLayer<Dyn>): Built =
    Built(layer) { inputs, named -> listOf(layer.call(only(inputs), named.mask("src_mask"), named.mask("src_key_padding_mask"))) }

internal fun builtEncoder(encoder: TransformerEncoder<Dyn>): Built =
    Built(encoder) { inputs, named -> listOf(encoder.call(only(inputs), named.mask("mask"), named.mask("src_key_padding_mask"))) }

private fun Arguments.mask(name: String): Value? = tensorOrNull(name)

private fun <M> part(name: String, given: Given.Module, build: Arguments.() -> M): M {
    if (given.name != name) absent("${given.name} in place of $name")
    val arguments = Arguments(given.arguments)
    return arguments.build().also { check(arguments.unread.isEmpty()) { "the builder does not read ${arguments.unread.joinToString()}" } }
}
