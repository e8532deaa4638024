package dev.rankine.conformance.samples

import dev.rankine.conformance.Draw
import dev.rankine.conformance.Sample
import dev.rankine.conformance.elementwise
import dev.rankine.conformance.real
import dev.rankine.conformance.sample
import dev.rankine.conformance.sized
import dev.rankine.ops.AlphaDropoutAttributes
import dev.rankine.ops.DropoutAttributes
import dev.rankine.ops.GroupNormAttributes
import dev.rankine.ops.LocalResponseNormAttributes
import dev.rankine.ops.RreluAttributes
import dev.rankine.ops.alphaDropoutOp
import dev.rankine.ops.featureDropoutOp
import dev.rankine.ops.groupNormGradientOp
import dev.rankine.ops.groupNormOp
import dev.rankine.ops.localResponseNormOp
import dev.rankine.ops.rreluOp

private const val EPS = 1e-5
private const val KEY = 0x5eed_4321L

/** Sample calls of the rows that look at the channels of an example, and of those that drop them. */
internal val channelSamples: List<Sample<*>> =
    listOf(
        sized(groupNormOp, GroupNormAttributes(2, EPS, hasWeight = true, hasBias = true), "weight and bias") {
            listOf(real(it, 4), real(4), real(4))
        },
        sample(groupNormOp, GroupNormAttributes(1, EPS), real(2, 3, 2), label = "one group"),
        sized(groupNormGradientOp, GroupNormAttributes(2, EPS, hasWeight = true), "weight") {
            listOf(real(2, 6, it), real(2, 6, it), real(6))
        },
        sample(groupNormGradientOp, GroupNormAttributes(1, EPS), real(2, 3, 2), real(2, 3, 2), label = "one group"),
        sample(groupNormOp, GroupNormAttributes(3, EPS, hasBias = true), real(2, 3, 2, 2), real(3), label = "bias, as many groups"),
        sized(localResponseNormOp, LocalResponseNormAttributes(3, 0.7, 0.6, 1.5), "odd") { listOf(real(2, 4, it)) },
        sample(localResponseNormOp, LocalResponseNormAttributes(2, 0.7, 0.6, 1.5), real(2, 3, 2, 2), label = "even"),
        sized(featureDropoutOp, DropoutAttributes(0.4, KEY, 3)) { listOf(real(2, 3, it)) },
        sample(featureDropoutOp, DropoutAttributes(1.0, KEY, 3), real(2, 3), label = "all"),
        elementwise(alphaDropoutOp, AlphaDropoutAttributes(0.4, false, KEY, 3), Draw.between(-3.0, 3.0)),
        sample(alphaDropoutOp, AlphaDropoutAttributes(0.4, true, KEY, 3), real(2, 3, 2), label = "channels"),
        sample(alphaDropoutOp, AlphaDropoutAttributes(1.0, false, KEY, 3), real(2, 3), label = "all"),
        elementwise(rreluOp, RreluAttributes(0.1, 0.4, KEY, 3), Draw.between(-3.0, 3.0, 0.0)),
    )
