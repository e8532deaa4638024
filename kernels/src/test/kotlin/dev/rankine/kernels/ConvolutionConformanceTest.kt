package dev.rankine.kernels

import dev.rankine.conformance.BackendConformance
import dev.rankine.conformance.Draw
import dev.rankine.conformance.Operand
import dev.rankine.conformance.Sample
import dev.rankine.conformance.distinct
import dev.rankine.conformance.real
import dev.rankine.conformance.sample
import dev.rankine.ops.AvgPoolAttributes
import dev.rankine.ops.AvgPoolGradientAttributes
import dev.rankine.ops.Conv2dAttributes
import dev.rankine.ops.Conv2dGradientAttributes
import dev.rankine.ops.PlaneAttributes
import dev.rankine.ops.PoolWindows
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

/** Convolutions and poolings of larger and odder sizes than those of all rows, on vectors of 512, 256 and 128 bits. */
internal class ConvolutionConformanceTest : BackendConformance(Exactness.backends, samples = convolutionCases)

/** One convolution: images, channels, rows, columns; outputs, kernel; how it slides. */
private class Layer(
    val label: String,
    val input: List<Int>,
    val outputs: Int,
    val kernel: List<Int>,
    stride: List<Int> = listOf(1, 1),
    padding: List<Int> = listOf(0, 0, 0, 0),
    dilation: List<Int> = listOf(1, 1),
    groups: Int = 1,
) {
    val attributes = Conv2dAttributes(stride, padding, dilation, groups)

    private fun size(axis: Int) =
        (input[2 + axis] + attributes.padding[axis] + attributes.padding[axis + 2] - attributes.dilation[axis] * (kernel[axis] - 1) - 1) /
            attributes.stride[axis] + 1

    private val x = real(*input.toIntArray())
    private val weight = real(outputs, input[1] / groups, kernel[0], kernel[1])
    private val dy = real(input[0], outputs, size(0), size(1))

    /** The convolution with and without a bias, and both of its gradients. */
    fun samples(): List<Sample<*>> =
        listOf(
            sample(conv2dOp, attributes, x, weight, real(outputs), label = label, finite = true),
            sample(conv2dOp, attributes, x, weight, label = "$label, no bias", finite = true),
            sample(conv2dInputGradient, Conv2dGradientAttributes(attributes, input[2], input[3]), dy, weight, label = label, finite = true),
            sample(conv2dWeightGradient, Conv2dGradientAttributes(attributes, kernel[0], kernel[1]), x, dy, label = label, finite = true),
        )
}

private fun around(padding: Int) = List(4) { padding }

private val layers =
    listOf(
        Layer("padding", listOf(2, 3, 13, 17), 13, listOf(3, 3), padding = around(1)),
        Layer("stride 2", listOf(3, 3, 15, 14), 20, listOf(3, 3), listOf(2, 2), around(1)),
        Layer("stride 3, dilation 2", listOf(2, 2, 17, 19), 3, listOf(3, 2), listOf(3, 3), around(2), listOf(2, 2)),
        Layer("stride wider than the kernel", listOf(1, 2, 11, 12), 5, listOf(2, 1), listOf(4, 3), around(1)),
        Layer("uneven padding", listOf(2, 2, 6, 9), 4, listOf(4, 3), listOf(1, 2), listOf(3, 0, 1, 5)),
        Layer("groups", listOf(2, 6, 9, 9), 9, listOf(3, 3), padding = around(1), groups = 3),
        Layer("depthwise", listOf(2, 5, 11, 12), 5, listOf(3, 3), padding = around(1), groups = 5),
        Layer("depthwise, 5 x 5, odd planes", listOf(3, 9, 15, 21), 9, listOf(5, 5), padding = around(2), groups = 9),
        Layer("depthwise, stride 2", listOf(2, 8, 17, 19), 8, listOf(3, 3), listOf(2, 2), around(1), groups = 8),
        Layer(
            "depthwise, one row, dilated",
            listOf(2, 8, 1, 70),
            8,
            listOf(1, 3),
            padding = listOf(0, 4, 0, 4),
            dilation = listOf(1, 4),
            groups = 8,
        ),
        Layer("one output", listOf(2, 6, 9, 13), 1, listOf(3, 3), padding = around(1)),
        Layer("depthwise, stride 2, two outputs", listOf(1, 3, 9, 16), 6, listOf(3, 3), listOf(2, 2), around(1), groups = 3),
        Layer("1 x 1 in place", listOf(2, 40, 4, 8), 14, listOf(1, 1)),
        Layer("1 x 1, stride 2", listOf(2, 4, 8, 8), 5, listOf(1, 1), listOf(2, 2)),
        Layer("small planes", listOf(5, 3, 5, 5), 7, listOf(3, 3), padding = around(1)),
        Layer("one pixel", listOf(9, 4, 3, 3), 6, listOf(3, 3)),
        Layer("many kernel elements", listOf(1, 70, 5, 7), 2, listOf(3, 3), padding = around(1)),
        Layer("first layer", listOf(2, 1, 20, 21), 5, listOf(5, 5)),
        Layer("narrow", listOf(2, 2, 9, 3), 4, listOf(3, 3), padding = around(1)),
        Layer("one row", listOf(2, 3, 1, 33), 4, listOf(1, 5), padding = listOf(0, 2, 0, 2)),
        Layer("padding wider than the plane", listOf(1, 1, 2, 3), 2, listOf(3, 3), listOf(2, 1), around(4)),
        Layer("tiles", listOf(2, 32, 11, 14), 32, listOf(3, 3), padding = around(1)),
        Layer("tiles, no padding", listOf(4, 32, 8, 9), 32, listOf(3, 3)),
        Layer("tiles, uneven padding", listOf(6, 32, 5, 5), 48, listOf(3, 3), padding = listOf(2, 0, 1, 2)),
        Layer("many images at a stride", listOf(8, 128, 7, 6), 48, listOf(3, 3), listOf(2, 2), around(1)),
        Layer("many images at strides 1 and 3", listOf(15, 32, 4, 13), 128, listOf(3, 3), listOf(1, 3), listOf(1, 0, 1, 2)),
        Layer("no images", listOf(0, 3, 8, 8), 4, listOf(3, 3), padding = around(1)),
    )

