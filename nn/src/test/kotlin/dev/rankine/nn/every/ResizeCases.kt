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
        mapping("Upsample", floats(1, 2, 3), floats(2, 3) to "?358", floats(1, 2, 0) to "?359") { Upsample(1.7) },
        mapping("Upsample along lines", floats(1, 2, 3), floats(1, 2, 3, 3) to "?360") { Upsample(1.7, InterpolateMode.LINEAR) },
        mapping("Upsample by cubes", floats(1, 1, 3, 4), floats(1, 2, 3) to "?361", floats(1, 1, 3, 4, 1) to "?362") {
            Upsample(listOf(4, 3), mode = InterpolateMode.BICUBIC)
        },
        mapping("Upsample by areas", floats(1, 1, 3, 4), floats(1, 1, 3) to "?363") { Upsample(listOf(4, 3), mode = InterpolateMode.AREA) },
        mapping("Upsample with corners", floats(1, 1, 2, 2, 2), floats(1, 1, 2, 2) to "?364") {
            Upsample(listOf(3), null, InterpolateMode.TRILINEAR, alignCorners = true)
        },
        mapping("Upsample by too little", floats(1, 1, 4), floats(1, 1, 1) to "?365") { Upsample(0.5) },
        mapping("UpsamplingNearest2d", floats(1, 1, 2, 3), floats(1, 2, 3) to "?366") { UpsamplingNearest2d(2.0) },
        mapping("UpsamplingBilinear2d", floats(1, 1, 2, 3), floats(1, 2, 3) to "?367") { UpsamplingBilinear2d(listOf(3, 5)) },
        mapping("PixelShuffle", floats(1, 4, 1, 2), floats(1, 3, 1, 2) to "?368", floats(4, 2) to "?369") { PixelShuffle(2) },
        mapping("PixelUnshuffle", floats(1, 1, 2, 4), floats(1, 1, 3, 4) to "?370", floats(4, 2) to "?371") { PixelUnshuffle(2) },
        mapping("ChannelShuffle", floats(1, 4, 2), floats(1, 3, 2) to "?372", floats(1, 4) to "?373") { ChannelShuffle(2) },
    )

internal val resizeSettings: List<RefusedSetting> =
    listOf(
        RefusedSetting("Upsample", "?374") { Upsample() },
        RefusedSetting("Upsample", "?375") { Upsample(listOf(0)) },
        RefusedSetting("Upsample", "?376") { Upsample(-1.0) },
        RefusedSetting("Upsample", "?377") { Upsample(Double.NaN) },
        RefusedSetting("UpsamplingNearest2d", "?378") { UpsamplingNearest2d(0.0) },
        RefusedSetting("UpsamplingBilinear2d", "?379") { UpsamplingBilinear2d(listOf(1), listOf(1.0)) },
        RefusedSetting("UpsamplingBilinear2d", "?380") { UpsamplingBilinear2d(listOf(2, -1)) },
        RefusedSetting("PixelShuffle", "?381") { PixelShuffle(0) },
        RefusedSetting("PixelUnshuffle", "?382") { PixelUnshuffle(-2) },
        RefusedSetting("ChannelShuffle", "?383") { ChannelShuffle(0) },
    )
