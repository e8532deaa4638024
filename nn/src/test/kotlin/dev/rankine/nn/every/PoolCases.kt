package dev.rankine.nn.every

import dev.rankine.nn.AdaptiveAvgPool1d
import dev.rankine.nn.AdaptiveAvgPool2d
import dev.rankine.nn.AdaptiveAvgPool3d
import dev.rankine.nn.AdaptiveMaxPool1d
import dev.rankine.nn.AdaptiveMaxPool2d
import dev.rankine.nn.AdaptiveMaxPool3d
import dev.rankine.nn.AvgPool1d
import dev.rankine.nn.AvgPool2d
import dev.rankine.nn.AvgPool3d
import dev.rankine.nn.FractionalMaxPool2d
import dev.rankine.nn.FractionalMaxPool3d
import dev.rankine.nn.GlobalAvgPool2d
import dev.rankine.nn.LPPool1d
import dev.rankine.nn.LPPool2d
import dev.rankine.nn.LPPool3d
import dev.rankine.nn.MaxPool1d
import dev.rankine.nn.MaxPool2d
import dev.rankine.nn.MaxPool3d

internal val poolCases: List<LayerCase<*>> =
    listOf(
        mapping(
            "MaxPool1d",
            floats(2, 2, 6),
            floats(4) to "max_pool1d: input needs at least 2 axes: 1 given",
            floats(2, 1) to "max_pool1d: kernel is longer than the padded input: 3 < 5",
        ) { MaxPool1d(3, 2, dilation = 2, padding = 1) },
        mapping(
            "MaxPool2d",
            floats(2, 4, 5),
            floats(4, 4) to "max_pool2d: input needs at least 3 axes: 2 given",
            floats(2, 1, 4) to "max_pool2d: kernel is taller than the padded input: 1 < 2",
        ) { MaxPool2d(2) },
        mapping("MaxPool2d to the edge", floats(1, 2, 5, 4), floats(1, 2, 0, 4) to "max_pool2d: the planes of the input are empty: 0 < 1") {
            MaxPool2d(3, 2, 1, ceilMode = true)
        },
        mapping(
            "MaxPool3d",
            floats(2, 3, 2, 3),
            floats(4, 4) to "max_pool3d: input needs at least 4 axes: 2 given",
            floats(2, 1, 2, 2) to "max_pool3d: kernel is deeper than the padded input: 1 < 2",
        ) { MaxPool3d(2, 1) },
        mapping(
            "AvgPool1d",
            floats(2, 2, 5),
            floats(4) to "avg_pool1d: input needs at least 2 axes: 1 given",
        ) { AvgPool1d(2, ceilMode = true) },
        mapping(
            "AvgPool1d of what is there",
            floats(2, 5),
            floats(1, 1, 2, 5) to "avg_pool1d: needs a batch of lines or lines: axes: 2 > 1",
        ) {
            AvgPool1d(3, 2, 1, countIncludePad = false)
        },
        mapping(
            "AvgPool2d",
            floats(2, 4, 5),
            floats(4, 4) to "avg_pool2d: input needs at least 3 axes: 2 given",
            floats(2, 1, 4) to "avg_pool2d: kernel is taller than the padded input: 1 < 2",
        ) { AvgPool2d(2) },
        mapping("AvgPool2d with a divisor", floats(2, 4, 5), floats(2, 4, 0) to "avg_pool2d: the planes of the input are empty: 0 < 1") {
            AvgPool2d(3, 1, 1, divisorOverride = 5)
        },
        mapping(
            "AvgPool3d",
            floats(2, 3, 2, 3),
            floats(4, 4) to "avg_pool3d: input needs at least 4 axes: 2 given",
            floats(2, 1, 2, 2) to "avg_pool3d: kernel is deeper than the padded input: 1 < 2",
        ) { AvgPool3d(2, 1, countIncludePad = false) },
        mapping(
            "LPPool1d",
            floats(2, 2, 5),
            floats(4) to "lp_pool1d: input needs at least 2 axes: 1 given",
            floats(2, 1) to "lp_pool1d: kernel is longer than the padded input: 1 < 2",
        ) { LPPool1d(2.0, 2) },
        mapping("LPPool2d", floats(2, 4, 5), floats(4, 4) to "lp_pool2d: input needs at least 3 axes: 2 given") {
            LPPool2d(2.0, 2, ceilMode = true)
        },
        mapping(
            "LPPool3d",
            floats(2, 3, 2, 3),
            floats(4, 4) to "lp_pool3d: input needs at least 4 axes: 2 given",
            floats(2, 1, 2, 2) to "lp_pool3d: kernel is deeper than the padded input: 1 < 2",
        ) { LPPool3d(4.0, 2) },
        mapping(
            "AdaptiveAvgPool1d",
            floats(2, 2, 5),
            floats(4) to "adaptive_avg_pool1d: input needs at least 2 axes: 1 given",
            floats(2, 0) to "adaptive_avg_pool1d: the lines of the input are empty: 0 < 1",
        ) { AdaptiveAvgPool1d(3) },
        mapping("AdaptiveAvgPool2d", floats(2, 5, 5), floats(4, 4) to "adaptive_avg_pool2d: input needs at least 3 axes: 2 given") {
            AdaptiveAvgPool2d(2, 3)
        },
        mapping(
            "AdaptiveAvgPool3d",
            floats(2, 3, 2, 3),
            floats(4, 4) to "adaptive_avg_pool3d: needs 3 axes to pool over: [4, 4] given",
            floats(1, 1, 2, 3, 3, 3) to "adaptive_avg_pool3d: needs a batch of volumes or volumes: axes: 2 > 1",
        ) { AdaptiveAvgPool3d(2, null, 2) },
        mapping(
            "AdaptiveMaxPool1d",
            floats(2, 2, 5),
            floats(4) to "adaptive_max_pool1d: input needs at least 2 axes: 1 given",
            floats(2, 0) to "adaptive_max_pool1d: the lines of the input are empty: 0 < 1",
        ) { AdaptiveMaxPool1d(3) },
        mapping("AdaptiveMaxPool2d", floats(2, 5, 5), floats(4, 4) to "adaptive_max_pool2d: input needs at least 3 axes: 2 given") {
            AdaptiveMaxPool2d(2, null)
        },
        mapping("AdaptiveMaxPool3d", floats(2, 3, 2, 3), floats(4, 4) to "adaptive_max_pool3d: needs 3 axes to pool over: [4, 4] given") {
            AdaptiveMaxPool3d(2, 1, 2)
        },
        mapping(
            "FractionalMaxPool2d",
            floats(2, 2, 5, 4),
            floats(5, 4) to "fractional_max_pool2d: needs 3 or 4 axes: [5, 4] given",
            floats(2, 2, 4) to "fractional_max_pool2d: the planes have too few rows: 4 > 2",
        ) { FractionalMaxPool2d(2, 3) },
        mapping(
            "FractionalMaxPool2d by a ratio",
            floats(2, 5, 4),
            floats(5) to "fractional_max_pool2d: needs 2 axes to pool over: [5] given",
            floats(2, 1, 1) to "fractional_max_pool2d: the size of the result must be at least 1: 0 < 1",
        ) { FractionalMaxPool2d(2, 0.6) },
        mapping(
            "FractionalMaxPool3d",
            floats(2, 4, 3, 3),
            floats(4, 3, 3) to "fractional_max_pool3d: needs 4 or 5 axes: [4, 3, 3] given",
            floats(2, 2, 3, 3) to "fractional_max_pool3d: the volumes have too few layers: 3 > 2",
        ) { FractionalMaxPool3d(2, 2) },
        mapping("GlobalAvgPool2d", floats(2, 3, 2, 2), floats(4, 4) to "global_avg_pool2d: needs three axes or four: [4, 4] given") {
            GlobalAvgPool2d()
        },
    )

