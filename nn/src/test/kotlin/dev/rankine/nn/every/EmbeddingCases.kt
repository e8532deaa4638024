package dev.rankine.nn.every

import dev.rankine.nn.Embedding
import dev.rankine.nn.EmbeddingBag
import dev.rankine.nn.PositionalEncoding
import dev.rankine.ops.BagMode

private val words = indicesBelow(5, 2, 3)

internal val embeddingCases: List<LayerCase<*>> =
    listOf(
        mapping(
            "Embedding",
            indices(1, 0, 1, 4),
            indices(5) to "index_select: index out of range: 5 at element 0 is not in [0, 4]",
            indices(-1) to "index_select: index out of range: -1 at element 0 is not in [0, 4]",
            floats(2) to "embedding: an index must be int64 or int32: float64 given",
        ) { Embedding(Vocabulary, Model) },
        mapping("Embedding of short rows", words, indices(5) to "index_select: index out of range: 5 at element 0 is not in [0, 4]") {
            Embedding(Vocabulary, Model, maxNorm = 100.0)
        },
        LayerCase(
            "EmbeddingBag",
            listOf(words),
            mapOf(
                listOf(indices(1)) to "embedding_bag: the indices need two axes: 1 given",
                listOf(indicesBelow(9, 1, 9)) to "index_select: index out of range: 5 at element 5 is not in [0, 4]",
                listOf(floats(2, 2)) to "embedding: an index must be int64 or int32: float64 given",
            ),
            call = { layer, (x) -> listOf(layer.call(x)) },
        ) { EmbeddingBag(Vocabulary, Model) },
        LayerCase(
            "EmbeddingBag of maxima",
            listOf(words),
            mapOf(listOf(indicesBelow(2, 1, 1, 2)) to "embedding_bag: the indices need two axes: 3 given"),
        ) {
            EmbeddingBag(Vocabulary, Model, BagMode.MAX)
        },
        LayerCase(
            "EmbeddingBag with weights",
            listOf(words, floats(2, 3)),
            mapOf(listOf(words, floats(3)) to "embedding_bag: needs one weight for each index: [3] != [2, 3]"),
            call = { layer, (x, weights) -> listOf(layer.call(x, null, weights)) },
        ) { EmbeddingBag(Vocabulary, Model, BagMode.SUM) },
        LayerCase(
            "EmbeddingBag with offsets",
            listOf(indices(1, 2, 0, 2), indices(0, 1, 1)),
            mapOf(
                listOf(indices(1, 2), indices(1)) to "embedding_bag: the first bag begins at 0: 1 given",
                listOf(indices(1, 2), indices(0, 3)) to "embedding_bag: offset 1 is not in [0, 2]: 3",
                listOf(indices(1, 2), floats(1)) to "embedding_bag: offsets are integers: float64 given",
                listOf(words, indices(0)) to "embedding_bag: the indices need one axis: 2 given",
            ),
            call = { layer, (x, offsets) -> listOf(layer.call(x, offsets)) },
        ) { EmbeddingBag(Vocabulary, Model) },
        mapping(
            "PositionalEncoding",
            floats(2, 3, 4),
            floats(4) to "positions: needs an axis of places: [4] given",
            floats(3, 3) to "positions: the features are others: 3 != 4",
        ) { PositionalEncoding(Model, 0.5) },
    )

internal val embeddingSettings: List<RefusedSetting> =
    listOf(
        RefusedSetting("Embedding", "embedding: there is no row for padding: 5 is not in [-5, 4]") {
            Embedding(Vocabulary, Model, paddingIndex = 5)
        },
        RefusedSetting("Embedding", "embedding: the largest norm must be positive: 0.0") { Embedding(Vocabulary, Model, maxNorm = 0.0) },
        RefusedSetting(
            "Embedding",
            "embedding: the exponent of the norm must be positive: -1.0",
        ) { Embedding(Vocabulary, Model, normType = -1.0) },
        RefusedSetting("EmbeddingBag", "embedding_bag: there is no row for padding: -6 is not in [-5, 4]") {
            EmbeddingBag(Vocabulary, Model, paddingIndex = -6)
        },
        RefusedSetting("EmbeddingBag", "embedding_bag: the exponent of the norm must be positive: 0.0") {
            EmbeddingBag(Vocabulary, Model, maxNorm = 1.0, normType = 0.0)
        },
        RefusedSetting("EmbeddingBag", "embedding_bag: gradients of the largest are not scaled by frequency") {
            EmbeddingBag(Vocabulary, Model, BagMode.MAX, scaleByFrequency = true)
        },
        RefusedSetting("PositionalEncoding", "positions: the probability of a dropout must be in [0, 1]: 1.5") {
            PositionalEncoding(Model, dropout = 1.5)
        },
        RefusedSetting("PositionalEncoding", "positions: the base must be positive: 0.0") { PositionalEncoding(Model, base = 0.0) },
    )
