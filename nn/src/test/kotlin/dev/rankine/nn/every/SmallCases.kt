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
                listOf(floats(2, 3), floats(2, 3)) to "bilinear: left differs: 3 != 4",
                listOf(floats(2, 4), floats(2, 4)) to "bilinear: right differs: 4 != 3",
                listOf(floats(2, 4), floats(3, 3)) to "bilinear: leading axes differ: [2] != [3]",
                listOf(floats(), floats(3)) to "bilinear: x needs at least 1 axis [*p, left]: 0 given",
            ),
            call = { layer, (a, b) -> listOf(layer.call(a, b)) },
        ) { Bilinear(From, To, Vocabulary) },
        LayerCase(
            "CosineSimilarity",
            listOf(floats(3, 2), floats(3, 2)),
            mapOf(
                listOf(floats(3), floats(3)) to "cosine_similarity: axis out of range: 1 is not in [-1, 0]",
                listOf(floats(3, 2), floats(3, 4)) to "cosine_similarity: sizes do not broadcast: 2 against 4 on axis -1",
            ),
            call = { layer, (a, b) -> listOf(layer.call(a, b)) },
        ) { CosineSimilarity() },
        distance("PairwiseDistance", "pairwise_distance: sizes do not broadcast: 3 against 2 on axis -2") { PairwiseDistance() },
        distance("PairwiseDistance of sums", "pairwise_distance: sizes do not broadcast: 3 against 2 on axis -2") { PairwiseDistance(1.0) },
        distance("PairwiseDistance between", "pairwise_distance: sizes do not broadcast: 3 against 2 on axis -2") {
            PairwiseDistance(2.5, keepDim = true)
        },
        distance("PairwiseDistance of the largest", "pairwise_distance: sizes do not broadcast: 3 against 2 on axis -2") {
            PairwiseDistance(Double.POSITIVE_INFINITY)
        },
        mapping("Flatten", floats(2, 3, 2), floats() to "flatten: axis out of range: 1 is not in [-1, 0]") { Flatten() },
        mapping(
            "Flatten of two axes",
            floats(2, 3, 2),
            floats(2, 3) to "flatten: axis out of range: -3 is not in [-2, 1]",
        ) { Flatten(-3, 1) },
        mapping(
            "Unflatten",
            floats(4, 3),
            floats(3, 3) to "unflatten: -1 has no whole size: 3 elements do not divide by 2",
            floats() to "unflatten: a scalar has no axis",
        ) { Unflatten(0, 2, -1) },
    )

internal val smallSettings: List<RefusedSetting> =
    listOf(
        RefusedSetting("CosineSimilarity", "cosine_similarity: eps cannot be negative: -1.0") { CosineSimilarity(eps = -1.0) },
        RefusedSetting("PairwiseDistance", "pairwise_distance: the exponent is no number: NaN") { PairwiseDistance(p = Double.NaN) },
        RefusedSetting("Flatten", "flatten: the first axis comes after the last: 2 > 1") { Flatten(2, 1) },
        RefusedSetting("Flatten", "flatten: the first axis comes after the last: -1 > -2") { Flatten(-1, -2) },
        RefusedSetting("Unflatten", "unflatten: the parts are no sizes, of which one may be -1: [2, -2]") { Unflatten(1, 2, -2) },
        RefusedSetting("Unflatten", "unflatten: the parts are no sizes, of which one may be -1: [-1, -1]") { Unflatten(1, -1, -1) },
        RefusedSetting("Unflatten", "unflatten: the parts are no sizes, of which one may be -1: []") { Unflatten(1) },
    )
