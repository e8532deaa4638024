package dev.rankine.nn

import dev.rankine.shapes.Dim
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.Sized
import dev.rankine.shapes.of

/**
 * A [ConvTranspose3d] that finds its input's channels at its first batch. `[N, c, D, H, W] -> [N, Out, D', H', W']`, with or without `N`.
 *
 * @throws dev.rankine.shapes.ShapeException if a dim declares no size; at the first batch, whatever [ConvTranspose3d] throws.
 */
public class LazyConvTranspose3d<Out : Dim<*>>(
    output: Sized<Out>,
    kernel: List<Int>,
    stride: List<Int> = listOf(1),
    padding: List<Int> = listOf(0),
    outputPadding: List<Int> = listOf(0),
    groups: Int = 1,
    bias: Boolean = true,
    dilation: List<Int> = listOf(1),
) : LazyMapping(
        "${output.toAxis()}, kernel = $kernel",
        channelsBefore(3),
        { ConvTranspose3d(Dyn of it, output, kernel, stride, padding, outputPadding, groups, bias, dilation) },
    ) {
    /** With the same number for all directions. */
    public constructor(
        output: Sized<Out>,
        kernel: Int,
        stride: Int = 1,
        padding: Int = 0,
        outputPadding: Int = 0,
        groups: Int = 1,
        bias: Boolean = true,
        dilation: Int = 1,
    ) : this(output, listOf(kernel), listOf(stride), listOf(padding), listOf(outputPadding), groups, bias, listOf(dilation))
}
