package dev.rankine.golden.modules

import dev.rankine.golden.ops.Arguments
import dev.rankine.golden.ops.interpolateMode
import dev.rankine.golden.ops.scales
import dev.rankine.nn.ChannelShuffle
import dev.rankine.nn.ConstantPad1d
import dev.rankine.nn.ConstantPad2d
import dev.rankine.nn.ConstantPad3d
import dev.rankine.nn.PixelShuffle
import dev.rankine.nn.PixelUnshuffle
import dev.rankine.nn.ReflectionPad1d
import dev.rankine.nn.ReflectionPad2d
import dev.rankine.nn.ReflectionPad3d
import dev.rankine.nn.ReplicationPad1d
import dev.rankine.nn.ReplicationPad2d
import dev.rankine.nn.ReplicationPad3d
import dev.rankine.nn.Upsample
import dev.rankine.nn.ZeroPad2d

internal val resizeBuilders: Map<String, Arguments.() -> Built> =
    mapOf(
        "ConstantPad1d" to { built(ConstantPad1d(ints("padding"), number("value").toDouble())) },
        "ConstantPad2d" to { built(ConstantPad2d(ints("padding"), number("value").toDouble())) },
        "ConstantPad3d" to { built(ConstantPad3d(ints("padding"), number("value").toDouble())) },
        "ZeroPad2d" to { built(ZeroPad2d(ints("padding"))) },
        "ReflectionPad1d" to { built(ReflectionPad1d(ints("padding"))) },
        "ReflectionPad2d" to { built(ReflectionPad2d(ints("padding"))) },
        "ReflectionPad3d" to { built(ReflectionPad3d(ints("padding"))) },
        "ReplicationPad1d" to { built(ReplicationPad1d(ints("padding"))) },
        "ReplicationPad2d" to { built(ReplicationPad2d(ints("padding"))) },
        "ReplicationPad3d" to { built(ReplicationPad3d(ints("padding"))) },
        "Upsample" to {
            val (align, recompute) = flag("align_corners", false) to flag("recompute_scale_factor", false)
            built(Upsample(intsOrNull("size"), scales(), interpolateMode(), align, recompute))
        },
        "PixelShuffle" to { built(PixelShuffle(int("upscale_factor"))) },
        "PixelUnshuffle" to { built(PixelUnshuffle(int("downscale_factor"))) },
        "ChannelShuffle" to { built(ChannelShuffle(int("groups"))) },
    )
