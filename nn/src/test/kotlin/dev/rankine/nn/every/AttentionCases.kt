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
        RefusedSetting("MultiheadAttention", "?16") { MultiheadAttention(Model, 3) },
        RefusedSetting("MultiheadAttention", "?17") { MultiheadAttention(Model, 0) },
        RefusedSetting("MultiheadAttention", "?18") { MultiheadAttention(Model, 2, dropout = 2.0) },
        RefusedSetting("TransformerEncoderLayer", "?19") { TransformerEncoderLayer(Model, 3) },
        RefusedSetting("TransformerEncoderLayer", "?20") { TransformerEncoderLayer(Model, 2, To, dropout = -1.0) },
        RefusedSetting("TransformerDecoderLayer", "?21") { TransformerDecoderLayer(Model, 3) },
        RefusedSetting("TransformerDecoderLayer", "?22") { TransformerDecoderLayer(Model, 2, To, eps = -1.0) },
        RefusedSetting("TransformerEncoder", "?23") { TransformerEncoder(0) { TransformerEncoderLayer(Model, 2, To) } },
        RefusedSetting("TransformerDecoder", "?24") { TransformerDecoder(-1) { TransformerDecoderLayer(Model, 2, To) } },
        RefusedSetting("Transformer", "?25") { Transformer(Model, 3, 1, 1, To) },
        RefusedSetting("Transformer", "?26") { Transformer(Model, 2, 0, 1, To) },
        RefusedSetting("Transformer", "?27") { Transformer(Model, 2, 1, 1, To, dropout = 1.5) },
    )
