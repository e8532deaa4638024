package dev.rankine.nn

import dev.rankine.ops.PadMode
import dev.rankine.ops.Padding
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.Sized
import dev.rankine.shapes.of

/**
 * A [Conv3d] that finds its input's channels at its first batch. `[N, c, D, H, W] -> [N, Out, D', H', W']`, with or without `N`.
 *
 * @throws dev.rankine.shapes.ShapeException if a dim declares no size; at the first batch, whatever [Conv3d] throws.
 */
public class LazyConv3d<Out : Dim<*>>(
    output: Sized<Out>,
    kernel: List<Int>,
    stride: List<Int> = listOf(1),
    padding: Padding = Padding.Each(0),
    dilation: List<Int> = listOf(1),
    groups: Int = 1,
    bias: Boolean = true,
    paddingMode: PadMode = PadMode.CONSTANT,
) : LazyMapping(
        "${output.toAxis()}, kernel = $kernel",
        channelsBefore(3),
        { Conv3d(Dyn of it, output, kernel, stride, padding, dilation, groups, bias, paddingMode) },
    ) {
    /** With the same number for all directions. */
    public constructor(
        output: Sized<Out>,
        kernel: Int,
        stride: Int = 1,
        padding: Int = 0,
        dilation: Int = 1,
        groups: Int = 1,
        bias: Boolean = true,
        paddingMode: PadMode = PadMode.CONSTANT,
    ) : this(output, listOf(kernel), listOf(stride), Padding.Each(padding), listOf(dilation), groups, bias, paddingMode)
}
