package dev.rankine.nn.every

import dev.rankine.nn.ChannelShuffle
import dev.rankine.nn.PixelShuffle
import dev.rankine.nn.PixelUnshuffle
import dev.rankine.nn.Upsample
import dev.rankine.nn.UpsamplingBilinear2d
import dev.rankine.nn.UpsamplingNearest2d
import dev.rankine.ops.InterpolateMode

internal val resizeCases: List<LayerCase<*>> =
    listOf(
        mapping(
            "Upsample",
            floats(1, 2, 3),
            floats(2, 3) to "interpolate: needs three axes to five: [2, 3] given",
            floats(1, 2, 0) to "interpolate: the result is empty: [0]",
        ) { Upsample(1.7) },
        mapping("Upsample along lines", floats(1, 2, 3), floats(1, 2, 3, 3) to "interpolate: linear does not resize 2 axes: rank 4") {
            Upsample(1.7, InterpolateMode.LINEAR)
        },
        mapping(
            "Upsample by cubes",
            floats(1, 1, 3, 4),
            floats(1, 2, 3) to "interpolate: size needs one number: [4, 3]",
            floats(1, 1, 3, 4, 1) to "interpolate: size needs one number or 3: [4, 3]",
        ) {
            Upsample(listOf(4, 3), mode = InterpolateMode.BICUBIC)
        },
        mapping("Upsample by areas", floats(1, 1, 3, 4), floats(1, 1, 3) to "interpolate: size needs one number: [4, 3]") {
            Upsample(listOf(4, 3), mode = InterpolateMode.AREA)
        },
        mapping(
            "Upsample with corners",
            floats(1, 1, 2, 2, 2),
            floats(1, 1, 2, 2) to "interpolate: trilinear does not resize 2 axes: rank 4",
        ) {
            Upsample(listOf(3), null, InterpolateMode.TRILINEAR, alignCorners = true)
        },
        mapping("Upsample by too little", floats(1, 1, 4), floats(1, 1, 1) to "interpolate: the result is empty: [0]") { Upsample(0.5) },
        mapping(
            "UpsamplingNearest2d",
            floats(1, 1, 2, 3),
            floats(1, 2, 3) to "upsampling_nearest2d: needs a batch of planes: [1, 2, 3] given",
        ) { UpsamplingNearest2d(2.0) },
        mapping(
            "UpsamplingBilinear2d",
            floats(1, 1, 2, 3),
            floats(1, 2, 3) to "upsampling_bilinear2d: needs a batch of planes: [1, 2, 3] given",
        ) { UpsamplingBilinear2d(listOf(3, 5)) },
        mapping(
            "PixelShuffle",
            floats(1, 4, 1, 2),
            floats(1, 3, 1, 2) to "pixel_shuffle: the channels do not divide by the square of the factor: 3 % 4 != 0",
            floats(4, 2) to "pixel_shuffle: input needs at least 3 axes: 2 given",
        ) { PixelShuffle(2) },
        mapping(
            "PixelUnshuffle",
            floats(1, 1, 2, 4),
            floats(1, 1, 3, 4) to "pixel_unshuffle: the rows do not divide by the factor: 3 % 2 != 0",
            floats(4, 2) to "pixel_unshuffle: input needs at least 3 axes: 2 given",
        ) { PixelUnshuffle(2) },
        mapping(
            "ChannelShuffle",
            floats(1, 4, 2),
            floats(1, 3, 2) to "channel_shuffle: the channels do not divide into groups: 3 % 2 != 0",
            floats(1, 4) to "channel_shuffle: needs a batch, channels and more: axes: 0 < 1",
        ) { ChannelShuffle(2) },
    )

internal val resizeSettings: List<RefusedSetting> =
    listOf(
        RefusedSetting("Upsample", "upsample: needs either a size or a scale: null and null given") { Upsample() },
        RefusedSetting("Upsample", "upsample: a size must be at least 1: [0] given") { Upsample(listOf(0)) },
        RefusedSetting("Upsample", "upsample: a scale must be positive: [-1.0] given") { Upsample(-1.0) },
        RefusedSetting("Upsample", "upsample: a scale must be positive: [NaN] given") { Upsample(Double.NaN) },
        RefusedSetting("UpsamplingNearest2d", "upsample: a scale must be positive: [0.0] given") { UpsamplingNearest2d(0.0) },
        RefusedSetting("UpsamplingBilinear2d", "upsample: needs either a size or a scale: [1] and [1.0] given") {
            UpsamplingBilinear2d(listOf(1), listOf(1.0))
        },
        RefusedSetting(
            "UpsamplingBilinear2d",
            "upsample: a size must be at least 1: [2, -1] given",
        ) { UpsamplingBilinear2d(listOf(2, -1)) },
        RefusedSetting("PixelShuffle", "pixel_shuffle: the factor must be at least 1: 0") { PixelShuffle(0) },
        RefusedSetting("PixelUnshuffle", "pixel_unshuffle: the factor must be at least 1: -2") { PixelUnshuffle(-2) },
        RefusedSetting("ChannelShuffle", "channel_shuffle: groups must be at least 1: 0") { ChannelShuffle(0) },
    )
