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
        mapping(
            "Conv1d",
            floats(2, 4, 5),
            floats(2, 3, 5) to "conv1d: channels do not fit the weight: 3 != 4",
            floats(4) to "conv1d: input needs at least 2 axes: 1 given",
            floats(4, 1) to "conv1d: kernel is longer than the padded input: 3 < 5",
        ) {
            Conv1d(From, To, 3, stride = 2, padding = 1, dilation = 2)
        },
        mapping("Conv1d in groups", floats(4, 5), floats(3, 5) to "conv1d: channels do not fit the weight: 3 != 4") {
            Conv1d(From, Dyn of 6, 2, Padding.SAME, groups = 2)
        },
        mapping(
            "Conv1d that reflects",
            floats(2, 4, 5),
            floats(2, 4, 1) to "pad: too few elements on axis 2: 1 for pads 2 and 2",
            floats(4) to "conv1d: input needs at least 2 axes: 1 given",
        ) {
            Conv1d(From, To, 3, padding = 2, bias = false, paddingMode = PadMode.REFLECT)
        },
        mapping(
            "Conv2d",
            floats(2, 4, 4, 3),
            floats(2, 3, 4, 3) to "conv2d: channels do not fit the weight: 3 != 4",
            floats(4, 4) to "conv2d: input needs at least 3 axes: 2 given",
            floats(4, 1, 1, 1, 1) to "conv2d: needs a batch of planes or planes: axes: 2 > 1",
        ) {
            Conv2d(From, To, 3, padding = 1, stride = 2)
        },
        mapping("Conv2d that goes round", floats(4, 3, 3), floats(4, 1, 3) to "pad: too few elements on axis 1: 1 for pads 2 and 2") {
            Conv2d(From, To, 2, padding = 2, paddingMode = PadMode.CIRCULAR)
        },
        mapping(
            "Conv3d",
            floats(1, 4, 2, 3, 2),
            floats(1, 3, 2, 3, 2) to "conv3d: channels do not fit the weight: 3 != 4",
            floats(4, 2, 2) to "conv3d: input needs at least 4 axes: 3 given",
            floats(4, 1, 1, 1) to "conv3d: kernel is deeper than the padded input: 1 < 2",
        ) {
            Conv3d(From, To, listOf(2, 1, 2), padding = Padding.Each(listOf(0, 1, 0)))
        },
        mapping("Conv3d that repeats", floats(4, 2, 2, 2), floats(4, 2, 2) to "conv3d: input needs at least 4 axes: 3 given") {
            Conv3d(From, Dyn of 2, 2, stride = 2, padding = 1, groups = 2, bias = false, paddingMode = PadMode.REPLICATE)
        },
        mapping(
            "ConvTranspose1d",
            floats(2, 4, 3),
            floats(2, 3, 3) to "conv_transpose1d: channels do not fit the weight: 3 != 4",
            floats(4) to "conv_transpose1d: input needs at least 2 axes: 1 given",
        ) {
            ConvTranspose1d(From, To, 3, stride = 2, padding = 1, outputPadding = 1)
        },
        LayerCase(
            "ConvTranspose1d to a size",
            listOf(floats(4, 3)),
            mapOf(
                listOf(floats(4, 2)) to "conv_transpose1d: the number of elements can be 4 to 5: 6 asked for",
                listOf(floats(4)) to "conv_transpose1d: input needs at least 2 axes: 1 given",
            ),
            call = { layer, (x) -> listOf(layer.call(x, listOf(6))) },
        ) { ConvTranspose1d(From, Dyn of 2, 2, stride = 2, groups = 2, bias = false) },
        mapping(
            "ConvTranspose2d",
            floats(2, 4, 2, 2),
            floats(2, 3, 2, 2) to "conv_transpose2d: channels do not fit the weight: 3 != 4",
            floats(4, 2) to "conv_transpose2d: input needs at least 3 axes: 2 given",
        ) {
            ConvTranspose2d(From, To, listOf(3, 2), stride = listOf(2, 1), dilation = listOf(1, 2))
        },
        mapping("ConvTranspose2d that cuts off", floats(4, 3, 3), floats(4, 1, 1) to "conv_transpose2d: padding cuts off all rows: 1 < 2") {
            ConvTranspose2d(From, To, 2, padding = 1)
        },
        mapping(
            "ConvTranspose3d",
            floats(1, 4, 2, 1, 2),
            floats(1, 3, 2, 1, 2) to "conv_transpose3d: channels do not fit the weight: 3 != 4",
            floats(4, 2, 2) to "conv_transpose3d: input needs at least 4 axes: 3 given",
        ) {
            ConvTranspose3d(From, Dyn of 2, listOf(2, 1, 2), stride = listOf(2, 1, 1), padding = listOf(1, 0, 0), groups = 2)
        },
        mapping("Unfold", floats(2, 2, 4, 3), floats(2, 2) to "unfold: input needs at least 3 axes: 2 given") {
            Unfold(2, dilation = 2, padding = 1, stride = 2)
        },
        mapping(
            "Fold",
            floats(2, 8, 4),
            floats(2, 7, 4) to "fold: the columns do not divide into windows: 7 % 4 != 0",
            floats(2, 8, 3) to "fold: the number of windows differs: 3 != 4",
            floats(8) to "fold: input needs at least 2 axes: 1 given",
        ) {
            Fold(Dyn of 3, Dyn of 3, 2)
        },
    )

