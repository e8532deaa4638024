package dev.rankine.nn.every

import dev.rankine.nn.Bilinear
import dev.rankine.nn.CosineSimilarity
import dev.rankine.nn.Flatten
import dev.rankine.nn.Identity
import dev.rankine.nn.PairwiseDistance
import dev.rankine.nn.Unflatten

private fun distance(name: String, message: String, make: () -> PairwiseDistance): LayerCase<PairwiseDistance> =
    LayerCase(
        name,
        listOf(floats(3, 2), floats(3, 2)),
        mapOf(listOf(floats(3, 2), floats(2, 3)) to message),
        call = { layer, (a, b) -> listOf(layer.call(a, b)) },
        make = make,
    )

internal val smallCases: List<LayerCase<*>> =
    listOf(
        elementwise("Identity") { Identity() },
        LayerCase(
            "Bilinear",
            listOf(floats(2, 4), floats(2, 3)),
            mapOf(
                listOf(floats(2, 3), floats(2, 3)) to "?384",
                listOf(floats(2, 4), floats(2, 4)) to "?385",
                listOf(floats(2, 4), floats(3, 3)) to "?386",
                listOf(floats(), floats(3)) to "?387",
            ),
            call = { layer, (a, b) -> listOf(layer.call(a, b)) },
        ) { Bilinear(From, To, Vocabulary) },
        LayerCase(
            "CosineSimilarity",
            listOf(floats(3, 2), floats(3, 2)),
            mapOf(listOf(floats(3), floats(3)) to "?388", listOf(floats(3, 2), floats(3, 4)) to "?389"),
            call = { layer, (a, b) -> listOf(layer.call(a, b)) },
        ) { CosineSimilarity() },
        distance("PairwiseDistance", "?390") { PairwiseDistance() },
        distance("PairwiseDistance of sums", "?391") { PairwiseDistance(1.0) },
        distance("PairwiseDistance between", "?392") { PairwiseDistance(2.5, keepDim = true) },
        distance("PairwiseDistance of the largest", "?393") { PairwiseDistance(Double.POSITIVE_INFINITY) },
        mapping("Flatten", floats(2, 3, 2), floats() to "?394") { Flatten() },
        mapping("Flatten of two axes", floats(2, 3, 2), floats(2, 3) to "?395") { Flatten(-3, 1) },
        mapping("Unflatten", floats(4, 3), floats(3, 3) to "?396", floats() to "?397") { Unflatten(0, 2, -1) },
    )

internal val smallSettings: List<RefusedSetting> =
    listOf(
        RefusedSetting("CosineSimilarity", "?398") { CosineSimilarity(eps = -1.0) },
        RefusedSetting("PairwiseDistance", "?399") { PairwiseDistance(p = Double.NaN) },
        RefusedSetting("Flatten", "?400") { Flatten(2, 1) },
        RefusedSetting("Flatten", "?401") { Flatten(-1, -2) },
        RefusedSetting("Unflatten", "?402") { Unflatten(1, 2, -2) },
        RefusedSetting("Unflatten", "?403") { Unflatten(1, -1, -1) },
        RefusedSetting("Unflatten", "?404") { Unflatten(1) },
    )
