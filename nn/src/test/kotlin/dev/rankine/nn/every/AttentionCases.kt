package dev.rankine.nn.every

import dev.rankine.nn.MultiheadAttention
import dev.rankine.nn.Transformer
import dev.rankine.nn.TransformerDecoder
import dev.rankine.nn.TransformerDecoderLayer
import dev.rankine.nn.TransformerEncoder
import dev.rankine.nn.TransformerEncoderLayer

private val sequences = listOf(floats(2, 3, 4), floats(2, 2, 4))

internal val attentionCases: List<LayerCase<*>> =
    listOf(
        LayerCase(
            "MultiheadAttention",
            listOf(floats(2, 3, 4)),
            mapOf(
                listOf(floats(2, 3, 5)) to "linear: in differs: 5 != 4",
                listOf(floats(4)) to "attention: needs two axes or three, of all the same: 1, 1, 1 given",
            ),
            call = { attention, (x) -> attention.callWithWeights(x).toList() },
        ) { MultiheadAttention(Model, 2, batchFirst = true) },
        LayerCase(
            "TransformerEncoderLayer",
            listOf(floats(2, 3, 4)),
            mapOf(listOf(floats(4)) to "attention: needs two axes or three, of all the same: 1, 1, 1 given"),
        ) {
            TransformerEncoderLayer(Model, 2, To, batchFirst = true)
        },
        LayerCase(
            "TransformerEncoder",
            listOf(floats(2, 3, 4)),
            mapOf(listOf(floats(4)) to "attention: needs two axes or three, of all the same: 1, 1, 1 given"),
        ) {
            TransformerEncoder(2) { TransformerEncoderLayer(Model, 2, To, batchFirst = true) }
        },
        LayerCase(
            "TransformerDecoderLayer",
            sequences,
            mapOf(listOf(floats(4), floats(4)) to "attention: needs two axes or three, of all the same: 1, 1, 1 given"),
            call = { layer, (x, memory) -> listOf(layer.call(x, memory)) },
        ) { TransformerDecoderLayer(Model, 2, To, batchFirst = true) },
        LayerCase(
            "TransformerDecoder",
            sequences,
            mapOf(listOf(floats(4), floats(4)) to "attention: needs two axes or three, of all the same: 1, 1, 1 given"),
            call = { layer, (x, memory) -> listOf(layer.call(x, memory)) },
        ) { TransformerDecoder(2) { TransformerDecoderLayer(Model, 2, To, batchFirst = true) } },
        LayerCase(
            "Transformer",
            sequences,
            mapOf(listOf(floats(4), floats(4)) to "attention: needs two axes or three, of all the same: 1, 1, 1 given"),
            call = { layer, (source, target) -> listOf(layer.call(source, target)) },
        ) { Transformer(Model, 2, 1, 1, To, batchFirst = true) },
    )

internal val attentionSettings: List<RefusedSetting> =
    listOf(
        RefusedSetting("MultiheadAttention", "attention: the features do not divide into heads: Model of 4, 3 heads") {
            MultiheadAttention(Model, 3)
        },
        RefusedSetting("MultiheadAttention", "attention: the features do not divide into heads: Model of 4, 0 heads") {
            MultiheadAttention(Model, 0)
        },
        RefusedSetting("MultiheadAttention", "attention: the probability of dropout must be in [0, 1]: 2.0") {
            MultiheadAttention(Model, 2, dropout = 2.0)
        },
        RefusedSetting("TransformerEncoderLayer", "attention: the features do not divide into heads: Model of 4, 3 heads") {
            TransformerEncoderLayer(Model, 3)
        },
        RefusedSetting("TransformerEncoderLayer", "attention: the probability of dropout must be in [0, 1]: -1.0") {
            TransformerEncoderLayer(Model, 2, To, dropout = -1.0)
        },
        RefusedSetting("TransformerDecoderLayer", "attention: the features do not divide into heads: Model of 4, 3 heads") {
            TransformerDecoderLayer(Model, 3)
        },
        RefusedSetting(
            "TransformerDecoderLayer",
            "layer_norm: eps cannot be negative: -1.0",
        ) { TransformerDecoderLayer(Model, 2, To, eps = -1.0) },
        RefusedSetting("TransformerEncoder", "transformer: needs at least one layer: 0 given") {
            TransformerEncoder(0) { TransformerEncoderLayer(Model, 2, To) }
        },
        RefusedSetting("TransformerDecoder", "transformer: needs at least one layer: -1 given") {
            TransformerDecoder(-1) { TransformerDecoderLayer(Model, 2, To) }
        },
        RefusedSetting(
            "Transformer",
            "attention: the features do not divide into heads: Model of 4, 3 heads",
        ) { Transformer(Model, 3, 1, 1, To) },
        RefusedSetting("Transformer", "transformer: needs at least one layer: 0 given") { Transformer(Model, 2, 0, 1, To) },
        RefusedSetting("Transformer", "attention: the probability of dropout must be in [0, 1]: 1.5") {
            Transformer(Model, 2, 1, 1, To, dropout = 1.5)
        },
    )
