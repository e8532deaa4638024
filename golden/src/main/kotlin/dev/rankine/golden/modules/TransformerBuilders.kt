package dev.rankine.golden.modules

import dev.rankine.golden.Given
import dev.rankine.golden.absent
import dev.rankine.golden.ops.Arguments
import dev.rankine.nn.DecoderMasks
import dev.rankine.nn.Module
import dev.rankine.nn.Transformer
import dev.rankine.nn.TransformerDecoder
import dev.rankine.nn.TransformerDecoderLayer
import dev.rankine.nn.TransformerEncoder
import dev.rankine.nn.TransformerEncoderLayer
import dev.rankine.ops.Value
import dev.rankine.ops.gelu
import dev.rankine.ops.invoke
import dev.rankine.ops.relu
import dev.rankine.shapes.Dyn

internal val transformerBuilders: Map<String, Arguments.() -> Built> =
    mapOf(
        "TransformerEncoderLayer" to { builtEncoder(encoderLayer()) },
        "TransformerEncoder" to { builtEncoder(encoder()) },
        "TransformerDecoderLayer" to { decoderLayer().let { builtDecoder(it, it::call) } },
        "TransformerDecoder" to { decoder().let { builtDecoder(it, it::call) } },
        "Transformer" to { builtTransformer() },
    )

private fun Arguments.activation(): (Value) -> Value =
    when (val name = text("activation", "relu")) {
        "relu" -> { x -> relu(x) }
        "gelu" -> { x -> gelu(x) }
        else -> absent("activation $name")
    }

private fun Arguments.layerNormEps(): Double = double("layer_norm_eps", 1e-5)

private fun Arguments.encoderLayer(): TransformerEncoderLayer<Dyn> =
    TransformerEncoderLayer(
        axis("d_model"),
        int("nhead"),
        axis("dim_feedforward"),
        double("dropout", 0.1),
        layerNormEps(),
        flag("batch_first", false),
        flag("norm_first", false),
        activation(),
    )

private fun Arguments.decoderLayer(): TransformerDecoderLayer<Dyn> =
    TransformerDecoderLayer(
        axis("d_model"),
        int("nhead"),
        axis("dim_feedforward"),
        double("dropout", 0.1),
        layerNormEps(),
        flag("batch_first", false),
        flag("norm_first", false),
        activation(),
    )

private fun Arguments.encoder(): TransformerEncoder<Dyn> {
    ignore("enable_nested_tensor", "mask_check") // how, not what
    val norm = moduleOrNull("norm")?.let { part("LayerNorm", it) { layerNorm() } }
    val layer = moduleOrNull("encoder_layer") ?: absent("an encoder without layers")
    return TransformerEncoder(int("num_layers"), norm) { part("TransformerEncoderLayer", layer) { encoderLayer() } }
}

private fun builtEncoder(layer: TransformerEncoderLayer<Dyn>): Built =
    Built(layer) { inputs, named -> listOf(layer.call(only(inputs), named.mask("src_mask"), named.mask("src_key_padding_mask"))) }

private fun builtEncoder(encoder: TransformerEncoder<Dyn>): Built =
    Built(encoder) { inputs, named -> listOf(encoder.call(only(inputs), named.mask("mask"), named.mask("src_key_padding_mask"))) }

private fun Arguments.decoder(): TransformerDecoder<Dyn> {
    val norm = moduleOrNull("norm")?.let { part("LayerNorm", it) { layerNorm() } }
    val layer = moduleOrNull("decoder_layer") ?: absent("a decoder without layers")
    return TransformerDecoder(int("num_layers"), norm) { part("TransformerDecoderLayer", layer) { decoderLayer() } }
}

private fun builtDecoder(module: Module, call: (Value, Value, DecoderMasks) -> Value): Built =
    Built(module) { inputs, named ->
        if (inputs.size != 2) absent("${inputs.size} inputs")
        listOf(call(inputs[0], inputs[1], named.decoderMasks()))
    }

private fun Arguments.decoderMasks(): DecoderMasks =
    DecoderMasks(mask("tgt_mask"), mask("tgt_key_padding_mask"), mask("memory_mask"), mask("memory_key_padding_mask"))

private fun Arguments.builtTransformer(): Built {
    needs("custom_encoder", !has("custom_encoder"))
    needs("custom_decoder", !has("custom_decoder"))
    val transformer =
        Transformer(
            axis("d_model"),
            int("nhead"),
            int("num_encoder_layers"),
            int("num_decoder_layers"),
            axis("dim_feedforward"),
            double("dropout", 0.1),
            layerNormEps(),
            flag("batch_first", false),
            flag("norm_first", false),
            activation(),
        )
    return Built(transformer) { inputs, named ->
        if (inputs.size !in 2..3) absent("${inputs.size} inputs")
        val mask = inputs.getOrNull(2) ?: named.mask("src_mask") // the third by place
        val padding = named.mask("src_key_padding_mask")
        listOf(transformer.call(inputs[0], inputs[1], mask, padding, named.decoderMasks()))
    }
}

private fun Arguments.mask(name: String): Value? = tensorOrNull(name)

private fun <M> part(name: String, given: Given.Module, build: Arguments.() -> M): M {
    if (given.name != name) absent("${given.name} in place of $name")
    val arguments = Arguments(given.arguments)
    return arguments.build().also { check(arguments.unread.isEmpty()) { "the builder does not read ${arguments.unread.joinToString()}" } }
}
