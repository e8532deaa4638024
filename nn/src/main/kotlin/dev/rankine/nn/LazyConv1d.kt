package dev.rankine.nn

import dev.rankine.ops.PadMode
import dev.rankine.ops.Padding
import dev.rankine.shapes.Dim
import dev.rankine.shapes.Dyn
import dev.rankine.shapes.Sized
import dev.rankine.shapes.of

/**
 * A [Conv1d] that finds its input's channels at its first batch. `[N, c, L] -> [N, Out, L']`, with or without `N`.
 *
 * @throws dev.rankine.shapes.ShapeException if a dim declares no size; at the first batch, whatever [Conv1d] throws.
 */
public class LazyConv1d<Out : Dim<*>>(
    output: Sized<Out>,
    kernel: Int,
    padding: Padding,
    stride: Int = 1,
    dilation: Int = 1,
    groups: Int = 1,
    bias: Boolean = true,
    paddingMode: PadMode = PadMode.CONSTANT,
) : LazyMapping(
        "${output.toAxis()}, kernel = $kernel",
        channelsBefore(1),
        { Conv1d(Dyn of it, output, kernel, padding, stride, dilation, groups, bias, paddingMode) },
    ) {
    /** With so many elements of padding at both ends. */
    public constructor(
        output: Sized<Out>,
        kernel: Int,
        stride: Int = 1,
        padding: Int = 0,
        dilation: Int = 1,
        groups: Int = 1,
        bias: Boolean = true,
        paddingMode: PadMode = PadMode.CONSTANT,
    ) : this(output, kernel, Padding.Each(padding), stride, dilation, groups, bias, paddingMode)
}
