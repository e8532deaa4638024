package dev.rankine.conformance.samples

import dev.rankine.conformance.Sample
import dev.rankine.conformance.real
import dev.rankine.conformance.sample
import dev.rankine.conformance.sized
import dev.rankine.ops.ChannelShuffleAttributes
import dev.rankine.ops.InterpolateAttributes
import dev.rankine.ops.InterpolateMode
import dev.rankine.ops.PixelShuffleAttributes
import dev.rankine.ops.channelShuffleOp
import dev.rankine.ops.interpolateOp
import dev.rankine.ops.pixelShuffleOp
import dev.rankine.ops.pixelUnshuffleOp

/** Sample calls of the rows that resize, and of those that move elements between planes and channels. */
internal val resizeSamples: List<Sample<*>> =
    listOf(
        sized(interpolateOp, to(InterpolateMode.NEAREST, 7), "nearest", listOf(4, 6, 15, 17, 33)) { listOf(real(2, 2, it)) },
        sample(interpolateOp, to(InterpolateMode.NEAREST_EXACT, 3, 5), real(1, 2, 4, 3), label = "nearest exact"),
        sample(interpolateOp, to(InterpolateMode.LINEAR, 5), real(1, 2, 3), label = "linear"),
        sample(interpolateOp, by(1.7, InterpolateMode.LINEAR, 6), real(1, 2, 4), label = "linear by a scale"),
        sample(interpolateOp, to(InterpolateMode.BILINEAR, 3, 5), real(1, 2, 4, 3), label = "bilinear"),
        sample(interpolateOp, corners(InterpolateMode.BILINEAR, 3, 5), real(1, 2, 4, 3), label = "bilinear, corners", finite = true),
        sample(interpolateOp, to(InterpolateMode.BICUBIC, 3, 5), real(1, 1, 4, 3), label = "bicubic"),
        sample(interpolateOp, corners(InterpolateMode.BICUBIC, 1, 5), real(1, 1, 4, 3), label = "bicubic, corners", finite = true),
        sample(interpolateOp, to(InterpolateMode.TRILINEAR, 3, 1, 3), real(1, 1, 2, 3, 2), label = "trilinear"),
        sample(interpolateOp, to(InterpolateMode.AREA, 3, 5), real(1, 2, 4, 3), label = "area"),
        sample(pixelShuffleOp, PixelShuffleAttributes(2), real(2, 8, 3, 2)),
        sample(pixelUnshuffleOp, PixelShuffleAttributes(2), real(2, 2, 6, 4)),
        sample(channelShuffleOp, ChannelShuffleAttributes(2), real(2, 6, 3)),
    )

private fun to(mode: InterpolateMode, vararg sizes: Int): InterpolateAttributes = InterpolateAttributes(sizes.asList(), null, mode, false)

private fun corners(mode: InterpolateMode, vararg sizes: Int): InterpolateAttributes =
    InterpolateAttributes(sizes.asList(), null, mode, true)

private fun by(scale: Double, mode: InterpolateMode, vararg sizes: Int): InterpolateAttributes =
    InterpolateAttributes(sizes.asList(), sizes.map { scale }, mode, false)
