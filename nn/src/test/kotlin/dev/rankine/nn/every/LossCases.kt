package dev.rankine.nn.every

import dev.rankine.nn.AdaptiveLogSoftmaxWithLoss

private fun make(headBias: Boolean) = AdaptiveLogSoftmaxWithLoss(Model, 7, listOf(2, 4), 2.0, headBias)

internal val lossCases: List<LayerCase<*>> =
    listOf(
        LayerCase(
            "AdaptiveLogSoftmaxWithLoss",
            listOf(floats(4, 4), indices(0, 6, 3, 2)),
            mapOf(
                listOf(floats(2, 3), indices(0, 1)) to "adaptive_log_softmax: the input is not `[N, 4]`: [2, 3]",
                listOf(floats(2, 4), indices(0)) to "adaptive_log_softmax: there is not one target per example: [1]",
                listOf(floats(2, 4), indices(0, 7)) to "adaptive_log_softmax: target is no class: 7 at [1] is not in [0, 6]",
                listOf(floats(2, 4), indices(0, -1)) to "adaptive_log_softmax: target is no class: -1 at [1] is not in [0, 6]",
                listOf(floats(2, 4), floats(2)) to "adaptive_log_softmax: targets are class numbers, integers: float64 given",
            ),
            call = { layer, (x, target) -> layer.call(x, target).toList() },
        ) { make(headBias = true) },
        LayerCase(
            "AdaptiveLogSoftmaxWithLoss of all classes",
            listOf(floats(3, 4)),
            mapOf(listOf(floats(4)) to "adaptive_log_softmax: the input is not `[N, 4]`: [4]"),
            call = { layer, (x) -> listOf(layer.logProbabilities(x)) },
        ) { make(headBias = false) },
    )

internal val lossSettings: List<RefusedSetting> =
    listOf(
        RefusedSetting(
            "AdaptiveLogSoftmaxWithLoss",
            "adaptive_log_softmax: cutoffs must increase from at least 1 to less than the 7 classes: [4, 2]",
        ) {
            AdaptiveLogSoftmaxWithLoss(Model, 7, listOf(4, 2))
        },
        RefusedSetting(
            "AdaptiveLogSoftmaxWithLoss",
            "adaptive_log_softmax: cutoffs must increase from at least 1 to less than the 7 classes: [2, 7]",
        ) {
            AdaptiveLogSoftmaxWithLoss(Model, 7, listOf(2, 7))
        },
        RefusedSetting(
            "AdaptiveLogSoftmaxWithLoss",
            "adaptive_log_softmax: cutoffs must increase from at least 1 to less than the 0 classes: [2]",
        ) {
            AdaptiveLogSoftmaxWithLoss(Model, 0, listOf(2))
        },
        RefusedSetting("AdaptiveLogSoftmaxWithLoss", "adaptive_log_softmax: the divisor must be positive: -1.0") {
            AdaptiveLogSoftmaxWithLoss(Model, 7, listOf(2), -1.0)
        },
        RefusedSetting("AdaptiveLogSoftmaxWithLoss", "adaptive_log_softmax: tail 1 would have no width: 4 features, divisor 4.0") {
            AdaptiveLogSoftmaxWithLoss(Model, 7, listOf(2, 4))
        },
    )