private val windows =
    listOf(
        PoolWindows(listOf(2, 2), listOf(2, 2), listOf(0, 0), listOf(1, 1), false),
        PoolWindows(listOf(3, 3), listOf(2, 2), listOf(1, 1), listOf(1, 1), true),
        PoolWindows(listOf(3, 2), listOf(1, 1), listOf(1, 0), listOf(2, 3), false),
        PoolWindows(listOf(2, 3), listOf(3, 4), listOf(1, 1), listOf(1, 1), false),
    )

private fun pools(): List<Sample<*>> =
    windows.flatMap { window ->
        listOf(
            sample(maxPool2dOp, window, distinct(3, 2, 14, 28), label = "$window"),
            sample(maxPool2dOp, window, Operand(Sizes.of(2, 9, 35), Draw.whole(0, 3)), label = "equal numbers, $window"),
        )
    } +
        windows.filter { it.dilation == listOf(1, 1) }.flatMap { window ->
            val attributes = AvgPoolAttributes(window, false, null)
            listOf(
                sample(avgPool2dOp, attributes, real(3, 2, 14, 28), label = "$window"),
                sample(avgPool2dOp, AvgPoolAttributes(window, true, 7), real(2, 9, 35), label = "divisor, $window"),
            )
        } +
        listOf(listOf(2, 3), listOf(4, 8), listOf(9, 15)).map { size ->
            val whole = AvgPoolAttributes(PoolWindows(size, size, listOf(0, 0), listOf(1, 1), false), true, null)
            sample(
                avgPool2dGradient,
                AvgPoolGradientAttributes(whole, PlaneAttributes(size[0], size[1])),
                real(3, 5, 1, 1),
                label = "whole planes $size",
            )
        } +
        listOf(
            sample(
                avgPool2dOp,
                AvgPoolAttributes(PoolWindows(listOf(9, 15), listOf(9, 15), listOf(0, 0), listOf(1, 1), false), true, null),
                real(2, 3, 9, 15),
                label = "whole planes",
            ),
            sample(
                avgPool2dGradient,
                AvgPoolGradientAttributes(AvgPoolAttributes(windows[1], false, null), PlaneAttributes(13, 33)),
                real(2, 2, 7, 17),
                label = "overlapping",
            ),
            sample(
                avgPool2dGradient,
                AvgPoolGradientAttributes(AvgPoolAttributes(windows[3], true, null), PlaneAttributes(14, 28)),
                real(2, 2, 5, 7),
                label = "apart",
            ),
            sample(maxPool2dGradient, PlaneAttributes(6, 7), real(3, 5, 4), places(3, 5, 4)),
            sample(maxPool2dSelect, Unit, real(3, 6, 7), places(3, 5, 4)),
        )

/** Places in planes of 42 elements, -1 among them. */
private fun places(vararg sizes: Int) = Operand(Sizes.of(*sizes), Draw.whole(-1, 42), DType.I64)

private val convolutionCases: List<Sample<*>> = layers.flatMap { it.samples() } + pools()
