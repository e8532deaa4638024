package dev.rankine.conformance.samples

import dev.rankine.conformance.Draw
import dev.rankine.conformance.Operand
import dev.rankine.conformance.Sample
import dev.rankine.conformance.distinct
import dev.rankine.conformance.real
import dev.rankine.conformance.sample
import dev.rankine.conformance.sized
import dev.rankine.ops.AdaptivePoolAttributes
import dev.rankine.ops.AvgPoolAttributes
import dev.rankine.ops.AvgPoolGradientAttributes
import dev.rankine.ops.Conv2dAttributes
import dev.rankine.ops.Conv2dGradientAttributes
import dev.rankine.ops.PlaneAttributes
import dev.rankine.ops.PoolWindows
import dev.rankine.ops.adaptiveAvgPool2dOp
import dev.rankine.ops.avgPool2dGradient
import dev.rankine.ops.avgPool2dOp
import dev.rankine.ops.conv2dInputGradient
import dev.rankine.ops.conv2dOp
import dev.rankine.ops.conv2dWeightGradient
import dev.rankine.ops.maxPool2dGradient
import dev.rankine.ops.maxPool2dOp
import dev.rankine.ops.maxPool2dSelect
import dev.rankine.shapes.DType
import dev.rankine.shapes.Sizes

private val plain = Conv2dAttributes(listOf(1, 1), listOf(0, 0, 0, 0), listOf(1, 1), 1)
private val odd = Conv2dAttributes(listOf(2, 1), listOf(1, 0, 2, 1), listOf(1, 2), 1)
private val grouped = Conv2dAttributes(listOf(1, 1), listOf(1, 1, 1, 1), listOf(1, 1), 2)
private val windows = PoolWindows(listOf(2, 2), listOf(2, 2), listOf(0, 0), listOf(1, 1), false)
private val overlapping = PoolWindows(listOf(3, 2), listOf(2, 1), listOf(1, 0), listOf(1, 1), true)
private val lengths = listOf(4, 6, 15, 17, 33)

/** Sample calls of the rows of convolutions and poolings. */
internal val convSamples: List<Sample<*>> = convolutions() + gradients() + maxima() + averages() + convolutionSamples

private fun convolutions(): List<Sample<*>> =
    listOf(
        sized(conv2dOp, plain, "widths", lengths) { listOf(real(2, 2, 3, it), real(3, 2, 2, 3), real(3)) },
        sized(conv2dOp, plain, "channels", listOf(2, 1, 15, 17, 33)) { listOf(real(1, it, 3, 4), real(3, it, 2, 3)) },
        sample(conv2dOp, odd, real(2, 2, 5, 5), real(3, 2, 2, 2), real(3), label = "strides, padding, dilation", finite = true),
        sample(conv2dOp, grouped, real(1, 4, 3, 3), real(2, 2, 3, 3), real(2), label = "groups", finite = true),
        sample(conv2dOp, plain, real(2, 3, 4), real(1, 2, 2, 2), label = "no batch"),
        sample(conv2dOp, plain, real(0, 2, 3, 4), real(3, 2, 2, 2), label = "empty batch"),
    )

private fun gradients(): List<Sample<*>> =
    listOf(
        sized(conv2dInputGradient, Conv2dGradientAttributes(plain, 3, 5), "channels", listOf(2, 1, 15, 17, 33)) {
            listOf(real(1, 3, 2, 3), real(3, it, 2, 3))
        },
        sample(
            conv2dInputGradient,
            Conv2dGradientAttributes(odd, 5, 5),
            real(2, 3, 4, 4),
            real(3, 2, 2, 2),
            label = "strides, padding, dilation",
            finite = true,
        ),
        sample(
            conv2dInputGradient,
            Conv2dGradientAttributes(grouped, 3, 3),
            real(1, 2, 3, 3),
            real(2, 2, 3, 3),
            label = "groups",
            finite = true,
        ),
        sized(conv2dWeightGradient, Conv2dGradientAttributes(plain, 2, 3), "channels", listOf(2, 1, 15, 17, 33)) {
            listOf(real(1, it, 3, 5), real(1, 3, 2, 3))
        },
        sample(
            conv2dWeightGradient,
            Conv2dGradientAttributes(odd, 2, 2),
            real(2, 2, 5, 5),
            real(2, 3, 4, 4),
            label = "strides, padding, dilation",
            finite = true,
        ),
        sample(
            conv2dWeightGradient,
            Conv2dGradientAttributes(grouped, 3, 3),
            real(1, 4, 3, 3),
            real(1, 2, 3, 3),
            label = "groups",
            finite = true,
        ),
    )

private fun maxima(): List<Sample<*>> {
    val places = Operand(Sizes.of(2, 3), Draw.exactly(0.0, 7.0, 2.0, 13.0, 9.0, 7.0), DType.I64)
    return listOf(
        sized(maxPool2dOp, windows, "widths", lengths) { listOf(distinct(2, 3, 4, it)) },
        sample(maxPool2dOp, overlapping, distinct(1, 2, 5, 4), label = "overlapping, last window incomplete"),
        sample(maxPool2dGradient, PlaneAttributes(4, 5), real(2, 3), places),
        sample(maxPool2dSelect, real(4, 5), places),
    )
}

private fun averages(): List<Sample<*>> =
    listOf(
        sized(avgPool2dOp, AvgPoolAttributes(windows, true, null), "widths", lengths) { listOf(real(2, 3, 4, it)) },
        sample(avgPool2dOp, AvgPoolAttributes(overlapping, false, null), real(1, 2, 5, 4), label = "overlapping, without padding"),
        sample(avgPool2dOp, AvgPoolAttributes(overlapping, true, 5), real(1, 2, 5, 4), label = "divisor"),
        sample(avgPool2dGradient, AvgPoolGradientAttributes(AvgPoolAttributes(windows, true, null), PlaneAttributes(4, 5)), real(2, 2, 2)),
        sample(
            avgPool2dGradient,
            AvgPoolGradientAttributes(AvgPoolAttributes(overlapping, false, null), PlaneAttributes(5, 4)),
            real(1, 3, 3),
            label = "overlapping",
        ),
        sized(adaptiveAvgPool2dOp, AdaptivePoolAttributes(2, 3), "widths", lengths) { listOf(real(2, 2, 5, it)) },
        sample(adaptiveAvgPool2dOp, AdaptivePoolAttributes(2, 1), real(1, 2, 4, 3), label = "parts of one size"),
        sample(adaptiveAvgPool2dOp, AdaptivePoolAttributes(3, 5), real(1, 2, 3), label = "more parts than rows and columns"),
    )