internal val poolSettings: List<RefusedSetting> =
    listOf(
        RefusedSetting("MaxPool1d", "max_pool1d: kernel must be at least 1: 0 given") { MaxPool1d(0) },
        RefusedSetting("MaxPool1d", "max_pool1d: padding is more than half of the kernel: 4 > 2") { MaxPool1d(2, padding = 2) },
        RefusedSetting("MaxPool2d", "max_pool2d: stride must be at least 1: 0x0 given") { MaxPool2d(2, stride = 0) },
        RefusedSetting("MaxPool2d", "max_pool2d: padding cannot be negative: -1x-1 given") { MaxPool2d(2, padding = -1) },
        RefusedSetting("MaxPool2d", "max_pool2d: kernel is one number or height and width: [1, 2, 3] given") { MaxPool2d(listOf(1, 2, 3)) },
        RefusedSetting("MaxPool3d", "max_pool3d: dilation must be at least 1: 0x0x0 given") { MaxPool3d(2, dilation = 0) },
        RefusedSetting(
            "MaxPool3d",
            "max_pool3d: kernel is one number or depth, height and width: [1, 2] given",
        ) { MaxPool3d(listOf(1, 2)) },
        RefusedSetting("AvgPool1d", "avg_pool1d: kernel must be at least 1: -1 given") { AvgPool1d(-1) },
        RefusedSetting("AvgPool1d", "avg_pool1d: stride must be at least 1: 0 given") { AvgPool1d(3, stride = 0) },
        RefusedSetting(
            "AvgPool2d",
            "avg_pool2d: padding is more than half of the kernel: 4 > 2",
        ) { AvgPool2d(listOf(2, 4), padding = listOf(2)) },
        RefusedSetting("AvgPool2d", "avg_pool2d: divisor cannot be 0") { AvgPool2d(2, divisorOverride = 0) },
        RefusedSetting("AvgPool3d", "avg_pool3d: kernel must be at least 1: 2x0x2 given") { AvgPool3d(listOf(2, 0, 2)) },
        RefusedSetting("AvgPool3d", "avg_pool3d: divisor cannot be 0") { AvgPool3d(2, divisorOverride = 0) },
        RefusedSetting("LPPool1d", "lp_pool1d: the norm cannot be 0") { LPPool1d(0.0, 2) },
        RefusedSetting("LPPool1d", "lp_pool1d: kernel must be at least 1: 0 given") { LPPool1d(2.0, 0) },
        RefusedSetting("LPPool2d", "lp_pool2d: stride must be at least 1: -2x-2 given") { LPPool2d(2.0, 2, -2) },
        RefusedSetting(
            "LPPool3d",
            "lp_pool3d: kernel is one number or depth, height and width: [2, 2] given",
        ) { LPPool3d(2.0, listOf(2, 2)) },
        RefusedSetting("AdaptiveAvgPool1d", "adaptive_avg_pool1d: the size of the result cannot be negative: -1") { AdaptiveAvgPool1d(-1) },
        RefusedSetting("AdaptiveAvgPool2d", "adaptive_avg_pool2d: the size of the result cannot be negative: rows x -1") {
            AdaptiveAvgPool2d(null, -1)
        },
        RefusedSetting("AdaptiveAvgPool3d", "adaptive_avg_pool3d: the size of the result cannot be negative: 1 x -1 x 1") {
            AdaptiveAvgPool3d(1, -1, 1)
        },
        RefusedSetting("AdaptiveMaxPool1d", "adaptive_max_pool1d: the size of the result must be at least 1: 0") { AdaptiveMaxPool1d(0) },
        RefusedSetting("AdaptiveMaxPool2d", "adaptive_max_pool2d: the size of the result must be at least 1: 0 x columns") {
            AdaptiveMaxPool2d(0, null)
        },
        RefusedSetting(
            "AdaptiveMaxPool3d",
            "adaptive_max_pool3d: the size of the result must be at least 1: 0 x 0 x 0",
        ) { AdaptiveMaxPool3d(0) },
        RefusedSetting(
            "FractionalMaxPool2d",
            "fractional_max_pool2d: a ratio must lie between 0 and 1: [1.0]",
        ) { FractionalMaxPool2d(2, 1.0) },
        RefusedSetting("FractionalMaxPool2d", "fractional_max_pool2d: kernel must be at least 1: 0x0 given") { FractionalMaxPool2d(0, 2) },
        RefusedSetting("FractionalMaxPool2d", "fractional_max_pool2d: the size of the result must be at least 1: 0x0 given") {
            FractionalMaxPool2d(2, 0)
        },
        RefusedSetting("FractionalMaxPool2d", "fractional_max_pool2d: needs either a size or a ratio: null and null given") {
            FractionalMaxPool2d(listOf(2))
        },
        RefusedSetting("FractionalMaxPool3d", "fractional_max_pool3d: kernel is one number or depth, height and width: [2, 2] given") {
            FractionalMaxPool3d(listOf(2, 2), listOf(1))
        },
        RefusedSetting(
            "FractionalMaxPool3d",
            "fractional_max_pool3d: a ratio must lie between 0 and 1: [-0.5]",
        ) { FractionalMaxPool3d(2, -0.5) },
        RefusedSetting("FractionalMaxPool3d", "fractional_max_pool3d: ratio needs one number or 3: [0.5, 0.5]") {
            FractionalMaxPool3d(listOf(2), null, listOf(0.5, 0.5))
        },
    ) + unpoolSettings
