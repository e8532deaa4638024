package dev.rankine.nn.every

import dev.rankine.nn.Embedding
import dev.rankine.nn.EmbeddingBag
import dev.rankine.nn.PositionalEncoding
import dev.rankine.ops.BagMode

private val words = indicesBelow(5, 2, 3)

internal val embeddingCases: List<LayerCase<*>> =
    listOf(
        mapping("Embedding", indices(1, 0, 1, 4), indices(5) to "?91", indices(-1) to "?92", floats(2) to "?93") { Embedding(Vocabulary, Model) },
        mapping("Embedding of short rows", words, indices(5) to "?94") { Embedding(Vocabulary, Model, maxNorm = 100.0) },
        LayerCase(
            "EmbeddingBag",
            listOf(words),
            mapOf(listOf(indices(1)) to "?95", listOf(indicesBelow(9, 1, 9)) to "?96", listOf(floats(2, 2)) to "?97"),
            call = { layer, (x) -> listOf(layer.call(x)) },
        ) { EmbeddingBag(Vocabulary, Model) },
        LayerCase("EmbeddingBag of maxima", listOf(words), mapOf(listOf(indicesBelow(2, 1, 1, 2)) to "?98")) {
            EmbeddingBag(Vocabulary, Model, BagMode.MAX)
        },
        LayerCase(
            "EmbeddingBag with weights",
            listOf(words, floats(2, 3)),
            mapOf(listOf(words, floats(3)) to "?99"),
            call = { layer, (x, weights) -> listOf(layer.call(x, null, weights)) },
        ) { EmbeddingBag(Vocabulary, Model, BagMode.SUM) },
        LayerCase(
            "EmbeddingBag with offsets",
            listOf(indices(1, 2, 0, 2), indices(0, 1, 1)),
            mapOf(
                listOf(indices(1, 2), indices(1)) to "?100",
                listOf(indices(1, 2), indices(0, 3)) to "?101",
                listOf(indices(1, 2), floats(1)) to "?102",
                listOf(words, indices(0)) to "?103",
            ),
            call = { layer, (x, offsets) -> listOf(layer.call(x, offsets)) },
        ) { EmbeddingBag(Vocabulary, Model) },
        mapping("PositionalEncoding", floats(2, 3, 4), floats(4) to "?104", floats(3, 3) to "?105") { PositionalEncoding(Model, 0.5) },
    )

internal val embeddingSettings: List<RefusedSetting> =
    listOf(
        RefusedSetting("Embedding", "?106") { Embedding(Vocabulary, Model, paddingIndex = 5) },
        RefusedSetting("Embedding", "?107") { Embedding(Vocabulary, Model, maxNorm = 0.0) },
        RefusedSetting("Embedding", "?108") { Embedding(Vocabulary, Model, normType = -1.0) },
        RefusedSetting("EmbeddingBag", "?109") { EmbeddingBag(Vocabulary, Model, paddingIndex = -6) },
        RefusedSetting("EmbeddingBag", "?110") { EmbeddingBag(Vocabulary, Model, maxNorm = 1.0, normType = 0.0) },
        RefusedSetting("EmbeddingBag", "?111") { EmbeddingBag(Vocabulary, Model, BagMode.MAX, scaleByFrequency = true) },
        RefusedSetting("PositionalEncoding", "?112") { PositionalEncoding(Model, dropout = 1.5) },
        RefusedSetting("PositionalEncoding", "?113") { PositionalEncoding(Model, base = 0.0) },
    )
