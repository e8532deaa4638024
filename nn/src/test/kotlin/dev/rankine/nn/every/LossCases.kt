package dev.rankine.nn.every

import dev.rankine.nn.AdaptiveLogSoftmaxWithLoss

private fun make(headBias: Boolean) = AdaptiveLogSoftmaxWithLoss(Model, 7, listOf(2, 4), 2.0, headBias)

internal val lossCases: List<LayerCase<*>> =
    listOf(
        LayerCase(
            "AdaptiveLogSoftmaxWithLoss",
            listOf(floats(4, 4), indices(0, 6, 3, 2)),
            mapOf(
                listOf(floats(2, 3), indices(0, 1)) to "?157",
                listOf(floats(2, 4), indices(0)) to "?158",
                listOf(floats(2, 4), indices(0, 7)) to "?159",
                listOf(floats(2, 4), indices(0, -1)) to "?160",
                listOf(floats(2, 4), floats(2)) to "?161",
                listOf(floats(0, 4), indices()) to "?162",
            ),
            call = { layer, (x, target) -> layer.call(x, target).toList() },
        ) { make(headBias = true) },
        LayerCase(
            "AdaptiveLogSoftmaxWithLoss of all classes",
            listOf(floats(3, 4)),
            mapOf(listOf(floats(4)) to "?163"),
            call = { layer, (x) -> listOf(layer.logProbabilities(x)) },
        ) { make(headBias = false) },
    )

internal val lossSettings: List<RefusedSetting> =
    listOf(
        RefusedSetting("AdaptiveLogSoftmaxWithLoss", "?164") { AdaptiveLogSoftmaxWithLoss(Model, 7, listOf(4, 2)) },
        RefusedSetting("AdaptiveLogSoftmaxWithLoss", "?165") { AdaptiveLogSoftmaxWithLoss(Model, 7, listOf(2, 7)) },
        RefusedSetting("AdaptiveLogSoftmaxWithLoss", "?166") { AdaptiveLogSoftmaxWithLoss(Model, 0, listOf(2)) },
        RefusedSetting("AdaptiveLogSoftmaxWithLoss", "?167") { AdaptiveLogSoftmaxWithLoss(Model, 7, listOf(2), -1.0) },
        RefusedSetting("AdaptiveLogSoftmaxWithLoss", "?168") { AdaptiveLogSoftmaxWithLoss(Model, 7, listOf(2, 4)) },
    )