internal val convolutionSettings: List<RefusedSetting> =
    listOf(
        RefusedSetting("Conv1d", "conv1d: kernel must be at least 1: 0 given") { Conv1d(From, To, 0) },
        RefusedSetting("Conv1d", "conv1d: stride must be at least 1: -1 given") { Conv1d(From, To, 3, stride = -1) },
        RefusedSetting("Conv1d", "conv1d: padding cannot be negative: -1 given") { Conv1d(From, To, 3, padding = -1) },
        RefusedSetting("Conv1d", "conv1d: the channels do not divide into groups: From of 4, To of 3, 3 groups") {
            Conv1d(From, To, 3, groups = 3)
        },
        RefusedSetting("Conv1d", "conv1d: the same size needs stride 1: [2] given") { Conv1d(From, To, 3, Padding.SAME, stride = 2) },
        RefusedSetting("Conv2d", "conv2d: dilation must be at least 1: 0x0 given") { Conv2d(From, To, 3, dilation = 0) },
        RefusedSetting("Conv2d", "conv2d: kernel must be at least 1: 3x-1 given") { Conv2d(From, To, listOf(3, -1)) },
        RefusedSetting("Conv2d", "conv2d: kernel is one number or height and width: [3, 3, 3] given") { Conv2d(From, To, listOf(3, 3, 3)) },
        RefusedSetting("Conv2d", "conv2d: the channels do not divide into groups: From of 4, To of 3, 0 groups") {
            Conv2d(From, To, 3, groups = 0)
        },
        RefusedSetting(
            "Conv2d",
            "conv2d: padding cannot be negative: 1x-1 given",
        ) { Conv2d(From, To, listOf(3), padding = Padding.Both(1, -1)) },
        RefusedSetting(
            "Conv3d",
            "conv3d: kernel is one number or depth, height and width: [1, 2] given",
        ) { Conv3d(From, To, listOf(1, 2)) },
        RefusedSetting("Conv3d", "conv3d: the channels do not divide into groups: From of 4, To of 3, 2 groups") {
            Conv3d(From, To, 2, groups = 2)
        },
        RefusedSetting(
            "ConvTranspose1d",
            "conv_transpose1d: output padding must be smaller than stride or dilation: [1], stride [1], dilation [1]",
        ) {
            ConvTranspose1d(From, To, 3, outputPadding = 1)
        },
        RefusedSetting("ConvTranspose1d", "conv_transpose1d: output padding cannot be negative: -1 given") {
            ConvTranspose1d(From, To, 3, stride = 2, outputPadding = -1)
        },
        RefusedSetting("ConvTranspose1d", "conv_transpose1d: kernel must be at least 1: 0 given") { ConvTranspose1d(From, To, 0) },
        RefusedSetting("ConvTranspose2d", "conv_transpose2d: padding cannot be negative: -1x-1 given") {
            ConvTranspose2d(From, To, 3, padding = -1)
        },
        RefusedSetting("ConvTranspose2d", "conv_transpose2d: stride is one number or height and width: [1, 2, 3] given") {
            ConvTranspose2d(From, To, listOf(3), stride = listOf(1, 2, 3))
        },
        RefusedSetting("ConvTranspose3d", "conv_transpose3d: the channels do not divide into groups: From of 4, To of 3, 2 groups") {
            ConvTranspose3d(From, To, 3, groups = 2)
        },
        RefusedSetting("ConvTranspose3d", "conv_transpose3d: dilation must be at least 1: 0x0x0 given") {
            ConvTranspose3d(From, To, 3, dilation = 0)
        },
        RefusedSetting("Unfold", "unfold: kernel must be at least 1: 0x0 given") { Unfold(0) },
        RefusedSetting("Unfold", "unfold: kernel is one number or height and width: [2, 2, 2] given") { Unfold(listOf(2, 2, 2)) },
        RefusedSetting("Fold", "fold: stride must be at least 1: 0x0 given") { Fold(Dyn of 3, Dyn of 3, 2, stride = 0) },
        RefusedSetting("Fold", "fold: padding cannot be negative: -1x-1 given") { Fold(Dyn of 3, Dyn of 3, 2, padding = -1) },
    )
