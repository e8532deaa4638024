package dev.rankine.nn.every

import dev.rankine.nn.Conv1d
import dev.rankine.nn.Conv2d
import dev.rankine.nn.Conv3d
import dev.rankine.nn.ConvTranspose1d
import dev.rankine.nn.ConvTranspose2d
import dev.rankine.nn.ConvTranspose3d
import dev.rankine.nn.Fold
import dev.rankine.nn.Unfold
import dev.rankine.ops.PadMode
import dev.rankine.ops.Padding
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.of

internal val convolutionCases: List<LayerCase<*>> =
    listOf(
        mapping("Conv1d", floats(2, 4, 5), floats(2, 3, 5) to "?28", floats(4) to "?29", floats(4, 1) to "?30") {
            Conv1d(From, To, 3, stride = 2, padding = 1, dilation = 2)
        },
        mapping("Conv1d in groups", floats(4, 5), floats(3, 5) to "?31") { Conv1d(From, Dyn of 6, 2, Padding.SAME, groups = 2) },
        mapping("Conv1d that reflects", floats(2, 4, 5), floats(2, 4, 1) to "?32", floats(4) to "?33") {
            Conv1d(From, To, 3, padding = 2, bias = false, paddingMode = PadMode.REFLECT)
        },
        mapping("Conv2d", floats(2, 4, 4, 3), floats(2, 3, 4, 3) to "?34", floats(4, 4) to "?35", floats(4, 1, 1, 1, 1) to "?36") {
            Conv2d(From, To, 3, padding = 1, stride = 2)
        },
        mapping("Conv2d that goes round", floats(4, 3, 3), floats(4, 1, 3) to "?37") {
            Conv2d(From, To, 2, padding = 2, paddingMode = PadMode.CIRCULAR)
        },
        mapping("Conv3d", floats(1, 4, 2, 3, 2), floats(1, 3, 2, 3, 2) to "?38", floats(4, 2, 2) to "?39", floats(4, 1, 1, 1) to "?40") {
            Conv3d(From, To, listOf(2, 1, 2), padding = Padding.Each(listOf(0, 1, 0)))
        },
        mapping("Conv3d that repeats", floats(4, 2, 2, 2), floats(4, 2, 2) to "?41") {
            Conv3d(From, Dyn of 2, 2, stride = 2, padding = 1, groups = 2, bias = false, paddingMode = PadMode.REPLICATE)
        },
        mapping("ConvTranspose1d", floats(2, 4, 3), floats(2, 3, 3) to "?42", floats(4) to "?43") {
            ConvTranspose1d(From, To, 3, stride = 2, padding = 1, outputPadding = 1)
        },
        LayerCase(
            "ConvTranspose1d to a size",
            listOf(floats(4, 3)),
            mapOf(listOf(floats(4, 2)) to "?44", listOf(floats(4)) to "?45"),
            call = { layer, (x) -> listOf(layer.call(x, listOf(6))) },
        ) { ConvTranspose1d(From, Dyn of 2, 2, stride = 2, groups = 2, bias = false) },
        mapping("ConvTranspose2d", floats(2, 4, 2, 2), floats(2, 3, 2, 2) to "?46", floats(4, 2) to "?47") {
            ConvTranspose2d(From, To, listOf(3, 2), stride = listOf(2, 1), dilation = listOf(1, 2))
        },
        mapping("ConvTranspose2d that cuts off", floats(4, 3, 3), floats(4, 1, 1) to "?48") { ConvTranspose2d(From, To, 2, padding = 1) },
        mapping("ConvTranspose3d", floats(1, 4, 2, 1, 2), floats(1, 3, 2, 1, 2) to "?49", floats(4, 2, 2) to "?50") {
            ConvTranspose3d(From, Dyn of 2, listOf(2, 1, 2), stride = listOf(2, 1, 1), padding = listOf(1, 0, 0), groups = 2)
        },
        mapping("Unfold", floats(2, 2, 4, 3), floats(2, 2) to "?51", floats(2, 1, 1) to "?52") { Unfold(2, dilation = 2, padding = 1, stride = 2) },
        mapping("Fold", floats(2, 8, 4), floats(2, 7, 4) to "?53", floats(2, 8, 3) to "?54", floats(8) to "?55") {
            Fold(Dyn of 3, Dyn of 3, 2)
        },
    )

internal val convolutionSettings: List<RefusedSetting> =
    listOf(
        RefusedSetting("Conv1d", "?56") { Conv1d(From, To, 0) },
        RefusedSetting("Conv1d", "?57") { Conv1d(From, To, 3, stride = -1) },
        RefusedSetting("Conv1d", "?58") { Conv1d(From, To, 3, padding = -1) },
        RefusedSetting("Conv1d", "?59") { Conv1d(From, To, 3, groups = 3) },
        RefusedSetting("Conv1d", "?60") { Conv1d(From, To, 3, Padding.SAME, stride = 2) },
        RefusedSetting("Conv2d", "?61") { Conv2d(From, To, 3, dilation = 0) },
        RefusedSetting("Conv2d", "?62") { Conv2d(From, To, listOf(3, -1)) },
        RefusedSetting("Conv2d", "?63") { Conv2d(From, To, listOf(3, 3, 3)) },
        RefusedSetting("Conv2d", "?64") { Conv2d(From, To, 3, groups = 0) },
        RefusedSetting("Conv2d", "?65") { Conv2d(From, To, listOf(3), padding = Padding.Both(1, -1)) },
        RefusedSetting("Conv3d", "?66") { Conv3d(From, To, listOf(1, 2)) },
        RefusedSetting("Conv3d", "?67") { Conv3d(From, To, 2, groups = 2) },
        RefusedSetting("ConvTranspose1d", "?68") { ConvTranspose1d(From, To, 3, outputPadding = 1) },
        RefusedSetting("ConvTranspose1d", "?69") { ConvTranspose1d(From, To, 3, stride = 2, outputPadding = -1) },
        RefusedSetting("ConvTranspose1d", "?70") { ConvTranspose1d(From, To, 0) },
        RefusedSetting("ConvTranspose2d", "?71") { ConvTranspose2d(From, To, 3, padding = -1) },
        RefusedSetting("ConvTranspose2d", "?72") { ConvTranspose2d(From, To, listOf(3), stride = listOf(1, 2, 3)) },
        RefusedSetting("ConvTranspose3d", "?73") { ConvTranspose3d(From, To, 3, groups = 2) },
        RefusedSetting("ConvTranspose3d", "?74") { ConvTranspose3d(From, To, 3, dilation = 0) },
        RefusedSetting("Unfold", "?75") { Unfold(0) },
        RefusedSetting("Unfold", "?76") { Unfold(listOf(2, 2, 2)) },
        RefusedSetting("Fold", "?77") { Fold(Dyn of 3, Dyn of 3, 2, stride = 0) },
        RefusedSetting("Fold", "?78") { Fold(Dyn of 3, Dyn of 3, 2, padding = -1) },
    )
