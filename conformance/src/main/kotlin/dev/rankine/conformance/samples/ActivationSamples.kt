package dev.rankine.conformance.samples

import dev.rankine.conformance.Draw
import dev.rankine.conformance.Operand
import dev.rankine.conformance.Sample
import dev.rankine.conformance.elementwise
import dev.rankine.conformance.sample
import dev.rankine.ops.EluAttributes
import dev.rankine.ops.GeluAttributes
import dev.rankine.ops.HardtanhAttributes
import dev.rankine.ops.LeakyReluAttributes
import dev.rankine.ops.LogitAttributes
import dev.rankine.ops.ShrinkAttributes
import dev.rankine.ops.SoftplusAttributes
import dev.rankine.ops.ThresholdAttributes
import dev.rankine.ops.eluBackward
import dev.rankine.ops.eluOp
import dev.rankine.ops.geluBackward
import dev.rankine.ops.geluOp
import dev.rankine.ops.hardshrinkOp
import dev.rankine.ops.hardsigmoid
import dev.rankine.ops.hardswish
import dev.rankine.ops.hardswishBackward
import dev.rankine.ops.hardtanhOp
import dev.rankine.ops.leakyReluBackward
import dev.rankine.ops.leakyReluOp
import dev.rankine.ops.logSigmoid
import dev.rankine.ops.logitBackward
import dev.rankine.ops.mish
import dev.rankine.ops.mishBackward
import dev.rankine.ops.preluOp
import dev.rankine.ops.relu
import dev.rankine.ops.reluBackward
import dev.rankine.ops.sigmoid
import dev.rankine.ops.sigmoidBackward
import dev.rankine.ops.silu
import dev.rankine.ops.siluBackward
import dev.rankine.ops.softplusBackward
import dev.rankine.ops.softplusOp
import dev.rankine.ops.softshrinkOp
import dev.rankine.ops.softsign
import dev.rankine.ops.softsignBackward
import dev.rankine.ops.tanhBackward
import dev.rankine.ops.thresholdOp
import dev.rankine.shapes.Sizes

private val real = Draw.between(-3.0, 3.0, 0.0)
private val probability = Draw.between(0.1, 0.9)

/** Beyond the bends of the piecewise activations. */
private val wide = Draw.between(-5.0, 5.0, -3.0, -1.0, -0.5, 0.0, 0.5, 1.0, 3.0)

/** Sample calls of activations and of the rows of their gradients. */
internal val activationSamples: List<Sample<*>> = smooth() + bent()

private fun smooth(): List<Sample<*>> =
    listOf(sigmoid, logSigmoid, silu, mish, softsign).map { elementwise(it, real) } +
        listOf(siluBackward, mishBackward, softsignBackward).map { elementwise(it, real, real) } +
        listOf(sigmoidBackward, tanhBackward).map { elementwise(it, real, probability) } +
        listOf("none", "tanh").flatMap {
            listOf(
                elementwise(geluOp, GeluAttributes(it), real, label = it),
                elementwise(geluBackward, GeluAttributes(it), real, real, label = it),
            )
        } +
        listOf(
            elementwise(softplusOp, SoftplusAttributes(2.0, 4.0), Draw.between(-3.0, 3.0, 2.0)),
            elementwise(softplusBackward, SoftplusAttributes(2.0, 4.0), real, Draw.between(-3.0, 3.0, 2.0)),
        )

private fun bent(): List<Sample<*>> =
    listOf(relu, hardsigmoid, hardswish).map { elementwise(it, wide) } +
        listOf(reluBackward, hardswishBackward).map { elementwise(it, real, wide) } +
        listOf(
            elementwise(leakyReluOp, LeakyReluAttributes(0.1), real),
            elementwise(leakyReluBackward, LeakyReluAttributes(0.1), real, real),
            elementwise(eluOp, EluAttributes(1.5), real),
            elementwise(eluOp, EluAttributes(1.67, 1.05, 0.8), real, label = "scaled"),
            elementwise(eluBackward, EluAttributes(1.67, 1.05, 0.8), real, real),
            elementwise(thresholdOp, ThresholdAttributes(0.5, 2.0), wide),
            elementwise(hardshrinkOp, ShrinkAttributes(0.5), wide),
            elementwise(softshrinkOp, ShrinkAttributes(0.5), wide),
            elementwise(preluOp, wide, real),
            sample(preluOp, Operand(Sizes.of(2, 3, 2), wide), Operand(Sizes.of(3, 1), real), label = "channels"),
            elementwise(logitBackward, LogitAttributes(0.2), real, Draw.between(0.0, 1.0, 0.2, 0.8), label = "bounded"),
            elementwise(logitBackward, LogitAttributes(null), real, probability),
            elementwise(hardtanhOp, HardtanhAttributes(-1.0, 0.5), wide),
        )
